#include "report/model.hpp"

#include "report/activation_model.hpp"
#include "report/choice_model.hpp"
#include "report/comparison_model.hpp"
#include "report/glossary.hpp"
#include "report/names_model.hpp"
#include "report/shape.hpp"
#include "report/verdicts_model.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::report {
namespace {

using analysis::Study;
using nlohmann::ordered_json;

ordered_json four(const Seeds& seeds, const std::vector<const Study*>& studies) {
    ordered_json list = ordered_json::array();
    for (const auto* seed : seeds.all()) {
        const bool has_page = std::find(studies.begin(), studies.end(), seed) != studies.end();
        list.push_back({{"name", seed->activation.name},
                        {"page", has_page ? activation_page(seed->activation.id) : ""},
                        {"formula", formula_model(formula::notate_definition(written_out(seed->activation.expr)))},
                        {"range", output_range(*seed)},
                        {"summary", localized(seed->activation.summary)}});
    }
    return list;
}

/// The neighbours' names and pages.
ordered_json neighbour(const ordered_json& activation) {
    return {{"name", activation["name"]}, {"page", activation["page"]}};
}

} // namespace

std::string activation_page(std::string_view id) {
    return fmt::format("activation/{}", id);
}

ordered_json build_model(const std::vector<const Study*>& studies, const Seeds& seeds,
                         const std::vector<const Study*>& limited, const catalogue::Catalogue& catalogue) {
    ordered_json model;
    model["four"] = four(seeds, studies);
    model["analogy"] = analogy_facts(seeds);
    model["background"] = background_facts(seeds);
    model["goals"] = goals_facts(seeds);
    model["neuron"] = neuron_facts(seeds);
    model["code"] = code_facts(seeds);
    model["plate"] = plate_facts(seeds);
    model["limitations"] = ordered_json::array();
    for (const auto* study : limited)
        model["limitations"].push_back(limitation_facts(*study));

    // Families in catalogue order decide the order of the pages too.
    model["families"] = ordered_json::array();
    model["activations"] = ordered_json::array();
    for (const auto& family : catalogue.families()) {
        const ordered_json heading{{"id", family.id}, {"name", localized(family.name)}};
        ordered_json members = ordered_json::array();
        for (const auto* study : studies) {
            if (study->activation.family != family.id) continue;
            ordered_json activation = activation_model(*study, studies, catalogue);
            activation["family"] = heading;
            ordered_json member;
            for (const char* const key : {"id", "name", "page", "summary", "formula", "names"})
                member[key] = activation[key];
            member.update(comparison_row(*study));
            members.push_back(std::move(member));
            model["activations"].push_back(std::move(activation));
        }
        if (members.empty()) continue;
        for (std::size_t i = 0; i < members.size(); ++i)
            members[i]["last"] = i + 1 == members.size();
        ordered_json entry = heading;
        entry["summary"] = localized(family.summary);
        entry["members"] = std::move(members);
        model["families"].push_back(std::move(entry));
    }
    auto& activations = model["activations"];
    for (std::size_t i = 0; i < activations.size(); ++i) {
        activations[i]["previous"] = i > 0 ? neighbour(activations[i - 1]) : ordered_json(false);
        activations[i]["next"] = i + 1 < activations.size() ? neighbour(activations[i + 1]) : ordered_json(false);
    }
    model["names"] = names_model(studies, catalogue);
    model["verdicts"] = verdicts_model(studies);
    model["needs"] = choice_model(studies);
    model["counts"] = {{"functions", std::to_string(activations.size())},
                       {"families", std::to_string(model["families"].size())}};
    return model;
}

} // namespace actlas::report
