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

} // namespace actlas::report
