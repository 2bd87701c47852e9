#pragma once

#include "interval/interval.hpp"
#include "interval/rounding.hpp"

#include <cmath>
#include <cstdint>

/// THE ASSUMPTION of this folder: how far, in doubles, the C library's functions may be from the exact value.
/// Everything else here follows from correctly rounded + - * / sqrt fma by proof. The figures are at least one and a
/// half times, and mostly more than twice, the largest errors known of glibc 2.36 (in the comments, ulp), which are
/// near the worst there are: B. Gladman, V. Innocente, J. Mather, P. Zimmermann, "Accuracy of Mathematical Functions in
/// Single, Double, Double Extended, and Quadruple Precision", 2022. The tests measure the library at hand against MPFR.
namespace actlas::interval::libm {

constexpr std::int64_t exp = 2;   // 0.511
constexpr std::int64_t log = 2;   // 0.519
constexpr std::int64_t pow = 2;   // 0.523
constexpr std::int64_t sin = 2;   // 0.516, arguments of any size
constexpr std::int64_t cos = 2;   // 0.516
constexpr std::int64_t tan = 2;   // 0.619
constexpr std::int64_t atan = 2;  // 0.523
constexpr std::int64_t expm1 = 3; // 0.912
constexpr std::int64_t log1p = 3; // 0.896
constexpr std::int64_t erf = 4;   // 1.43
constexpr std::int64_t asinh = 5; // 1.92
constexpr std::int64_t sinh = 5;  // 1.93
constexpr std::int64_t cosh = 5;  // 1.93
constexpr std::int64_t tanh = 5;  // 2.22
constexpr std::int64_t erfc = 8;  // 5.19

/// The doubles on both sides of a computed value.
inline Interval around(double value, std::int64_t error) {
    return {rounding::down(value, error), rounding::up(value, error)};
}

/// e^x at one double: exact at 0, never negative.
inline Interval exp_at(double x) {
    if (x == 0) return 1;
    const double value = std::exp(x);
    return {std::fmax(rounding::down(value, exp), 0.0), rounding::up(value, exp)};
}

/// An enclosure of the range of a nondecreasing function from enclosures of its values at the two ends (infinite ends
/// included).
template<class At>
Interval nondecreasing(const Interval& x, At at) {
    if (x.empty()) return {};
    const Interval first = at(x.low());
    if (x.point()) return first.weakened(x.decoration());
    return {first.low(), at(x.high()).high(), x.decoration()};
}

template<class At>
Interval nonincreasing(const Interval& x, At at) {
    return nondecreasing(-x, [&](double minus) { return at(-minus); });
}

} // namespace actlas::interval::libm
