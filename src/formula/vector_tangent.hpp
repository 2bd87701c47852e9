#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// The change of a formula of vectors, in first order, when x changes by dx (the parameter tangent_name of
/// vector_program.hpp): the Jacobian times dx, by the stable rules of the primitives.
Expr vector_tangent(const Expr& expr);

} // namespace actlas::formula
