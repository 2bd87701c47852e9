#include "interval/interval.hpp"

#include "interval/rounding.hpp"

namespace actlas::interval {

using namespace rounding;

double Interval::middle() const {
    if (empty()) return std::numeric_limits<double>::quiet_NaN();
    if (low_ == -infinity) return high_ == infinity ? 0 : std::fmin(-largest, high_);
    if (high_ == infinity) return largest;
    return std::clamp(low_ / 2 + high_ / 2, low_, high_); // halves: the sum would overflow
}

double Interval::width() const {
    return empty() ? 0 : add_up(high_, -low_);
}

Interval operator-(const Interval& a) {
    if (a.empty()) return {};
    return {-a.high_, -a.low_, a.decoration_};
}

Interval operator+(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    return {add_down(a.low_, b.low_), add_up(a.high_, b.high_), weakest(a, b)};
}

Interval operator-(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    return {add_down(a.low_, -b.high_), add_up(a.high_, -b.low_), weakest(a, b)};
}

Interval operator*(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    const Decoration decoration = weakest(a, b);
    if (a.low_ >= 0) {
        return {multiply_down(b.low_ >= 0 ? a.low_ : a.high_, b.low_),
                multiply_up(b.high_ >= 0 ? a.high_ : a.low_, b.high_), decoration};
    }
    if (b.low_ >= 0) return b * a;
    if (a.high_ <= 0) return -(-a * b);
    if (b.high_ <= 0) return -(a * -b);
    return {std::fmin(multiply_down(a.low_, b.high_), multiply_down(a.high_, b.low_)),
            std::fmax(multiply_up(a.low_, b.low_), multiply_up(a.high_, b.high_)), decoration};
}

Interval operator/(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty() || b.zero()) return {};
    if (b.high_ <= 0) return -a / -b;
    const Decoration decoration = b.low_ > 0 ? weakest(a, b) : Decoration::partial;
    if (a.zero()) return {0, 0, decoration};
    if (b.low_ < 0) return Interval::entire(decoration);
    // b >= 0. Where b reaches down to 0 the quotient has no bound on the side of a's members other than 0.
    const double near = b.low_;
    const double far = b.high_;
    double low = 0;
    double high = 0;
    if (a.low_ >= 0)
        low = divide_down(a.low_, far);
    else
        low = near > 0 ? divide_down(a.low_, near) : -infinity;
    if (a.high_ <= 0)
        high = divide_up(a.high_, far);
    else
        high = near > 0 ? divide_up(a.high_, near) : infinity;
    return {low, high, decoration};
}

Interval hull(const Interval& a, const Interval& b) {
    if (a.empty()) return b.weakened(a.decoration());
    if (b.empty()) return a.weakened(b.decoration());
    return {std::fmin(a.low(), b.low()), std::fmax(a.high(), b.high()), weakest(a, b)};
}

Interval intersection(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    return {std::fmax(a.low(), b.low()), std::fmin(a.high(), b.high()), weakest(a, b)};
}

Interval sqr(const Interval& x) {
    if (x.empty()) return {};
    const double near = x.mignitude();
    const double far = x.magnitude();
    return {multiply_down(near, near), multiply_up(far, far), x.decoration()};
}

Interval abs(const Interval& x) {
    if (x.empty()) return {};
    return {x.mignitude(), x.magnitude(), x.decoration()};
}

Interval min(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    return {std::fmin(a.low(), b.low()), std::fmin(a.high(), b.high()), weakest(a, b)};
}

Interval max(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return {};
    return {std::fmax(a.low(), b.low()), std::fmax(a.high(), b.high()), weakest(a, b)};
}

Truth less(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return Truth::maybe;
    if (a.high() < b.low()) return Truth::yes;
    return a.low() >= b.high() ? Truth::no : Truth::maybe;
}

Truth less_equal(const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) return Truth::maybe;
    if (a.high() <= b.low()) return Truth::yes;
    return a.low() > b.high() ? Truth::no : Truth::maybe;
}

Interval select(Truth condition, const Interval& then, const Interval& otherwise) {
    if (condition == Truth::yes) return then;
    if (condition == Truth::no) return otherwise;
    return hull(then, otherwise).weakened(Decoration::defined);
}

} // namespace actlas::interval
