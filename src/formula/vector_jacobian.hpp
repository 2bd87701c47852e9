#pragma once

#include "formula/expr.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actlas::formula {

/// A matrix diag(d) + r1 g1ᵀ + r2 g2ᵀ + ..., its vectors being formulas of x: what Jacobians of componentwise functions
/// and of reductions are sums and products of.
struct MatrixForm {
    struct Outer {
        Expr column; ///< r
        Expr row;    ///< g
    };
    std::optional<Expr> diagonal; ///< d; nothing: 0
    std::vector<Outer> outer;

    bool zero() const { return !diagonal && outer.empty(); }
    /// Whether the form shows the matrix to be symmetric: every g a multiple of its r by a number. (That it does not
    /// show it proves nothing.)
    bool symmetric() const;
};

/// The name of the parameter that stands for the value of the formula itself in its matrix form.
inline const std::string value_name = "y ";

/// The parts of an input of which derivatives are taken: all of x, or its halves.
enum class InputPart { whole, first_half, second_half };

/// The Jacobian of a formula whose value has one piece (no concat) with respect to a part of the input, simplified;
/// empty if it is no such sum: where components change places, or a choice hangs on more than its own component.
std::optional<MatrixForm> matrix_form(const Expr& expr, InputPart part);

/// An equal formula of vectors that is shorter: each vector that is not made componentwise is taken as a symbol.
Expr simplify_vector(const Expr& expr);

} // namespace actlas::formula
