#pragma once

#include <cstdint>
#include <string_view>

namespace actlas::formula {

/// A number with a double's precision and a range that formulas do not leave: fraction · 2^exponent. The evaluator
/// falls back on it at points where an intermediate value would overflow or lose bits by underflow although the
/// formula's value need not: x·sigmoid(x) at x = -740, say, where sigmoid(x) has only seven bits left as a double. Each
/// operation rounds once, as a double's does.
class Wide {
public:
    Wide() = default;
    Wide(double value, std::int64_t exponent = 0);

    /// In [1/2, 1) by magnitude, or 0, infinite or NaN.
    double fraction() const { return fraction_; }
    std::int64_t exponent() const { return exponent_; }

    /// Rounded to the nearest double, infinite or 0 if out of range.
    double rounded() const;

    /// For functions that are flat near 0: as rounded(), but a value that is not 0 stays so.
    double rounded_away_from_zero() const;

    /// Whether rounded() keeps the full precision (0 and infinities included).
    bool fits() const;

    Wide operator-() const;
    friend Wide operator+(const Wide& a, const Wide& b);
    friend Wide operator-(const Wide& a, const Wide& b) { return a + -b; }
    friend Wide operator*(const Wide& a, const Wide& b);
    friend Wide operator/(const Wide& a, const Wide& b);

    /// The order of the values; false for NaN.
    friend bool operator<(const Wide& a, const Wide& b);
    friend bool operator>(const Wide& a, const Wide& b) { return b < a; }
    friend bool operator<=(const Wide& a, const Wide& b);
    friend bool operator>=(const Wide& a, const Wide& b) { return b <= a; }

    bool is_nan() const;

private:
    double fraction_ = 0;
    std::int64_t exponent_ = 0;
};

namespace wide {

/// exp(x), for |x| < 2^30 with full precision; beyond, 0 or infinity.
Wide exp(const Wide& x);
Wide exp_of_product(const Wide& a, const Wide& b);
Wide exp_of_sum(const Wide& a, const Wide& b);
Wide sqrt(const Wide& x);
Wide log(const Wide& x);
Wide pow(const Wide& base, const Wide& exponent);

/// How a primitive acts on wide numbers.
struct Kernel {
    Wide (*value)(const Wide* args) = nullptr;
    /// The function is positive everywhere but below the smallest normal double somewhere: there a double is not
    /// enough.
    bool underflows = false;
};

/// The kernel of the primitive of that name. A primitive without one (value is nullptr) is evaluated in double
/// precision, its arguments rounded: right for those that are flat near 0 and at infinity, such as cos and floor.
Kernel kernel_of(std::string_view primitive);

} // namespace wide

} // namespace actlas::formula
