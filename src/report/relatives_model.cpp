#include "report/relatives_model.hpp"

#include "analysis/limitations_text.hpp"
#include "analysis/relatives_text.hpp"
#include "base/number.hpp"
#include "catalogue/shared_names.hpp"
#include "report/activation_model.hpp"
#include "report/assignment.hpp"
#include "report/last.hpp"
#include "report/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace actlas::report {
namespace {

using analysis::Evidence;
using analysis::SameAs;
using nlohmann::ordered_json;

/// The functions that have a page.
using Pages = std::set<std::string>;
using RelativesById = std::map<std::string, analysis::Relatives>;

std::string page_of(const std::string& id, const Pages& pages) {
    return pages.contains(id) ? activation_page(id) : "";
}

ordered_json assignments(const std::vector<analysis::Setting>& parameters) {
    ordered_json list = ordered_json::array();
    for (const analysis::Setting& parameter : parameters)
        list.push_back({{"assignment", formula_model(assignment(parameter.name, parameter.exact))}});
    mark_last(list);
    return list;
}

ordered_json same_item(const SameAs& same, const Pages& pages) {
    std::string except;
    for (const double x : same.sameness.except)
        except += (except.empty() ? "" : ", ") + significant_for_people(x, 6);
    const bool exact = same.sameness.evidence == Evidence::exact;
    return {{"name", same.name},
            {"page", page_of(same.id, pages)},
            {"formula", same.kind == SameAs::Kind::rescaled ? formula_model(rescaling(same)) : ordered_json(false)},
            {"parameters", assignments(same.parameters)},
            {"has_parameters", !same.parameters.empty()},
            {"bound", exact ? "" : analysis::rounded_up(same.sameness.bound, 2)},
            {"proved", same.sameness.evidence == Evidence::proved},
            {"unproved", same.sameness.evidence == Evidence::estimated},
            {"except", except}};
}

ordered_json same_groups(const std::vector<SameAs>& same_as, const Pages& pages) {
    constexpr std::size_t most = 12;
    ordered_json groups = ordered_json::array();
    for (const SameAs::Kind kind :
         {SameAs::Kind::same, SameAs::Kind::rescaled, SameAs::Kind::special_case, SameAs::Kind::general_case}) {
        ordered_json items = ordered_json::array();
        std::size_t count = 0;
        for (const SameAs& same : same_as) {
            if (same.kind != kind) continue;
            if (++count <= most) items.push_back(same_item(same, pages));
        }
        if (items.empty()) continue;
        mark_last(items);
        groups.push_back({{"title", {{"t", fmt::format("same_as.{}", analysis::word(kind))}}},
                          {"items", std::move(items)},
                          {"more", count > most ? std::to_string(count - most) : ""}});
    }
    return groups;
}

ordered_json formula_of(const catalogue::Activation& activation) {
    return formula_model(formula::notate(activation.expr));
}

/// Finds the sets of functions that are the same.
class Groups {
public:
    void add(const std::string& a, const std::string& b) {
        const std::string first = root(a);
        const std::string second = root(b);
        if (first != second) parents_[second] = first;
    }

