#pragma once

#include "formula/expr.hpp"

#include <span>

namespace actlas::formula {

/// How array code keeps the branch of an if() that is not taken from doing harm: it is computed too.
enum class GuardStyle {
    clamp,  ///< x stays within the bounds of the branch, so that nothing overflows or is undefined
    select, ///< x is replaced where the branch is not taken, so that its derivative is finite there too
};

struct Guarded {
    Expr expr;
    bool changed = false;
};

/// The same function with the variable of every branch guarded that would overflow, divide by zero or leave a domain
/// where it is not taken; found out at sample points for the parameters' values. A branch for which no safe value
/// is found, and all of a formula of more than large_formula nodes, stays as it is.
Guarded guard_branches(const Expr& expr, std::span<const Binding> bindings, GuardStyle style);

/// The same function with the arguments of exp, expm1, sinh and cosh bounded by `overflow_bound` where larger ones
/// would not change the result: 0 * inf does not arise on the way to a finite value.
Guarded bound_exponentials(const Expr& expr, std::span<const Binding> bindings);

/// exp() of it is finite even in single precision.
constexpr double overflow_bound = 80;

/// From so many nodes on, formulas are printed without looking for something to guard or share.
constexpr std::size_t large_formula = 600;

} // namespace actlas::formula
