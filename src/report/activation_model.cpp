#include "report/activation_model.hpp"

#include "analysis/summary_text.hpp"
#include "base/number.hpp"
#include "figure/wording.hpp"
#include "formula/printers.hpp"
#include "report/assignment.hpp"
#include "report/escape.hpp"
#include "report/findings_model.hpp"
#include "report/glossary.hpp"
#include "report/landmarks.hpp"
#include "report/last.hpp"
#include "report/model.hpp"
#include "report/page_figures.hpp"
#include "report/properties_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace actlas::report {
namespace {

using analysis::Study;
using formula::Notation;
using nlohmann::ordered_json;

std::string text(double value) {
    return significant_for_people(value, 6);
}

bool has_page(std::string_view id, const std::vector<const Study*>& studies) {
    return std::any_of(studies.begin(), studies.end(), [id](const Study* study) { return study->activation.id == id; });
}

ordered_json kinks(const Study& study) {
    constexpr std::size_t most = 4; // more would be a list, which the landmarks are
    ordered_json list = ordered_json::array();
    if (study.properties.kinks.size() > most) return list;
    for (const auto& kink : study.properties.kinks) {
        if (kink.order > 1) continue;
        list.push_back({{"jump", kink.order == 0},
                        {"corner", kink.order == 1},
                        {"x", text(kink.x)},
                        {"left", text(kink.left)},
                        {"right", text(kink.right)},
                        {"convention", text(study.slope(kink.x))}});
    }
    return list;
}

/// What the less common functions in the formula and its derivative are.
ordered_json glosses(const Study& study) {
    ordered_json list = ordered_json::array();
    const std::array<formula::Expr, 2> shown{study.activation.expr, study.derivative};
    for (const Gloss* const gloss : glosses_of(shown)) {
        const auto [call, meaning] = formulas(*gloss);
        list.push_back({{"gloss", formula_model(equation(formula::notate(call), formula::notate(meaning)))}});
    }
    return list;
}

ordered_json parameters(const catalogue::Activation& activation) {
    ordered_json list = ordered_json::array();
    for (const auto& parameter : activation.parameters) {
        const Notation symbol = formula::notate_parameter(parameter.name);
        std::string usual;
        if (parameter.usual_low && parameter.usual_high)
            usual = fmt::format("[{}, {}]", text(*parameter.usual_low), text(*parameter.usual_high));
        list.push_back({{"symbol", formula_model(symbol)},
                        {"assignment", formula_model(assignment(parameter.name, parameter.value))},
                        {"value", text(parameter.value)},
                        {"usual", usual},
                        {"meaning", localized(parameter.meaning)}});
    }
    mark_last(list);
    return list;
}

ordered_json frameworks(const catalogue::Activation& activation, const catalogue::Catalogue& catalogue) {
    ordered_json list = ordered_json::array();
    for (const auto& name : activation.frameworks) {
        const auto& known = catalogue.frameworks();
        const auto framework =
            std::find_if(known.begin(), known.end(), [&](const auto& item) { return item.id == name.framework; });
        list.push_back({{"framework", framework != known.end() ? framework->name : name.framework},
                        {"name", name.name},
                        {"note", localized(name.note)}});
    }
    return list;
}

/// The names without their arguments, each once.
ordered_json short_names(const catalogue::Activation& activation) {
    ordered_json list = ordered_json::array();
    for (const auto& name : activation.frameworks) {
        const std::string bare = name.name.substr(0, name.name.find('('));
        if (name.is_activation && std::find(list.begin(), list.end(), bare) == list.end()) list.push_back(bare);
    }
    return list;
}

std::string_view key(catalogue::Relation::Kind kind) {
    using Kind = catalogue::Relation::Kind;
    switch (kind) {
    case Kind::same_function:
        return "same_function";
    case Kind::special_case:
        return "special_case";
    case Kind::approximates:
        return "approximates";
    case Kind::variant:
        break;
    }
    return "variant";
}

ordered_json relations(const catalogue::Activation& activation, const std::vector<const Study*>& studies,
                       const catalogue::Catalogue& catalogue) {
    ordered_json list = ordered_json::array();
    for (const auto& relation : activation.relations) {
        const auto* const other = catalogue.find(relation.id);
        list.push_back({{"kind", {{"t", fmt::format("relations.{}", key(relation.kind))}}},
                        {"name", other != nullptr ? other->name : relation.id},
                        {"page", has_page(relation.id, studies) ? activation_page(relation.id) : ""},
                        {"note", localized(relation.note)}});
    }
    return list;
}

ordered_json references(const catalogue::Activation& activation) {
    ordered_json list = ordered_json::array();
    for (const auto& reference : activation.references) {
        const std::string url = safe_url(reference.url);
        std::string link = url.substr(std::min(url.find("://") + 3, url.size()));
        if (link.starts_with("arxiv.org/abs/")) link = "arXiv:" + link.substr(14);
        // A text that ends in what the link will show need not say it twice.
        std::string text = reference.text;
        if (!url.empty() && text.ends_with(", " + link)) text.resize(text.size() - link.size() - 2);
        list.push_back({{"text", text}, {"url", url}, {"link", url.empty() ? "" : link}});
    }
    return list;
}

} // namespace

