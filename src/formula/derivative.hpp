#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// The derivative with respect to x of the given order (0: the formula itself, simplified), by the primitives' stable
/// rules, simplified after each step. At a kink it is the derivative of the branch that the formula chooses there (for
/// abs, sign, relu, ... see the rule in the primitive table): a convention, not a limit.
Expr derivative(const Expr& expr, int order = 1);

/// The derivative with respect to a parameter, simplified.
Expr parameter_derivative(const Expr& expr, const std::string& parameter);

} // namespace actlas::formula
