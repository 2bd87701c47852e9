#include "base/number.hpp"
#include "report/facts.hpp"

#include <fmt/format.h>

#include <functional>
#include <string>

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

constexpr int questions = 10;
constexpr double weight = 0.5;

double raw_score(int right) {
    return weight * right - weight * (questions - right);
}

/// A way of marking: from the raw score to the mark.
struct Scheme {
    std::string key;
    ordered_json name;
    std::function<double(double)> mark;
    int decimals = 0;      ///< of a mark
    int gain_decimals = 0; ///< of the change of a mark
};

} // namespace

ordered_json analogy_facts(const Seeds& seeds) {
    const std::vector<Scheme> schemes{
        {"linear", {{"t", "linear"}}, [](double z) { return z; }, 0, 0},
        {"sigmoid", seeds.sigmoid.activation.name, [&](double z) { return 100 * seeds.sigmoid.f(z); }, 1, 2},
        {"tanh", seeds.tanh.activation.name, [&](double z) { return 100 * seeds.tanh.f(z); }, 1, 2},
        {"relu", seeds.relu.activation.name, [&](double z) { return seeds.relu.f(z); }, 0, 0},
        {"leaky_relu", seeds.leaky_relu.activation.name, [&](double z) { return seeds.leaky_relu.f(z); }, 2, 2},
    };
    const std::vector<int> papers{1, 4, 5, 6, 9};
    const std::vector<int> steps{1, 5, 9};

    ordered_json facts{{"questions", std::to_string(questions)}, {"weight", shortest(weight)}};
    facts["alpha"] = significant_for_people(seeds.leaky_relu.slope(-1), 3);
    for (const int right : papers)
        facts["papers"].push_back({{"right", std::to_string(right)}});
    for (const int from : steps)
        facts["steps"].push_back({{"from", std::to_string(from)}, {"to_right", std::to_string(from + 1)}});
    for (const auto& scheme : schemes) {
        const auto mark = [&](int right) { return scheme.mark(raw_score(right)); };
        ordered_json row{{"name", scheme.name}};
        for (const int right : papers)
            row["marks"].push_back(fixed_for_people(mark(right), scheme.decimals));
        for (const int from : steps)
            row["gains"].push_back(fixed_for_people(mark(from + 1) - mark(from), scheme.gain_decimals));
        facts["schemes"].push_back(std::move(row));

        auto& one = facts[scheme.key];
        for (int right = 0; right <= questions; ++right)
            one[fmt::format("right_{}", right)] = significant_for_people(mark(right), 3);
        for (const int right : papers)
            one[fmt::format("loss_{}", right)] = significant_for_people(-mark(right), 3);
        one["gain_1"] = significant_for_people(mark(2) - mark(1), 3);
    }
    return facts;
}

} // namespace actlas::report
