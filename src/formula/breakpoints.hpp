#pragma once

#include "formula/expr.hpp"

#include <vector>

namespace actlas::formula {

/// The points of [low, high] where the formula changes branch: equal sides of an if(), zeros of the argument of abs,
/// relu, sign, step and sqrt and of the base of a fractional power, whole values of floor's, equal arguments of min,
/// max and clamp. Sorted, each once. Exact for arguments affine in x and for products, powers and calls that vanish
/// where such an argument does; otherwise found by sampling and bisection (a pair of crossings closer than a 4096th of
/// the interval and of its image under asinh may be missed). Of a floor that takes more than 10,000 steps in the
/// interval, not all are found. Parameters must be bound (std::invalid_argument otherwise). f may be smooth at such a
/// point; it cannot have a kink or a jump anywhere else, poles excepted.
std::vector<double> break_points(const Expr& expr, double low, double high);

} // namespace actlas::formula
