#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// True if two formulas (parameters bound) are proved to have the same value wherever both have one: multiplied out as
/// rational functions of x, exponentials, logarithms, roots and what else they are made of, they are equal. So
/// tanh(x) = 2*sigmoid(2*x) - 1 and 2^(x/log(2)) = exp(x) are found. False says nothing. Branches are compared as they
/// stand: see formula/piecewise.hpp. In bounded time.
bool identical(const Expr& a, const Expr& b);

} // namespace actlas::formula
