#pragma once

#include "analysis/properties_chart.hpp"
#include "formula/expr.hpp"

namespace actlas::analysis {

/// The sign of a formula without branches on a box far out, where its enclosure straddles 0 because exponentials
/// underflow: the formula is written as a sum of terms c * |x|^p * exp(e), with enclosures c and formulas e, of which
/// one outweighs the others. What vanishes exponentially is kept as a factor: normal_cdf(u) = normal_pdf(u) * R, with R
/// between 2/(t + sqrt(t^2 + 4)) and 4/(3t + sqrt(t^2 + 8)), t = -u > 0 (Z. W. Birnbaum, 1942; M. R. Sampford, 1953),
/// likewise erfc (M. Abramowitz and I. A. Stegun, 7.1.13), sigmoid, softplus, sech; tanh, erf, log1p, ... of a small
/// argument by bounds of their series. unknown_sign where that does not tell, and where x = 0 is in the box.
int sign_by_growth(const formula::Expr& expr, const Box& box);

} // namespace actlas::analysis
