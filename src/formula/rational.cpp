#include "formula/rational.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <string>

namespace actlas::formula {

namespace {

constexpr std::int64_t largest_whole = std::int64_t{1} << 53;
constexpr int most_decimals = 18;

/// A literal with more digits approximates a number that is no fraction, 3.141592653589793 say: it stays as it is.
constexpr std::size_t most_digits = 9;

/// Up to 15 digits survive the way to a double and back.
constexpr std::int64_t largest_digits = 999'999'999'999'999;

/// A decimal over a number that gives no decimal becomes a fraction only if that is short: 0.5/3 = 1/6.
constexpr std::int64_t largest_mixed = 1'000'000'000;

/// The fraction as digits and a number of decimal places, if it ends.
struct Decimal {
    std::int64_t digits = 0;
    int places = 0;
};

std::optional<Decimal> to_decimal(const Rational& r) {
    std::int64_t scale = 1;
    for (int places = 0; places <= most_decimals; ++places, scale *= 10) {
        if (scale % r.denominator != 0) {
            if (places == most_decimals) break;
            continue;
        }
        std::int64_t digits = 0;
        if (__builtin_mul_overflow(r.numerator, scale / r.denominator, &digits)) return std::nullopt;
        return Decimal{digits, places};
    }
    return std::nullopt;
}

double parse_decimal(const Decimal& decimal) {
    const std::string text = std::to_string(decimal.digits) + "e-" + std::to_string(decimal.places);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Settles how the result is written; nothing if there is no way.
std::optional<Rational> written(Rational r) {
    if (r.denominator == 1) r.decimal = false;
    if (r.decimal) {
        const std::optional<Decimal> decimal = to_decimal(r);
        if (decimal && std::abs(decimal->digits) <= largest_digits) return r;
        if (std::abs(r.numerator) > largest_mixed || r.denominator > largest_mixed) return std::nullopt;
        r.decimal = false;
    }
    if (std::abs(r.numerator) > largest_whole || r.denominator > largest_whole) return std::nullopt;
    return r;
}

Rational reduced(std::int64_t numerator, std::int64_t denominator, bool decimal) {
    const std::int64_t common = std::gcd(numerator, denominator);
    const std::int64_t sign = denominator < 0 ? -1 : 1;
    return {sign * numerator / common, sign * denominator / common, decimal};
}

std::optional<std::int64_t> whole_root(std::int64_t square) {
    const auto root = std::llround(std::sqrt(static_cast<double>(square)));
    if (root * root != square) return std::nullopt;
    return root;
}

} // namespace

double Rational::value() const {
    if (decimal) {
        if (const std::optional<Decimal> digits = to_decimal(*this)) return parse_decimal(*digits);
    }
    return static_cast<double>(numerator) / static_cast<double>(denominator);
}

std::optional<Rational> to_rational(double literal) {
    if (!std::isfinite(literal)) return std::nullopt;
    if (std::floor(literal) == literal) {
        if (std::fabs(literal) > static_cast<double>(largest_whole)) return std::nullopt;
        return Rational{static_cast<std::int64_t>(literal)};
    }
    std::array<char, 32> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), literal, std::chars_format::scientific).ptr;
    std::string digits;
    const char* at = buffer.data();
    int places = 0;
    bool after_point = false;
    for (; at != end && *at != 'e'; ++at) {
        if (*at == '.') {
            after_point = true;
        } else {
            digits += *at;
            places += after_point ? 1 : 0;
        }
    }
    int exponent = 0;
    std::from_chars(at[1] == '+' ? at + 2 : at + 1, end, exponent);
    places -= exponent;
    if (places > most_decimals || digits.size() > most_digits) return std::nullopt;
    std::int64_t numerator = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), numerator);
    std::int64_t scale = 1;
    for (int i = 0; i < places; ++i)
        scale *= 10;
    return reduced(numerator, scale, true);
}

std::optional<Rational> add(Rational a, Rational b) {
    const std::int64_t common = std::gcd(a.denominator, b.denominator);
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t sum = 0;
    std::int64_t denominator = 0;
    if (__builtin_mul_overflow(a.numerator, b.denominator / common, &left) ||
        __builtin_mul_overflow(b.numerator, a.denominator / common, &right) ||
        __builtin_add_overflow(left, right, &sum) ||
        __builtin_mul_overflow(a.denominator, b.denominator / common, &denominator)) {
        return std::nullopt;
    }
    return written(reduced(sum, denominator, a.decimal || b.decimal));
}

std::optional<Rational> multiply(Rational a, Rational b) {
    const Rational left = reduced(a.numerator, b.denominator, false);
    const Rational right = reduced(b.numerator, a.denominator, false);
    std::int64_t numerator = 0;
    std::int64_t denominator = 0;
    if (__builtin_mul_overflow(left.numerator, right.numerator, &numerator) ||
        __builtin_mul_overflow(left.denominator, right.denominator, &denominator)) {
        return std::nullopt;
    }
    return written({numerator, denominator, a.decimal || b.decimal});
}

std::optional<Rational> power(Rational base, std::int64_t exponent) {
    if (exponent < 0) {
        if (base.numerator == 0) return std::nullopt;
        base = reduced(base.denominator, base.numerator, base.decimal);
        exponent = -exponent;
    }
    if (base.is(1) || base.is(0)) return exponent == 0 ? one : base;
    if (exponent > 64) return std::nullopt;
    std::optional<Rational> result = one;
    for (std::int64_t i = 0; i < exponent && result; ++i)
        result = multiply(*result, base);
    return result ? written(*result) : result;
}

Rational negate(Rational a) {
    return {-a.numerator, a.denominator, a.decimal};
}

bool less(Rational a, Rational b) {
    std::int64_t left = 0;
    std::int64_t right = 0;
    if (__builtin_mul_overflow(a.numerator, b.denominator, &left) ||
        __builtin_mul_overflow(b.numerator, a.denominator, &right)) {
        return a.value() < b.value();
    }
    return left < right;
}

std::optional<Rational> square_root(Rational a) {
    if (a.numerator < 0) return std::nullopt;
    const auto numerator = whole_root(a.numerator);
    const auto denominator = whole_root(a.denominator);
    if (!numerator || !denominator) return std::nullopt;
    return written({*numerator, *denominator, a.decimal});
}

} // namespace actlas::formula
