#pragma once

#include "formula/expr.hpp"
#include "interval/interval.hpp"

#include <optional>
#include <vector>

namespace actlas::analysis {

/// Intervals that hold every value of a formula of vectors, its parameters bound, for x in a box; empty where the
/// formula hangs on a comparison that the box does not decide, or on a threshold, whose search encloses nothing.
std::optional<std::vector<interval::Interval>> enclose_vector(const formula::Expr& expr,
                                                              const std::vector<interval::Interval>& box);

} // namespace actlas::analysis
