#pragma once

#include "formula/expr.hpp"
#include "interval/oracle.hpp"

namespace actlas::formula::test {

/// A formula's value by plain recursion in MPFR, independent of the project's kernels and enclosures. Literals of
/// up to nine digits are the decimals that their doubles print as, longer ones the doubles.
struct ExactValue {
    actlas::test::Exact value; ///< NaN where the formula has none
    bool sure = true;          ///< no intermediate value left MPFR's range of exponents
};
ExactValue exact_value(const Expr& expr, double x, mpfr_prec_t precision = 256);

} // namespace actlas::formula::test
