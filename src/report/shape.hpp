#pragma once

#include "analysis/study.hpp"

#include <string>

namespace actlas::report {

/// The interval of the values that f takes, with round brackets where an end is not attained: "(0, 1)", "[0, +∞)".
std::string output_range(const analysis::Study& study);

/// The same of any two bounds, with so many significant digits.
std::string interval_of(const analysis::Bound& low, const analysis::Bound& high, int digits);

} // namespace actlas::report
