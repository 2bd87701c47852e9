#pragma once

#include "formula/expr.hpp"

#include <memory>
#include <span>

namespace actlas::formula {

namespace tape {
struct Program;
}

/// A formula compiled to a flat program with common subexpressions shared. Copies are cheap; const calls are safe from
/// several threads.
///
/// Each step is rounded once, and intermediate values neither overflow nor underflow: where a double would, that point
/// is computed with a wider exponent. So the tails of products such as x·sigmoid(x) keep their relative accuracy until
/// the value itself underflows.
class Evaluator {
public:
    /// Every parameter of the formula must be bound; throws std::invalid_argument naming one that is not.
    explicit Evaluator(const Expr& expr, std::span<const Binding> bindings = {});

    /// The value at x. Only the chosen branch of an if() counts; NaN where the formula is undefined or a comparison is
    /// with NaN.
    double operator()(double x) const;

    /// y[i] = f(x[i]), the same double as the call for one x gives; the spans have equal length and may be the same.
    void operator()(std::span<const double> x, std::span<double> y) const;

private:
    std::shared_ptr<const tape::Program> program_;
};

} // namespace actlas::formula
