#include "base/number.hpp"
#include "report/facts.hpp"
#include "report/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::report {
namespace {

// The forms that textbooks and the article print, to show where they fail; nothing else calls them.
double naive_sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}
double naive_tanh(double x) {
    return (std::exp(x) - std::exp(-x)) / (std::exp(x) + std::exp(-x));
}

/// The largest relative error of g over [0.9 small, 1.1 small]. tanh(x) is x there to within x³/3, far below half an
/// ulp.
template<typename Function>
double worst_tanh_error(const Function& g, double small) {
    constexpr int steps = 2000;
    double worst = 0;
    for (int i = 0; i <= steps; ++i) {
        const double x = small * (0.9 + 0.2 * i / steps);
        worst = std::max(worst, std::abs(g(x) - x) / x);
    }
    return worst;
}

} // namespace

nlohmann::ordered_json code_facts(const Seeds& seeds) {
    constexpr double small = 1e-10, large = 710, low = -710, saturated = 40;
    constexpr int points = 1001, naive_points = 1000;
    const double overflow = std::log(std::numeric_limits<double>::max());
    const double half_ulp = std::numeric_limits<double>::epsilon() / 2;
    const auto text = [](double value) { return significant_for_people(value, 3); };

    nlohmann::ordered_json facts{{"overflow", fixed_for_people(rounded_up(overflow, 2), 2)},
                                 {"overflow_below", fixed_for_people(overflow, 2)},
                                 {"small", shortest(small)}};
    facts["tanh_large"] = {{"naive", text(naive_tanh(large))}, {"right", text(seeds.tanh.f(large))}};
    facts["tanh_small"] = {{"error", significant_for_people(worst_tanh_error(naive_tanh, small), 1)},
                           {"right", upper_bound_for_people(worst_tanh_error(seeds.tanh.f, small) + half_ulp, 2)}};
    facts["sigmoid_low"] = {{"naive", text(naive_sigmoid(low))}, {"right", text(seeds.sigmoid.f(low))}};
    const double s = naive_sigmoid(saturated);
    facts["slope"] = {{"naive", text(s * (1 - s))}, {"right", text(seeds.sigmoid.slope(saturated))}};

    // numpy.linspace(-10, 10, n) with even n: the two points nearest to 0 lie half a step from it.
    const double nearest = (plate_high - plate_low) / (naive_points - 1) / 2;
    facts["points"] = std::to_string(points);
    facts["naive_points"] = std::to_string(naive_points);
    facts["nearest"] = significant_for_people(nearest, 4);
    facts["cut"] = significant_for_people((seeds.relu.f(-nearest) + seeds.relu.f(nearest)) / 2, 4);
    const double leaky_low = seeds.leaky_relu.f(plate_low);
    facts["alpha"] = shortest(seeds.leaky_relu.slope(-1));
    facts["leaky_low"] = significant_for_people(leaky_low, 3);
    facts["leaky_share"] =
        upper_bound_for_people(100 * std::abs(leaky_low) / (seeds.leaky_relu.f(plate_high) - leaky_low), 1);
    return facts;
}

} // namespace actlas::report
