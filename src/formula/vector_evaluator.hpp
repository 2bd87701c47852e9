#pragma once

#include "formula/vector_formula.hpp"
#include "formula/vector_program.hpp"

#include <memory>
#include <span>
#include <vector>

namespace actlas::formula {

/// The matrix of partial derivatives: value(i, j) = dy_i / dx_j.
struct Jacobian {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values; ///< row by row
    double operator()(std::size_t i, std::size_t j) const { return values[i * columns + j]; }
};

/// A formula of vectors compiled for evaluation with its Jacobian. Copies are cheap; const calls are safe from several
/// threads.
///
/// Evaluated is the stable form of the formula (vector_stable.hpp), in numbers whose exponent does not run out: neither
/// does an exponential overflow nor a small component lose bits on the way. The Jacobian is exact, by forward-mode
/// differentiation along each input; at a kink it is that of the branch taken, as in derivative_rules.hpp.
class VectorEvaluator {
public:
    /// Every parameter must be bound; throws std::invalid_argument naming one that is not.
    explicit VectorEvaluator(const VectorFormula& formula, std::span<const Binding> bindings = {});

    /// The value at x; formula.refusal(x.size()) must be empty. NaN where a component is undefined.
    std::vector<double> operator()(std::span<const double> x) const;

    Jacobian jacobian(std::span<const double> x) const;

    const VectorFormula& formula() const { return formula_; }

private:
    VectorFormula formula_; ///< bound
    std::shared_ptr<const VectorProgram> value_;
    std::shared_ptr<const VectorProgram> tangent_;
};

} // namespace actlas::formula
