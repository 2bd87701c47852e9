#include "report/vector_model.hpp"

#include "analysis/vector_words.hpp"
#include "catalogue/vector_catalogue.hpp"
#include "figure/vector_figure.hpp"
#include "formula/printers.hpp"
#include "formula/vector_notation.hpp"
#include "report/activation_model.hpp"
#include "report/code_model.hpp"
#include "report/findings_model.hpp"
#include "report/last.hpp"
#include "report/vector_code.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::report {
namespace {

std::string vector_figure_name(std::string_view kind, std::string_view id) {
    return fmt::format("vector-{}-{}", kind, id);
}

using analysis::VectorStudy;
using formula::Notation;
using nlohmann::ordered_json;

/// Longer ones nobody reads in a line; the program computes with them all the same.
constexpr std::size_t longest_equation = 260;

ordered_json equations(const std::vector<Notation>& notations) {
    ordered_json list = ordered_json::array();
    for (const Notation& notation : notations) {
        if (formula::to_text(notation).size() > longest_equation) return ordered_json::array();
        list.push_back({{"equation", formula_model(notation)}});
    }
    return list;
}

ordered_json facts(const VectorStudy& study) {
    ordered_json list = ordered_json::array();
    for (const analysis::VectorFact& fact : analysis::vector_facts(study))
        list.push_back({{"what", localized(fact.label)},
                        {"value", localized(fact.value)},
                        {"evidence", std::string(analysis::word(fact.evidence))}});
    return list;
}

ordered_json limits(const VectorStudy& study) {
    ordered_json list = ordered_json::array();
    for (const analysis::FarInput& far : study.far)
        list.push_back({{"input", analysis::vector_input(far.input)},
                        {"towards", far.side > 0 ? "+∞" : "−∞"},
                        {"others", analysis::vector_number(far.others)},
                        {"value", analysis::vector_number(far.value)},
                        {"slope", analysis::vector_number(far.slope)}});
    return list;
}

ordered_json gaps(const VectorStudy& study) {
    ordered_json list = ordered_json::array();
    for (const analysis::GapSlope& gap : study.gaps)
        list.push_back({{"gap", analysis::vector_number(gap.gap)}, {"slope", analysis::vector_number(gap.largest)}});
    return list;
}

ordered_json breakdowns(const VectorStudy& study) {
    ordered_json list = ordered_json::array();
    const Phrases& phrases = analysis::vector_phrases();
    for (const analysis::Breakdown& each : study.breakdowns) {
        if (!each.written) continue;
        const char* const inputs = each.inputs == analysis::Breakdown::Inputs::one   ? "page.inputs_one"
                                   : each.inputs == analysis::Breakdown::Inputs::all ? "page.inputs_all"
                                                                                     : "page.inputs_all_low";
        const auto from = [&](const std::optional<double>& t) {
            return localized(t ? phrases.fill("page.from", {{"t", same(analysis::vector_number(*t))}})
                               : phrases.fill("page.never"));
        };
        list.push_back({{"format", std::string(each.format->id)},
                        {"inputs", localized(phrases.fill(inputs))},
                        {"written", from(each.written)},
                        {"stable", from(each.stable)}});
    }
    return list;
}

ordered_json figures(const VectorStudy& study) {
    ordered_json list = ordered_json::array();
    for (const std::string& kind : figure::vector_kinds(study))
        list.push_back({{"picture", vector_figure_name(kind, study.activation.about.id)},
                        {"caption", {{"t", "vectors.captions." + kind}}}});
    return list;
}

ordered_json snippets(const VectorStudy& study, const ordered_json& strings, Language language) {
    ordered_json list = ordered_json::array();
    for (const SnippetKind& kind : snippet_kinds) {
        list.push_back({{"name", kind.name},
                        {"fence", kind.fence},
                        {"code", vector_snippet(study.activation, kind, strings, language)}});
    }
    return list;
}

class VectorPages {
public:
    VectorPages(const std::vector<const VectorStudy*>& studies, const catalogue::Catalogue& catalogue,
                const ordered_json& strings, Language language)
        : studies_(studies), catalogue_(catalogue), strings_(strings), language_(language) {}

