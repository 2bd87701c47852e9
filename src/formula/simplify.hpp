#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// An equal formula that is shorter and at least as accurate in floating point: constants folded, like terms and
/// factors collected, identities such as 1 - tanh(u)^2 = sech(u)^2 applied. Polynomial numerators are expanded only
/// where that makes terms cancel. Equal wherever the given formula is defined. Idempotent. In
/// bounded time: a formula that the rules would blow up comes back as it is.
Expr simplify(const Expr& expr);

/// How far a rewritten formula equals the given one. Derivatives are taken `almost_everywhere`: where the argument of
/// sign() is 0 a derivative is a convention anyway, so sign(u)^2 = 1 there too.
enum class Equality { everywhere, almost_everywhere };
Expr simplify(const Expr& expr, Equality equality);

} // namespace actlas::formula
