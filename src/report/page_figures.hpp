#pragma once

#include "analysis/study.hpp"
#include "report/figures.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// The curve at the size of narrow screens and table cells.
FigureOrder small_curve(const analysis::Study& study);

/// The figures of an activation's page, in its order: the curve, also for narrow screens; the worst limitation; what
/// rounding does in number formats; the family over its first parameter; and the icon that tables show. The study must
/// live until they are drawn.
void add_page_figures(std::vector<FigureOrder>& orders, const analysis::Study& study);

/// Which of them there are, for the page's template: {worst_picture, family_picture, precision_picture}, of which each
/// may be false.
nlohmann::ordered_json page_figures_model(const analysis::Study& study);

} // namespace actlas::report
