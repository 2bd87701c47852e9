#include "report/model.hpp"

#include "analysis/summary_text.hpp"
#include "report/activation_model.hpp"
#include "report/choice_model.hpp"
#include "report/comparison_model.hpp"
#include "report/glossary.hpp"
#include "report/last.hpp"
#include "report/listed.hpp"
#include "report/lookup_model.hpp"
#include "report/names_model.hpp"
#include "report/representatives.hpp"
#include "report/shape.hpp"
#include "report/undecided_model.hpp"
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
                        {"summary", localized(analysis::summary_text(*seed))}});
    }
    return list;
}

/// Gives each entry of a list the names and pages of its neighbours.
void link_neighbours(ordered_json& list) {
    const auto link = [](const ordered_json& entry) -> ordered_json {
        return {{"name", entry["name"]}, {"page", entry["page"]}};
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i]["previous"] = i > 0 ? link(list[i - 1]) : ordered_json(false);
        list[i]["next"] = i + 1 < list.size() ? link(list[i + 1]) : ordered_json(false);
    }
}

/// The members that the family's figure shows, and whether there is one.
void add_picture(ordered_json& family, const std::vector<const Study*>& members) {
    const auto shown = representatives(members);
    family["has_picture"] = shown.size() > 1;
    family["shows_all"] = shown.size() == members.size();
    family["shown"] = ordered_json::array();
    for (const Study* study : shown)
        family["shown"].push_back({{"name", study->activation.name}, {"page", activation_page(study->activation.id)}});
    mark_last(family["shown"]);
}

} // namespace

std::string activation_page(std::string_view id) {
    return fmt::format("activation/{}", id);
}

std::string family_page(std::string_view id) {
    return fmt::format("family/{}", id);
}

ordered_json build_model(const std::vector<const Study*>& studies, const Seeds& seeds,
                         const std::vector<const Study*>& limited, const catalogue::Catalogue& catalogue,
                         const std::vector<const analysis::VectorStudy*>& vectors) {
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
        const ordered_json heading{
            {"id", family.id}, {"name", localized(family.name)}, {"page", family_page(family.id)}};
        ordered_json members = ordered_json::array();
        std::vector<const Study*> member_studies;
        for (const auto* study : studies) {
            if (study->activation.family != family.id) continue;
            ordered_json activation = activation_model(*study, studies, catalogue);
            activation["family"] = heading;
            ordered_json member;
            for (const char* const key : {"id", "name", "page", "summary", "uncertain", "formula", "names"})
                member[key] = activation[key];
            member.update(comparison_row(*study));
            members.push_back(std::move(member));
            member_studies.push_back(study);
            model["activations"].push_back(std::move(activation));
        }
        if (members.empty()) continue;
        mark_last(members);
        ordered_json entry = heading;
        entry["count"] = std::to_string(members.size());
        entry["one_member"] = members.size() == 1;
        add_picture(entry, member_studies);
        entry["summary"] = localized(family.summary);
        entry["members"] = std::move(members);
        model["families"].push_back(std::move(entry));
    }
    link_neighbours(model["activations"]);
    link_neighbours(model["families"]);
    const std::vector<Listed> all = listed(studies, vectors);
    model["names"] = names_model(all, catalogue);
    model["has_names"] = model["names"]["has_functions"].get<bool>() || model["names"]["has_disagreements"].get<bool>();
    model["lookup"] = lookup_model(all, catalogue);
    model["verdicts"] = verdicts_model(studies);
    model["needs"] = choice_model(studies);
    model["undecided"] = undecided_model(studies);
    model["has_undecided"] = !model["undecided"].empty();
    // The front page lists the functions of a small report, and only the families of a large one.
    constexpr std::size_t most_listed = 120;
    model["has_many"] = model["activations"].size() > most_listed;
    model["has_functions"] = !model["activations"].empty();
    model["counts"] = {{"functions", std::to_string(model["activations"].size())},
                       {"one_function", model["activations"].size() == 1},
                       {"families", std::to_string(model["families"].size())},
                       {"one_family", model["families"].size() == 1}};
    return model;
}

} // namespace actlas::report
