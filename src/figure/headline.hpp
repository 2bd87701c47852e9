#pragma once

#include "analysis/study.hpp"
#include "base/language.hpp"
#include "plot/scale.hpp"

#include <string>
#include <vector>

namespace actlas::figure {

/// One sentence on what is most worth seeing, chosen by rules from the study.
std::string headline(const analysis::Study& study, Language language);

/// Alternative text: shape, extrema, kinks, dead and saturated regions of one function, as far as the window shows
/// them.
std::string describe(const analysis::Study& study, const plot::Window& window, bool with_derivative, Language language);

/// "x < 0", "−3 < x < 3", "x > 1".
std::string interval_text(const analysis::Interval& interval);

} // namespace actlas::figure