    /// The representative of a function's set; the function itself if nothing was said of it.
    std::string root(std::string id) {
        for (auto parent = parents_.find(id); parent != parents_.end(); parent = parents_.find(id))
            id = parent->second;
        return id;
    }

private:
    std::map<std::string, std::string> parents_;
};

void add_to(ordered_json& activation, const analysis::Relatives& relatives, const Pages& pages,
            const std::string& compared_with) {
    ordered_json nearest = ordered_json::array();
    for (const analysis::Relative& relative : relatives.nearest)
        nearest.push_back({{"name", relative.name},
                           {"page", page_of(relative.id, pages)},
                           {"gap", significant_for_people(relative.gap, 3)},
                           {"at", significant_for_people(relative.at, 3)},
                           {"gaussian", significant_for_people(relative.gaussian, 2)},
                           {"evidence", analysis::word(relative.evidence)}});
    activation["has_same_as"] = !relatives.same_as.empty();
    activation["same_as"] = same_groups(relatives.same_as, pages);
    activation["has_nearest"] = !nearest.empty();
    activation["nearest"] = std::move(nearest);
    activation["compared_with"] = compared_with;
}

ordered_json synonym_groups(const RelativesById& relatives, const Pages& pages, const catalogue::Catalogue& catalogue) {
    Groups found;
    std::map<std::string, const SameAs*> inexact; // by the function that it was found of
    for (const auto& [id, of] : relatives) {
        for (const SameAs& same : of.same_as) {
            if (same.kind != SameAs::Kind::same) continue;
            found.add(id, same.id);
            if (same.sameness.evidence != Evidence::exact) inexact.emplace(id, &same);
        }
    }
    std::map<std::string, std::vector<const catalogue::Activation*>> sets;
    std::vector<std::string> order;
    for (const catalogue::Activation& activation : catalogue.activations()) {
        const std::string root = found.root(activation.id);
        auto& set = sets[root];
        if (set.empty()) order.push_back(root);
        set.push_back(&activation);
    }
    ordered_json groups = ordered_json::array();
    for (const std::string& root : order) {
        const auto& set = sets[root];
        if (set.size() < 2) continue;
        ordered_json members = ordered_json::array();
        const SameAs* weakest = nullptr;
        for (const catalogue::Activation* member : set) {
            members.push_back({{"name", member->name}, {"page", page_of(member->id, pages)}});
            const auto known = inexact.find(member->id);
            if (known == inexact.end()) continue;
            if (weakest == nullptr || known->second->sameness.evidence == Evidence::estimated) weakest = known->second;
        }
        mark_last(members);
        const bool exact = weakest == nullptr;
        const bool proved = !exact && weakest->sameness.evidence == Evidence::proved;
        groups.push_back({{"members", std::move(members)},
                          {"formula", formula_of(*set.front())},
                          {"bound", exact ? "" : analysis::rounded_up(weakest->sameness.bound, 2)},
                          {"proved", proved},
                          {"unproved", !exact && !proved}});
    }
    return groups;
}

/// In the order of the report's pages.
ordered_json scaled_pairs(const ordered_json& activations, const RelativesById& relatives, const Pages& pages) {
    ordered_json list = ordered_json::array();
    std::set<std::pair<std::string, std::string>> done;
    for (const ordered_json& activation : activations) {
        const auto& id = activation["id"].get_ref<const std::string&>();
        const auto of = relatives.find(id);
        if (of == relatives.end()) continue;
        for (const SameAs& same : of->second.same_as) {
            if (same.kind != SameAs::Kind::rescaled || !done.insert(std::minmax(id, same.id)).second) continue;
            list.push_back({{"name", activation["name"]},
                            {"page", activation["page"]},
                            {"other", same.name},
                            {"other_page", page_of(same.id, pages)},
                            {"formula", formula_model(rescaling(same))}});
        }
    }
    return list;
}

ordered_json names_of_several(const Pages& pages, const catalogue::Catalogue& catalogue) {
    ordered_json names = ordered_json::array();
    for (const catalogue::SharedName& shared : catalogue::shared_names(catalogue)) {
        ordered_json functions = ordered_json::array();
        for (const std::string& id : shared.ids) {
            const catalogue::Activation& activation = *catalogue.find(id);
            functions.push_back(
                {{"name", activation.name}, {"page", page_of(id, pages)}, {"formula", formula_of(activation)}});
        }
        mark_last(functions);
        names.push_back({{"name", shared.name}, {"functions", std::move(functions)}});
    }
    return names;
}

} // namespace

void add_relatives(ordered_json& model, const RelativesById& relatives, const catalogue::Catalogue& catalogue) {
    Pages pages;
    for (const ordered_json& activation : model["activations"])
        pages.insert(activation["id"].get<std::string>());
    const auto& all = catalogue.activations();
    const std::string count = std::to_string(
        std::count_if(all.begin(), all.end(), [](const auto& activation) { return !activation.user_defined; }));
    for (ordered_json& activation : model["activations"]) {
        const auto of = relatives.find(activation["id"].get_ref<const std::string&>());
        add_to(activation, of != relatives.end() ? of->second : analysis::Relatives{}, pages, count);
    }
    ordered_json synonyms{{"groups", synonym_groups(relatives, pages, catalogue)},
                          {"scaled", scaled_pairs(model["activations"], relatives, pages)},
                          {"names", names_of_several(pages, catalogue)}};
    for (const char* const list : {"groups", "scaled", "names"})
        synonyms[fmt::format("has_{}", list)] = !synonyms[list].empty();
    model["synonyms"] = std::move(synonyms);
}

} // namespace actlas::report
