#pragma once

#include "analysis/properties.hpp"
#include "analysis/properties_subject.hpp"

namespace actlas::analysis {

/// The line that f approaches towards +inf (side 1) or -inf (side -1), by limit rules; estimated where they do not lead
/// to an answer.
Asymptote asymptote(const Subject& subject, int side);

/// From where on |f'| < threshold to the end of the line; a jump ends it. Infinite where it holds everywhere.
Saturation saturation(const Subject& subject, double threshold);

/// The parts with f' = 0 throughout.
std::vector<Interval> dead_intervals(const Subject& subject);

} // namespace actlas::analysis
