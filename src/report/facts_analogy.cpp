#include "base/number.hpp"
#include "report/facts.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace actlas::report {
namespace {

using nlohmann::ordered_json;

/// How a scheme is told of.
struct Told {
    std::string key;
    ordered_json name;
    figure::MarkingScheme scheme;
    int decimals = 0;      ///< of a mark
    int gain_decimals = 0; ///< of the change of a mark
};

} // namespace

figure::Marking marking(const Seeds& seeds) {
    figure::Marking marking{.questions = 10, .weight = 0.5, .to_scale = {}, .as_it_is = {}};
    const auto scheme = [](const analysis::Study& study, double factor) {
        return figure::MarkingScheme{study.activation.name, &study, factor};
    };
    marking.to_scale = {scheme(seeds.sigmoid, 100), scheme(seeds.tanh, 100)};
    marking.as_it_is = {{}, scheme(seeds.relu, 1), scheme(seeds.leaky_relu, 1)};
    return marking;
}

ordered_json analogy_facts(const Seeds& seeds) {
    const figure::Marking rules = marking(seeds);
    const int questions = rules.questions;
    const auto told = [](std::string key, const figure::MarkingScheme& scheme, int decimals, int gain_decimals) {
        return Told{std::move(key), scheme.name, scheme, decimals, gain_decimals};
    };
    const std::vector<Told> schemes{
        {"linear", {{"t", "linear"}}, rules.as_it_is[0], 0, 0},
        told("sigmoid", rules.to_scale[0], 1, 2),
        told("tanh", rules.to_scale[1], 1, 2),
        told("relu", rules.as_it_is[1], 0, 0),
        told("leaky_relu", rules.as_it_is[2], 2, 2),
    };
    const std::vector<int> papers{1, 4, 5, 6, 9};
    const std::vector<int> steps{1, 5, 9};

    ordered_json facts{{"questions", std::to_string(questions)}, {"weight", shortest(rules.weight)}};
    facts["alpha"] = significant_for_people(seeds.leaky_relu.slope(-1), 3);
    for (const int right : papers)
        facts["papers"].push_back({{"right", std::to_string(right)}});
    for (const int from : steps)
        facts["steps"].push_back({{"from", std::to_string(from)}, {"to_right", std::to_string(from + 1)}});
    for (const auto& scheme : schemes) {
        const auto mark = [&](int right) { return rules.mark(scheme.scheme, right); };
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
