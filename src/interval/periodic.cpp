#include "interval/elementary.hpp"
#include "interval/libm.hpp"
#include "interval/rounding.hpp"

#include <cmath>

namespace actlas::interval {

using namespace rounding;

namespace {

constexpr double pi_below = 0x1.921fb54442d18p+1;
constexpr double two_pi_below = 0x1.921fb54442d18p+2;
const Interval unit(-1, 1);

/// What lies between the ends of x of a function with period 2π whose derivative changes sign every π, told from the
/// derivative's signs at the ends (a double other than 0 is never an exact zero of sin or cos, and the C library's
/// relative accuracy near the zeros makes the signs certain) and the width.
enum class Turns { none, one, both };

Turns turns(const Interval& x, bool same_sign) {
    const double width = x.width();
    if (!(width < two_pi_below)) return Turns::both;
    if (!same_sign) return Turns::one; // an odd number, and at most two in less than a period
    return width < pi_below ? Turns::none : Turns::both;
}

Interval at(double (*function)(double), std::int64_t error, double x) {
    return intersection(libm::around(function(x), error), unit);
}

/// sin or cos, from itself and the sign of its derivative at the ends.
Interval wave(const Interval& x, double (*function)(double), std::int64_t error, double slope_low, double slope_high) {
    const Interval ends = hull(at(function, error, x.low()), at(function, error, x.high()));
    const Turns found = turns(x, std::signbit(slope_low) == std::signbit(slope_high));
    if (found == Turns::both) return unit.weakened(x.decoration());
    if (found == Turns::none) return ends.weakened(x.decoration());
    // Rising first: a maximum lies between, else a minimum.
    if (slope_low > 0) return {ends.low(), 1, x.decoration()};
    return {-1, ends.high(), x.decoration()};
}

} // namespace

Interval sin(const Interval& x) {
    if (x.empty()) return {};
    if (x.zero()) return {0, 0, x.decoration()};
    if (!(x.width() < two_pi_below)) return unit.weakened(x.decoration());
    Interval range = wave(x, std::sin, libm::sin, std::cos(x.low()), std::cos(x.high()));
    // Padding must not move a zero at the end of x, nor the sign beside it.
    if (x.low() >= 0 && x.high() < pi_below) range = intersection(range, {0, 1}).weakened(x.decoration());
    if (x.high() <= 0 && x.low() > -pi_below) range = intersection(range, {-1, 0}).weakened(x.decoration());
    return range;
}

Interval cos(const Interval& x) {
    if (x.empty()) return {};
    if (x.zero()) return {1, 1, x.decoration()};
    if (!(x.width() < two_pi_below)) return unit.weakened(x.decoration());
    // cos' = -sin; at 0, where it is 0, take the sign it has inside x.
    const auto slope = [](double end, double inside) { return end == 0 ? -inside : -std::sin(end); };
    return wave(x, std::cos, libm::cos, slope(x.low(), 1), slope(x.high(), -1));
}

Interval tan(const Interval& x) {
    if (x.empty()) return {};
    if (x.zero()) return {0, 0, x.decoration()};
    const bool pole = !(x.width() < pi_below) || std::signbit(std::cos(x.low())) != std::signbit(std::cos(x.high()));
    if (pole) return Interval::entire(Decoration::partial);
    return libm::nondecreasing(x, [](double at) -> Interval {
        if (at == 0) return 0;
        const double value = std::tan(at);
        const Interval padded = libm::around(value, libm::tan);
        return value > 0 ? intersection(padded, {0, infinity}) : intersection(padded, {-infinity, 0});
    });
}

} // namespace actlas::interval
