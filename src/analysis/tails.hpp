#pragma once

#include "analysis/study.hpp"

#include <vector>

namespace actlas::analysis {

/// The line that f approaches as x goes to +inf (side = +1) or -inf (side = -1), estimated from f and f' far out.
Asymptote asymptote(const formula::Evaluator& f, const formula::Evaluator& slope, int side);

/// From where on |f'| stays below `threshold`, on both sides, as far as samples out to |x| = 1e6 can tell.
/// `break_points` (sorted) are snapped to, since a saturated region often begins at one.
Saturation saturation(const formula::Evaluator& slope, const std::vector<double>& break_points, double threshold);

/// The maximal intervals on which f' = 0 throughout, from the branches between break points: a slope that only
/// underflows to zero does not count.
std::vector<Interval> dead_intervals(const formula::Evaluator& slope, const std::vector<double>& break_points);

} // namespace actlas::analysis
