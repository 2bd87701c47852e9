#include "analysis/cost.hpp"
#include "base/number.hpp"
#include "report/facts.hpp"
#include "report/rounding.hpp"
#include "report/separation.hpp"

#include <cmath>
#include <string>

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

ordered_json xor_rows(const formula::Evaluator& relu) {
    ordered_json rows;
    for (const int x1 : {0, 1}) {
        for (const int x2 : {0, 1}) {
            const double h1 = relu(x1 + x2);
            const double h2 = relu(x1 + x2 - 1);
            rows.push_back({{"x1", std::to_string(x1)},
                            {"x2", std::to_string(x2)},
                            {"class", std::to_string(x1 ^ x2)},
                            {"h1", significant_for_people(h1, 3)},
                            {"h2", significant_for_people(h2, 3)},
                            {"y", significant_for_people(h1 - 2 * h2, 3)}});
        }
    }
    return rows;
}

void add_taiji(ordered_json& facts) {
    constexpr int radius = 20; // grid points from the centre to the edge
    constexpr int reach = 8;
    std::vector<LabelledPoint> disc;
    for (int y = -radius; y <= radius; ++y)
        for (int x = -radius; x <= radius; ++x)
            if (x * x + y * y < radius * radius) disc.push_back({x, y, is_yang(x, y, radius)});
    const BestLine best = best_line(disc, reach);
    facts["taiji_points"] = std::to_string(disc.size());
    facts["taiji_angles"] = std::to_string(best.directions);
    facts["taiji_best"] = fixed_for_people(100.0 * best.right / static_cast<double>(disc.size()), 1);
    facts["head_radius"] = shortest(0.5);
    for (const int step : {-12, -6, 6, 12}) {
        const std::string coordinate = fixed_for_people(static_cast<double>(step) / radius, 1);
        facts["taiji"].push_back({{"x", coordinate}, {"y", coordinate}, {"yang", is_yang(step, step, radius)}});
    }
}

} // namespace

ordered_json goals_facts(const Seeds& seeds) {
    constexpr int layers = 10;
    constexpr double gain = 100;
    const std::vector<LabelledPoint> corners{{0, 0, false}, {0, 1, true}, {1, 0, true}, {1, 1, false}};
    ordered_json facts{{"xor_points", std::to_string(corners.size())},
                       {"xor_best", std::to_string(best_line(corners, 8).right)},
                       {"xor", xor_rows(seeds.relu.f)}};
    add_taiji(facts);

    facts["gain"] = fixed_for_people(gain, 0);
    facts["once"] = grouped_for_people(gain * gain);
    facts["twice"] = grouped_for_people(gain * gain * gain);
    const std::vector<double> extremes{-gain * gain, -gain, gain, gain * gain};
    for (const double z : extremes)
        facts["extremes"].push_back(grouped_for_people(z));
    facts["layers"] = std::to_string(layers);
    for (const auto* study : seeds.all()) {
        ordered_json bounded{{"name", study->activation.name}};
        for (const double z : extremes) {
            const double value = study->f(z);
            bounded["values"].push_back(std::abs(value) >= 1e3 ? grouped_for_people(value)
                                                               : significant_for_people(value, 3));
        }
        facts["bounded"].push_back(std::move(bounded));

        const double slope = study->properties.lipschitz.value;
        facts["costs"].push_back(
            {{"name", study->activation.name},
             {"calls", std::to_string(analysis::transcendental_calls(std::span(&study->activation.expr, 1)))},
             {"slope", significant_for_people(slope, 4)},
             {"product", upper_bound_for_people(std::pow(slope, layers), 2)}});
    }
    return facts;
}

} // namespace actlas::report