    ordered_json page(const VectorStudy& study) const {
        const catalogue::Activation& about = study.activation.about;
        ordered_json aliases = ordered_json::array();
        for (const auto& alias : about.aliases)
            aliases.push_back({{"name", alias}});
        mark_last(aliases);
        ordered_json model{{"id", about.id},
                           {"name", about.name},
                           {"page", vector_page(about.id)},
                           {"summary", localized(about.summary)},
                           {"note", localized(about.note)},
                           {"known_as", !aliases.empty()},
                           {"aliases", std::move(aliases)},
                           {"definitions", equations(notate_vector(study.activation.formula))},
                           {"slopes", equations(notate_jacobian(study.activation.formula))},
                           {"symbols", equations(notate_symbols(study.activation.formula))},
                           {"facts", facts(study)},
                           {"far", limits(study)},
                           {"gaps", gaps(study)},
                           {"breakdowns", breakdowns(study)},
                           {"pictures", figures(study)},
                           {"limitations", finding_list(study.limitations)},
                           {"strengths", finding_list(study.strengths)},
                           {"parameters", parameter_list(about)},
                           {"frameworks", framework_list(about, catalogue_)},
                           {"references", reference_list(about)},
                           {"relations", relations(about)},
                           {"snippets", snippets(study, strings_, language_)}};
        for (const char* const list : {"symbols", "slopes", "breakdowns", "limitations", "strengths", "parameters",
                                       "frameworks", "references", "relations"})
            model[std::string("has_") + list] = !model[list].empty();
        return model;
    }

private:
    ordered_json relations(const catalogue::Activation& about) const {
        static const auto builtin = catalogue::VectorCatalogue::builtin();
        ordered_json list = ordered_json::array();
        for (const auto& relation : about.relations) {
            const catalogue::VectorActivation* const other = builtin.find(relation.id);
            const bool has_page = std::any_of(studies_.begin(), studies_.end(), [&](const VectorStudy* study) {
                return study->activation.about.id == relation.id;
            });
            list.push_back({{"kind", relation_kind(relation.kind)},
                            {"name", other != nullptr ? other->about.name : relation.id},
                            {"page", has_page ? vector_page(relation.id) : ""},
                            {"note", localized(relation.note)}});
        }
        return list;
    }

    const std::vector<const VectorStudy*>& studies_;
    const catalogue::Catalogue& catalogue_;
    const ordered_json& strings_;
    Language language_;
};

/// The family of an activation of vectors, the user's own last.
catalogue::Family family_of(const std::string& id) {
    static const auto builtin = catalogue::VectorCatalogue::builtin();
    for (const catalogue::Family& family : builtin.families())
        if (family.id == id) return family;
    return catalogue::family_of_own_vectors();
}

} // namespace

std::string vector_page(std::string_view id) {
    return fmt::format("vector/{}", id);
}

void add_vector_figures(std::vector<FigureOrder>& orders, const VectorStudy& study) {
    for (const std::string& kind : figure::vector_kinds(study))
        orders.push_back({vector_figure_name(kind, study.activation.about.id),
                          [&study, kind](const auto& context) { return figure::vector_figure(kind, study, context); }});
}

ordered_json vectors_model(const std::vector<const VectorStudy*>& studies) {
    ordered_json families = ordered_json::array();
    for (const VectorStudy* study : studies) {
        const catalogue::Activation& about = study->activation.about;
        const catalogue::Family family = family_of(about.family);
        auto known = std::find_if(families.begin(), families.end(),
                                  [&](const ordered_json& entry) { return entry["id"] == family.id; });
        if (known == families.end()) {
            families.push_back({{"id", family.id},
                                {"name", localized(family.name)},
                                {"summary", localized(family.summary)},
                                {"members", ordered_json::array()}});
            known = families.end() - 1;
        }
        const auto shown = equations(notate_vector(study->activation.formula));
        (*known)["members"].push_back({{"name", about.name},
                                       {"page", vector_page(about.id)},
                                       {"summary", localized(about.summary)},
                                       {"formulas", shown},
                                       {"shape", localized(analysis::vector_facts(*study).front().value)}});
    }
    return {{"has_vectors", !studies.empty()}, {"vector_families", std::move(families)}};
}

std::vector<ordered_json> vector_pages(const std::vector<const VectorStudy*>& studies,
                                       const catalogue::Catalogue& catalogue, const ordered_json& strings,
                                       Language language) {
    const VectorPages pages(studies, catalogue, strings, language);
    std::vector<ordered_json> result;
    for (const VectorStudy* study : studies)
        result.push_back(pages.page(*study));
    return result;
}

} // namespace actlas::report
