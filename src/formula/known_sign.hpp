#pragma once

#include "formula/expr.hpp"
#include "formula/primitive.hpp"

namespace actlas::formula {

/// What can be told at a glance about the sign of a formula, wherever it is defined. Nothing is assumed of parameters.
Sign known_sign(const Expr& expr);

} // namespace actlas::formula
