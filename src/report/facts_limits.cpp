#include "analysis/limitations.hpp"
#include "base/number.hpp"
#include "report/facts.hpp"
#include "report/rounding.hpp"

#include <cmath>
#include <limits>
#include <numbers>
#include <string>

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

/// The share of a standard normal variable below z, in percent.
double percent_below(double z) {
    return 50 * std::erfc(-z / std::numbers::sqrt2);
}

/// The saturation of the coarsest threshold that holds on both sides, or nullptr.
const analysis::Saturation* two_sided(const analysis::Study& study) {
    for (const auto& saturation : study.properties.saturation)
        if (std::isfinite(saturation.left) && std::isfinite(saturation.right)) return &saturation;
    return nullptr;
}

} // namespace

ordered_json limitation_facts(const analysis::Study& study) {
    constexpr double shifted_mean = -3;
    constexpr auto depths = analysis::gradient_depths;
    constexpr int few = depths.front();
    constexpr int many = depths.back();
    const analysis::Bound& largest = study.properties.lipschitz;
    const double at_1 = study.slope(1);
    ordered_json facts{{"id", study.activation.id},
                       {"name", study.activation.name},
                       {"max_slope", significant_for_people(largest.value, 4)},
                       {"max_slope_evidence", std::string(analysis::word(largest.evidence))},
                       {"few_layers", std::to_string(few)},
                       {"many_layers", std::to_string(many)},
                       {"product_few", upper_bound_for_people(std::pow(largest.value, few), 2)},
                       {"product_many", upper_bound_for_people(std::pow(largest.value, many), 2)},
                       {"slope_at_1", significant_for_people(at_1, 3)},
                       {"product_at_1_few", significant_for_people(std::pow(at_1, few), 2)},
                       {"product_at_1_many", significant_for_people(std::pow(at_1, many), 2)},
                       {"threshold", ""},
                       {"threshold_slope", ""},
                       {"dead_end", ""},
                       {"dead_evidence", ""},
                       {"dead_share", ""},
                       {"shifted_mean", ""},
                       {"alive_share", ""},
                       {"alpha", ""},
                       {"product_alpha_few", ""},
                       {"defaults", ordered_json::array()}};
    if (const auto* saturation = two_sided(study)) {
        const double wider = std::max(std::abs(saturation->left), std::abs(saturation->right));
        facts["threshold"] = fixed_for_people(rounded_up(wider, 2), 2);
        facts["threshold_slope"] = shortest(saturation->threshold);
    }
    if (!study.properties.dead_intervals.empty() && std::isinf(study.properties.dead_intervals.front().low)) {
        const double end = study.properties.dead_intervals.front().high;
        facts["dead_end"] = significant_for_people(end, 4);
        facts["dead_evidence"] = std::string(analysis::word(analysis::Evidence::exact));
        facts["dead_share"] = significant_for_people(percent_below(end), 3);
        facts["shifted_mean"] = fixed_for_people(shifted_mean, 0);
        facts["alive_share"] = significant_for_people(percent_below(shifted_mean - end), 3);
    }
    if (!study.activation.parameters.empty()) {
        const double alpha = study.activation.parameters.front().value;
        facts["alpha"] = significant_for_people(alpha, 4);
        facts["product_alpha_few"] = significant_for_people(std::pow(alpha, few), 2);
        // A name shows its defaults where it shows arguments at all.
        for (const auto& framework : study.activation.frameworks)
            if (framework.name.find('(') != std::string::npos) facts["defaults"].push_back(framework.name);
    }
    return facts;
}

} // namespace actlas::report
