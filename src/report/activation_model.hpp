#pragma once

#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/notation.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// What an activation's page prints. `studies` are those that have pages.
nlohmann::ordered_json activation_model(const analysis::Study& study,
                                        const std::vector<const analysis::Study*>& studies,
                                        const catalogue::Catalogue& catalogue);

/// A formula for {{#typeset}} and {{#display}}: latex, mathml and mathml for display.
nlohmann::ordered_json formula_model(const formula::Notation& notation);

/// A text in two languages.
nlohmann::ordered_json localized(const LocalizedText& text);

/// Lists of an activation's page that need no study: its parameters, its names in frameworks, its references.
nlohmann::ordered_json parameter_list(const catalogue::Activation& activation);
nlohmann::ordered_json framework_list(const catalogue::Activation& activation, const catalogue::Catalogue& catalogue);
nlohmann::ordered_json reference_list(const catalogue::Activation& activation);

/// The name of a kind of relation in strings.json: {t: "relations.variant"}.
nlohmann::ordered_json relation_kind(catalogue::Relation::Kind kind);

} // namespace actlas::report
