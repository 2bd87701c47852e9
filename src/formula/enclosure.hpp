#pragma once

#include "formula/expr.hpp"
#include "formula/rational.hpp"
#include "interval/interval.hpp"

#include <memory>

namespace actlas::formula {

/// A formula (parameters bound) compiled to evaluate on intervals: the result holds every value of the formula on the
/// box, outward-rounded, with the decoration of src/interval (defined, continuous). Common subexpressions are evaluated
/// once; enclosures come from the primitive table. Const calls are safe from several threads.
///
/// The formula means what it says on paper, as for the simplifier: a literal is the decimal that was written (0.1 is
/// one tenth; where it has more digits than exact arithmetic takes, the double), pi and e are the true constants.
/// Since a literal's enclosure also holds its double, and no rounding is assumed of anything else, what a computer
/// finds that rounds only literals lies inside too. The one exception: a formula that is nothing but a literal gives
/// that literal's double as a point, which when printed is the literal.
class EnclosureEvaluator {
public:
    /// Throws std::invalid_argument naming a parameter that is not bound.
    explicit EnclosureEvaluator(const Expr& bound);
    interval::Interval operator()(const interval::Interval& box) const;

private:
    struct Program;
    std::shared_ptr<const Program> program_;
};

/// The neighbouring doubles that a fraction lies between, or the point that it is.
interval::Interval enclosure_of(const Rational& value);

/// What a literal stands for.
interval::Interval enclosure_of_literal(double literal);

} // namespace actlas::formula
