#pragma once

#include "formula/expr.hpp"
#include "formula/limits.hpp"

#include <cstddef>

namespace actlas::analysis {

/// An estimate, from above, of the nodes that the derivative's tree has before it is simplified: of a product of n
/// factors it has n times as many, so that the derivatives of a long formula must not be formed at all.
std::size_t derivative_size(const formula::Expr& expr);

/// How many exponentials (exp, expm1, sinh, cosh, powers with x in the exponent) stand one inside the other at most.
std::size_t exponential_depth(const formula::Expr& expr);

/// How often a formula may be enclosed so that the time does not depend on its length: `most` times if it is short.
std::size_t evaluations_for(const formula::Expr& expr, std::size_t most);

/// limit_at_infinity(), but undecided of a long formula, of which it would take long.
formula::Limit bounded_limit(const formula::Expr& expr, int side);

} // namespace actlas::analysis
