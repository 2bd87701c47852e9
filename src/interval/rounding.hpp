#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

/// Basic operations on doubles rounded down or up, without touching the processor's rounding mode (which compilers
/// ignore). Each rounds to nearest first; the sign of the rounding error, computed without error (D. Knuth's TwoSum; a
/// fused multiply-add for products, quotients and roots), tells whether the result must move to its neighbour. What is
/// exact stays exact, save products and quotients below 2^-960, whose error may not be representable: those always
/// move. Arguments are never NaN; they are infinite only where noted.
namespace actlas::interval::rounding {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
/// Below this a product's rounding error need not be a double.
constexpr double error_free = 0x1p-960;

/// Doubles in their order as whole numbers without gaps: neighbours differ by 1; both zeros are 0.
inline std::int64_t rank(double x) {
    const auto bits = std::bit_cast<std::int64_t>(x);
    return bits < 0 ? std::numeric_limits<std::int64_t>::min() - bits : bits;
}

inline double of_rank(std::int64_t rank) {
    return std::bit_cast<double>(rank < 0 ? std::numeric_limits<std::int64_t>::min() - rank : rank);
}

/// `count` doubles further down; -inf stays. From +inf the first step is to the largest double.
inline double down(double x, std::int64_t count = 1) {
    return of_rank(std::max(rank(x) - count, rank(-infinity)));
}

/// `count` doubles further up; +inf stays.
inline double up(double x, std::int64_t count = 1) {
    return of_rank(std::min(rank(x) + count, rank(infinity)));
}

/// a + b; infinite arguments of one sign are allowed.
inline double add_down(double a, double b) {
    const double sum = a + b;
    if (std::isinf(sum)) return sum > 0 && !std::isinf(a) && !std::isinf(b) ? largest : sum;
    const double part = sum - a;
    const double error = (a - (sum - part)) + (b - part);
    return error >= 0 ? sum : down(sum); // a NaN error (overflow on the way) counts as negative
}

inline double add_up(double a, double b) {
    return -add_down(-a, -b);
}

/// a * b, where 0 times infinity is 0: an infinite bound stands for arbitrarily large reals.
inline double multiply_down(double a, double b) {
    if (a == 0 || b == 0) return 0;
    const double product = a * b;
    if (std::isinf(product)) return product > 0 && !std::isinf(a) && !std::isinf(b) ? largest : product;
    if (std::fabs(product) < error_free) return std::signbit(product) ? down(product) : std::fmax(0.0, down(product));
    return std::fma(a, b, -product) >= 0 ? product : down(product);
}

inline double multiply_up(double a, double b) {
    return -multiply_down(-a, b);
}

/// a / b for b != 0, not both infinite.
inline double divide_down(double a, double b) {
    if (a == 0 || std::isinf(b)) return 0;
    const double quotient = a / b;
    if (std::isinf(quotient)) return quotient > 0 && !std::isinf(a) ? largest : quotient;
    if (std::fabs(quotient) < error_free || std::fabs(a) < error_free)
        return std::signbit(quotient) ? down(quotient) : std::fmax(0.0, down(quotient));
    const double remainder = std::fma(-quotient, b, a);
    return remainder == 0 || std::signbit(remainder) == std::signbit(b) ? quotient : down(quotient);
}

inline double divide_up(double a, double b) {
    return -divide_down(-a, b);
}

/// The square root of x >= 0, infinity included.
inline double sqrt_down(double x) {
    const double root = std::sqrt(x);
    if (x == 0 || std::isinf(x)) return root;
    if (x < error_free) return down(root);
    return std::fma(-root, root, x) >= 0 ? root : down(root);
}

inline double sqrt_up(double x) {
    const double root = std::sqrt(x);
    if (x == 0 || std::isinf(x)) return root;
    if (x < error_free) return up(root);
    return std::fma(-root, root, x) <= 0 ? root : up(root);
}

} // namespace actlas::interval::rounding
