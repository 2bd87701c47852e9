#pragma once

#include "formula/expr.hpp"
#include "interval/interval.hpp"

namespace actlas::formula {

/// What is known of the limit of a branch-free formula as x goes to +inf or -inf.
struct Limit {
    enum class Kind {
        finite, ///< `value` encloses it
        plus_infinity,
        minus_infinity,
        none, ///< proved not to exist (sin)
        undecided,
    };
    Kind kind = Kind::undecided;
    interval::Interval value = {};
    bool exact = false; ///< `value` is a point found by rules alone (0, 1, a parameter), no rounding involved
    /// From which side the limit is approached far out: +1 from above, -1 from below, 0 equal to it or not known.
    int side = 0;
};

/// By rules on the leading behaviour (c * x^p * exp(...) * ... comparison of growth), never by sampling.
Limit limit_at_infinity(const Expr& branch_free, int side);

/// The sign that the formula has for all x far enough out on that side (+1 or -1); 0 if it is not known.
int eventual_sign(const Expr& expr, int side);

} // namespace actlas::formula
