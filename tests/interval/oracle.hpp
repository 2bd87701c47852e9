#pragma once

#include "interval/interval.hpp"

#include <cmath>
#include <cstdint>
#include <mpfr.h>
#include <ostream>
#include <string>

namespace actlas::test {

/// A number of MPFR at a precision at which rounding never decides a comparison with a double: rounding is monotone, so
/// a value inside an interval of doubles stays inside.
class Exact {
public:
    explicit Exact(double value = 0, mpfr_prec_t precision = 192) {
        mpfr_init2(value_, precision);
        mpfr_set_d(value_, value, MPFR_RNDN);
    }
    Exact(const Exact& other) : Exact(0, mpfr_get_prec(other.value_)) { mpfr_set(value_, other.value_, MPFR_RNDN); }
    Exact& operator=(const Exact& other) {
        mpfr_set(value_, other.value_, MPFR_RNDN);
        return *this;
    }
    ~Exact() { mpfr_clear(value_); }

    mpfr_ptr get() { return value_; }
    mpfr_srcptr get() const { return value_; }
    bool defined() const { return !mpfr_nan_p(value_); }
    bool inside(const interval::Interval& x) const {
        return !x.empty() && mpfr_cmp_d(value_, x.low()) >= 0 && mpfr_cmp_d(value_, x.high()) <= 0;
    }
    double nearest() const { return mpfr_get_d(value_, MPFR_RNDN); }

    friend bool operator<(const Exact& a, const Exact& b) { return mpfr_less_p(a.value_, b.value_) != 0; }

private:
    mpfr_t value_;
};

/// S. Vigna's splitmix64.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    std::uint64_t below(std::uint64_t count) { return bits() % count; }
    double unit() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

    /// A finite double: of any size, subnormal numbers included, or near the origin, or a small whole number.
    double number() {
        switch (below(4)) {
        case 0: {
            const double any = std::ldexp(1 + unit(), static_cast<int>(below(2098)) - 1075);
            return (bits() & 1) != 0 ? any : -any;
        }
        case 1:
            return 60 * unit() - 30;
        case 2:
            return std::floor(21 * unit()) - 10;
        default: {
            const double moderate = std::ldexp(1 + unit(), static_cast<int>(below(60)) - 40);
            return (bits() & 1) != 0 ? moderate : -moderate;
        }
        }
    }

    /// Wide, narrow, a point, or half the line.
    interval::Interval range() {
        const double a = number();
        switch (below(8)) {
        case 0:
            return a;
        case 1:
            return (bits() & 1) != 0 ? interval::Interval(a, HUGE_VAL) : interval::Interval(-HUGE_VAL, a);
        case 2:
        case 3: {
            const double b = a + std::fabs(a) * std::ldexp(unit(), -static_cast<int>(below(50)));
            return {a, std::isfinite(b) ? b : a};
        }
        case 4:
        case 5: {
            const double b = a + 12 * unit();
            return {a, b};
        }
        default: {
            const double b = number();
            return {std::fmin(a, b), std::fmax(a, b)};
        }
        }
    }

    /// A real member of a nonempty interval.
    double member(const interval::Interval& x) {
        const double low = std::fmax(x.low(), -1.7976931348623157e308);
        const double high = std::fmin(x.high(), 1.7976931348623157e308);
        switch (below(5)) {
        case 0:
            return low;
        case 1:
            return high;
        case 2: {
            const double any = number();
            return x.contains(any) ? any : low;
        }
        default: {
            const double t = unit();
            return std::fmin(high, std::fmax(low, low * (1 - t) + high * t));
        }
        }
    }

private:
    std::uint64_t state_;
};

/// How many doubles lie between two doubles.
std::int64_t doubles_between(double a, double b);

} // namespace actlas::test

namespace actlas::interval {

/// For the messages of failed checks.
inline std::ostream& operator<<(std::ostream& out, const Interval& x) {
    const auto precision = out.precision(17);
    out << '[' << x.low() << ", " << x.high() << "] " << static_cast<int>(x.decoration());
    out.precision(precision);
    return out;
}

} // namespace actlas::interval
