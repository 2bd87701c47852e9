#pragma once

#include "analysis/study.hpp"

#include <string>

namespace actlas::report {

/// The interval of the values that f takes, with round brackets where an end is not attained: "(0, 1)", "[0, +∞)".
std::string output_range(const analysis::Study& study);

} // namespace actlas::report
