#pragma once

#include "analysis/study.hpp"

#include <string>

namespace actlas::report {

/// The largest |f'| of a function: over the extrema of f', the slopes beside kinks and the asymptotes.
struct LargestSlope {
    double value = 0;
    analysis::Evidence evidence = analysis::Evidence::estimated;
};
LargestSlope largest_slope(const analysis::Study& study);

/// The interval of the values that f takes, from its limits at both ends, extrema and constant stretches: "(0, 1)",
/// "[0, +∞)". Right for functions without jumps.
std::string output_range(const analysis::Study& study);

/// How many calls of exponential, hyperbolic, sigmoidal and other transcendental functions a formula holds.
int transcendental_calls(const formula::Expr& formula);

} // namespace actlas::report
