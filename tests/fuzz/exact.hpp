#pragma once

#include "formula/exact_value.hpp"
#include "interval/interval.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlas::fuzz {

/// A formula's value in MPFR, and how far off it may be.
struct Reference {
    test::Exact value;
    test::Exact error;
};

/// Whether every literal stands for the same number to the program and to the reference. Beyond these sizes exact
/// arithmetic takes a short decimal for its double; so does an enclosure that is of nothing but a literal.
inline bool literals_agree(const formula::Expr& expr, bool bare = true) {
    if (expr.kind() == formula::Kind::number) {
        const double size = std::fabs(expr.node().value);
        return !bare && (size == 0 || (size >= 1e-6 && size <= 0x1p53));
    }
    const bool still_bare = bare && expr.kind() == formula::Kind::negate;
    const auto& operands = expr.operands();
    return std::all_of(operands.begin(), operands.end(),
                       [&](const formula::Expr& operand) { return literals_agree(operand, still_bare); });
}

/// Where two precisions agree; nothing where the formula has no value there, or MPFR cannot tell.
inline std::optional<Reference> reference(const formula::Expr& expr, double x) {
    if (!literals_agree(expr)) return std::nullopt;
    const auto coarse = formula::test::exact_value(expr, x, 256);
    const auto fine = formula::test::exact_value(expr, x, 640);
    if (!coarse.sure || !fine.sure) return std::nullopt;
    if (mpfr_number_p(coarse.value.get()) == 0 || mpfr_number_p(fine.value.get()) == 0) return std::nullopt;
    test::Exact error = fine.value, scale = fine.value;
    mpfr_sub(error.get(), fine.value.get(), coarse.value.get(), MPFR_RNDN);
    mpfr_abs(error.get(), error.get(), MPFR_RNDU);
    mpfr_abs(scale.get(), fine.value.get(), MPFR_RNDU);
    mpfr_mul_2si(scale.get(), scale.get(), -200, MPFR_RNDU);
    if (mpfr_cmp(error.get(), scale.get()) > 0) return std::nullopt; // cancellation: the digits may all be wrong
    mpfr_add(error.get(), error.get(), scale.get(), MPFR_RNDU);
    return Reference{fine.value, error};
}

/// Whether an interval holds a value, to within that value's error.
inline bool holds(const interval::Interval& interval, const Reference& at) {
    test::Exact low = at.value, high = at.value;
    mpfr_sub(low.get(), at.value.get(), at.error.get(), MPFR_RNDD);
    mpfr_add(high.get(), at.value.get(), at.error.get(), MPFR_RNDU);
    return !interval.empty() && mpfr_cmp_d(high.get(), interval.low()) >= 0 &&
           mpfr_cmp_d(low.get(), interval.high()) <= 0;
}

} // namespace actlas::fuzz
