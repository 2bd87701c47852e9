#pragma once

#include "formula/exact_value.hpp"
#include "interval/interval.hpp"

#include <optional>

namespace actlas::fuzz {

/// A formula's value in MPFR, and how far off it may be.
struct Reference {
    test::Exact value;
    test::Exact error;
};

/// Where two precisions agree; nothing where the formula has no value there, or MPFR cannot tell.
inline std::optional<Reference> reference(const formula::Expr& expr, double x) {
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
