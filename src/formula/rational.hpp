#pragma once

#include <cstdint>
#include <optional>

namespace actlas::formula {

/// An exact fraction, as the simplifier folds numbers. A literal counts as the decimal that was written: 0.1 is one
/// tenth.
struct Rational {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1; ///< positive, without a common factor with the numerator
    bool decimal = false;         ///< came from a decimal literal and is to be written as one

    bool is(std::int64_t whole) const { return numerator == whole && denominator == 1; }
    bool whole() const { return denominator == 1; }
    bool even() const { return whole() && numerator % 2 == 0; }
    bool negative() const { return numerator < 0; }
    double value() const; ///< the nearest double

    /// By value: how it is to be written does not matter.
    friend bool operator==(const Rational& a, const Rational& b) {
        return a.numerator == b.numerator && a.denominator == b.denominator;
    }
};

inline constexpr Rational one{1};
inline constexpr Rational half{1, 2};

/// The fraction that a literal stands for; nothing where it has too many digits (1e-300, 3.141592653589793) to take
/// part in exact arithmetic.
std::optional<Rational> to_rational(double literal);

/// Sums, products, powers and order; nothing where the result cannot be written down exactly with doubles, so that the
/// operands must be left as they are.
std::optional<Rational> add(Rational a, Rational b);
std::optional<Rational> multiply(Rational a, Rational b);
std::optional<Rational> power(Rational base, std::int64_t exponent);
Rational negate(Rational a);
bool less(Rational a, Rational b);

/// The exact square root of a square.
std::optional<Rational> square_root(Rational a);

} // namespace actlas::formula
