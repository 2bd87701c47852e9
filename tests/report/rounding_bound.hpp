#pragma once

#include "formula/expr.hpp"

#include <span>
#include <unordered_map>

namespace actlas::test {

/// What rounding can do to the value of a formula that is computed in doubles, step by step, as code does: a running
/// error bound (N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.3). Where terms
/// cancel it comes out at the size of their last digits, not of the result's.
class RoundingBound {
public:
    /// Every parameter of the formulas must be bound.
    RoundingBound(std::span<const formula::Binding> bindings, double x) : bindings_(bindings), x_(x) {}

    /// The largest distance between two such computations; infinite or NaN where a value on the way is not finite.
    double operator()(const formula::Expr& expr) { return 2 * of(expr).error; }

private:
    struct Computed {
        double value = 0;
        double error = 0;
    };

    Computed of(const formula::Expr& expr);
    Computed step(const formula::Expr& expr);

    std::span<const formula::Binding> bindings_;
    double x_;
    std::unordered_map<const formula::Expr::Node*, Computed> known_;
};

} // namespace actlas::test