ordered_json localized(const LocalizedText& text) {
    return {{"en", text.en}, {"zh", text.zh}};
}

ordered_json formula_model(const Notation& notation) {
    const Notation chinese =
        formula::with_otherwise(notation, figure::Wording::in(Language::zh).text("formula.otherwise"));
    const auto both = [](std::string en, std::string zh) -> ordered_json {
        if (en == zh) return en;
        return {{"en", std::move(en)}, {"zh", std::move(zh)}};
    };
    return {{"latex", both(formula::to_latex(notation), formula::to_latex(chinese))},
            {"mathml", both(formula::to_mathml(notation), formula::to_mathml(chinese))},
            {"mathml_display", both(formula::to_mathml(notation, true), formula::to_mathml(chinese, true))}};
}

ordered_json activation_model(const Study& study, const std::vector<const Study*>& studies,
                              const catalogue::Catalogue& catalogue) {
    const auto& activation = study.activation;
    ordered_json aliases = ordered_json::array();
    for (const auto& alias : activation.aliases)
        aliases.push_back({{"name", alias}});
    mark_last(aliases);
    const ordered_json properties = properties_model(study);
    ordered_json model{{"id", activation.id},
                       {"name", activation.name},
                       {"page", activation_page(activation.id)},
                       {"summary", localized(analysis::summary_text(study))},
                       {"note", localized(activation.note)},
                       {"uncertain", localized(activation.uncertain)},
                       {"known_as", !aliases.empty()},
                       {"aliases", std::move(aliases)},
                       {"formula", formula_model(formula::notate(written_out(activation.expr)))},
                       {"definition", formula_model(formula::notate_definition(activation.expr))},
                       {"derivative", formula_model(formula::notate_definition(study.derivative, 1))},
                       {"glosses", glosses(study)},
                       {"kinks", kinks(study)},
                       {"glance", glance_model(study, properties)},
                       {"properties", properties},
                       {"landmarks", landmarks(study)},
                       {"parameters", parameters(activation)},
                       {"names", short_names(activation)},
                       {"frameworks", frameworks(activation, catalogue)},
                       {"relations", relations(activation, studies, catalogue)},
                       {"references", references(activation)}};
    model.update(findings_model(study));
    model.update(page_figures_model(study));
    for (const auto& [flag, list] :
         {std::pair("has_glosses", "glosses"), std::pair("has_landmarks", "landmarks"),
          std::pair("has_parameters", "parameters"), std::pair("has_names", "frameworks"),
          std::pair("has_relations", "relations"), std::pair("has_references", "references")})
        model[flag] = !model[list].empty();
    return model;
}

ordered_json parameter_list(const catalogue::Activation& activation) {
    return parameters(activation);
}

ordered_json framework_list(const catalogue::Activation& activation, const catalogue::Catalogue& catalogue) {
    return frameworks(activation, catalogue);
}

ordered_json reference_list(const catalogue::Activation& activation) {
    return references(activation);
}

ordered_json relation_kind(catalogue::Relation::Kind kind) {
    return {{"t", fmt::format("relations.{}", key(kind))}};
}

} // namespace actlas::report
