#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

/// Outward-rounded interval arithmetic. Of every operation the result contains the exact value at all real points of
/// the operands where it is defined, whatever the rounding; what can be represented exactly stays exact, so that
/// sums and products of small whole numbers remain points. After IEEE 1788-2015 (set-based intervals with decorations).
namespace actlas::interval {

/// What is known of an operation (or a whole formula) on the interval it was applied to, from the weakest. A result's
/// decoration is the weakest of its operands' and of its own operation's, so the value of a formula tells whether the
/// formula as a whole is defined, and continuous, on the box it was evaluated on.
enum class Decoration : std::uint8_t {
    partial,    ///< perhaps undefined somewhere
    defined,    ///< defined everywhere, perhaps with jumps
    continuous, ///< defined and continuous everywhere
};

/// A closed, connected set of reals: [low, high], all reals from or up to a bound, all reals, or the empty set. An
/// infinite bound means "without bound": infinity itself is never a member, so [0, 0] times [1, inf] is [0, 0].
class Interval {
public:
    /// The empty set: the value of something defined nowhere.
    constexpr Interval() = default;

    /// One point. NaN and the infinities are no reals: they give the empty set.
    constexpr Interval(double point) : Interval(point, point) {} // NOLINT(google-explicit-constructor): 1 - x is meant

    /// [low, high]; empty if low > high, if a bound is NaN, or if both are the same infinity.
    constexpr Interval(double low, double high, Decoration decoration = Decoration::continuous) {
        if (!(low <= high) || low > finite || high < -finite) return;
        low_ = low + 0.0; // -0 becomes 0
        high_ = high + 0.0;
        decoration_ = decoration;
    }

    /// All reals.
    static constexpr Interval entire(Decoration decoration = Decoration::continuous) {
        return {-unbounded, unbounded, decoration};
    }

    /// The bounds. Of the empty set: low() > high().
    constexpr double low() const { return low_; }
    constexpr double high() const { return high_; }
    constexpr Decoration decoration() const { return decoration_; }

    constexpr bool empty() const { return !(low_ <= high_); }
    constexpr bool point() const { return low_ == high_; }
    /// Neither empty nor without bound.
    constexpr bool bounded() const { return low_ >= -finite && high_ <= finite && !empty(); }
    constexpr bool defined() const { return decoration_ >= Decoration::defined; }
    constexpr bool continuous() const { return decoration_ == Decoration::continuous; }

    constexpr bool contains(double x) const { return low_ <= x && x <= high_; }
    constexpr bool contains(const Interval& inner) const {
        return inner.empty() || (low_ <= inner.low_ && inner.high_ <= high_);
    }
    /// True where every member is so; never for the empty set.
    constexpr bool positive() const { return low_ > 0 && !empty(); }
    constexpr bool negative() const { return high_ < 0 && !empty(); }
    constexpr bool nonnegative() const { return low_ >= 0 && !empty(); }
    constexpr bool nonpositive() const { return high_ <= 0 && !empty(); }
    constexpr bool zero() const { return low_ == 0 && high_ == 0; }

    /// A finite member near the middle: of a half-line, one of its own; of all reals, 0. NaN for the empty set.
    double middle() const;
    /// high - low, rounded up; 0 for the empty set.
    double width() const;
    /// The largest absolute value of a member, perhaps infinite; 0 for the empty set.
    constexpr double magnitude() const { return empty() ? 0 : std::max(-low_, high_) + 0.0; }
    /// The smallest absolute value of a member; 0 for the empty set.
    constexpr double mignitude() const { return empty() ? 0 : std::max({low_, -high_, 0.0}) + 0.0; }

    /// The same set with at most the given decoration.
    constexpr Interval weakened(Decoration decoration) const {
        Interval result = *this;
        result.decoration_ = std::min(decoration_, decoration);
        return result;
    }

    /// Equality as sets; decorations do not count.
    friend constexpr bool operator==(const Interval& a, const Interval& b) {
        return (a.empty() && b.empty()) || (a.low_ == b.low_ && a.high_ == b.high_);
    }

    friend Interval operator-(const Interval& a);
    friend Interval operator+(const Interval& a, const Interval& b);
    friend Interval operator-(const Interval& a, const Interval& b);
    friend Interval operator*(const Interval& a, const Interval& b);
    /// The hull of the quotients with a divisor other than 0; partial if b contains 0, empty if b is [0, 0].
    friend Interval operator/(const Interval& a, const Interval& b);

private:
    static constexpr double finite = std::numeric_limits<double>::max();
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    double low_ = 1; // the empty set
    double high_ = 0;
    Decoration decoration_ = Decoration::partial;
};

/// The weakest decoration of two operands.
constexpr Decoration weakest(const Interval& a, const Interval& b) {
    return std::min(a.decoration(), b.decoration());
}

/// The smallest interval that contains both, with the weaker decoration; an empty operand adds nothing to the set.
Interval hull(const Interval& a, const Interval& b);

/// What they have in common, with the weaker decoration.
Interval intersection(const Interval& a, const Interval& b);

/// x², never negative.
Interval sqr(const Interval& x);

/// x^n with whole exponent; x^0 is 1 also at 0.
Interval pow(const Interval& x, int n);

/// base^exponent as std::pow has it for reals: for a base below 0 defined at whole exponents only, 0^0 = 1. A point
/// exponent that is whole is taken as such.
Interval pow(const Interval& base, const Interval& exponent);
/// Without it, 2.5 would be taken for the whole number 2.
inline Interval pow(const Interval& base, double exponent) {
    return pow(base, Interval(exponent));
}

Interval abs(const Interval& x);
Interval min(const Interval& a, const Interval& b);
Interval max(const Interval& a, const Interval& b);

/// Whether a relation holds: for no members, for all, or neither is known.
enum class Truth { no, maybe, yes };

/// a < b and a <= b for all pairs of members. maybe if an operand is empty.
Truth less(const Interval& a, const Interval& b);
Truth less_equal(const Interval& a, const Interval& b);

/// if(condition, then, otherwise): the hull of both where the condition is not decided, and then at most `defined`,
/// since it may jump. Where the sides of the condition are partial, weaken the result by that.
Interval select(Truth condition, const Interval& then, const Interval& otherwise);

} // namespace actlas::interval
