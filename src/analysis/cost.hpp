#pragma once

#include "formula/expr.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace actlas::analysis {

/// The distinct calls of transcendental functions in some formulas taken together, in the order in which they occur.
std::vector<formula::Expr> distinct_calls(std::span<const formula::Expr> formulas);

/// Distinct calls of transcendental functions in some formulas taken together, non-integer powers included: what an
/// evaluation costs beside some arithmetic.
std::size_t transcendental_calls(std::span<const formula::Expr> formulas);

} // namespace actlas::analysis
