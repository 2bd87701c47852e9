#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// The formula as textbooks print it: primitives that they define by exp, log, sqrt, sin and erf are written out, so
/// that x*sigmoid(x) becomes x/(1 + exp(-x)). It equals the given one in exact arithmetic wherever both are defined,
/// but is what overflows and cancels when it is typed into a program as it stands; nothing is simplified that would
/// hide this. A definition that repeats its argument (tanh, sech, sinc) is written out for an argument without
/// functions of x only: mish stays x*tanh(log(1 + exp(x))), as it is printed everywhere.
Expr textbook(const Expr& expr);

} // namespace actlas::formula
