#include "interval/interval.hpp"
#include "interval/libm.hpp"
#include "interval/rounding.hpp"

#include <cmath>
#include <utility>

namespace actlas::interval {

using namespace rounding;

namespace {

/// base^exponent for base >= 0, bounds within the library's error; limits at 0 and infinity as std::pow has them.
Interval pow_at(double base, double exponent) {
    const double value = std::pow(base, exponent);
    if (base == 0 || base == 1 || exponent == 0 || std::isinf(base) || std::isinf(exponent))
        return {std::fmin(value, largest), value};
    if (exponent == 1) return base;
    return {std::fmax(down(value, libm::pow), 0.0), up(value, libm::pow)};
}

/// Of base >= 0, 0 included as a limit. Monotone in each argument where the other is fixed, so the corners hold the
/// range.
Interval pow_nonnegative(const Interval& base, const Interval& exponent) {
    Interval range;
    for (const double b : {base.low(), base.high()}) {
        for (const double e : {exponent.low(), exponent.high()}) {
            // 1^infinity and infinity^0 stand for every limit between 0 and infinity
            const bool every = (b == 1 && std::isinf(e)) || (std::isinf(b) && e == 0 && !exponent.point());
            const Interval corner = every ? Interval(0, infinity) : pow_at(b, e);
            range = hull(range, corner);
        }
    }
    return range;
}

/// x^n for x >= 0 and n > 0 by repeated multiplication, exact where the products are.
Interval product(double x, int n) {
    double low = x;
    double high = x;
    for (int k = 1; k < n; ++k) {
        low = multiply_down(low, x);
        high = multiply_up(high, x);
    }
    return {low, high};
}

constexpr int longest_product = 8; ///< above, std::pow is closer

/// x^n for x >= 0, n other than 0, with the limits at 0 and infinity.
Interval power_of_magnitude(double x, int n) {
    if (std::isinf(x) || x == 0 || n > longest_product || n < -longest_product) return pow_at(x, n);
    if (n > 0) return product(x, n);
    const Interval reciprocal = product(x, -n);
    return reciprocal.low() > error_free && reciprocal.bounded() ? 1 / reciprocal : pow_at(x, n);
}

} // namespace

Interval pow(const Interval& x, int n) {
    if (x.empty() || (n < 0 && x.zero())) return {};
    if (n == 0) return {1, 1, x.decoration()};
    const Decoration decoration = n < 0 && x.contains(0) ? Decoration::partial : x.decoration();
    const bool even = n % 2 == 0;
    if (even || x.low() >= 0 || x.high() <= 0) {
        Interval near = power_of_magnitude(x.mignitude(), n);
        Interval far = power_of_magnitude(x.magnitude(), n);
        if (n < 0) std::swap(near, far);
        const Interval range(near.low(), far.high(), decoration);
        return even || x.low() >= 0 ? range : -range;
    }
    if (n < 0) return Interval::entire(decoration);
    return {-power_of_magnitude(-x.low(), n).high(), power_of_magnitude(x.high(), n).high(), decoration};
}

Interval pow(const Interval& base, const Interval& exponent) {
    if (base.empty() || exponent.empty()) return {};
    const Decoration given = weakest(base, exponent);
    const double e = exponent.low();
    const bool whole = exponent.point() && e == std::floor(e);
    if (whole && std::fabs(e) <= 1024) return pow(base, static_cast<int>(e)).weakened(exponent.decoration());

    if (base.zero() && exponent.negative()) return {};
    Decoration decoration = given;
    if (base.low() < 0 || (base.low() == 0 && exponent.low() < 0))
        decoration = Decoration::partial;
    else if (base.low() == 0 && exponent.low() == 0)
        decoration = std::min(given, Decoration::defined); // 0^0 jumps
    Interval range;
    if (base.high() >= 0) range = pow_nonnegative({std::fmax(base.low(), 0.0), base.high()}, exponent);
    // A negative base has a power at whole exponents only, of either sign.
    const bool any_whole = std::ceil(exponent.low()) <= exponent.high();
    if (base.low() < 0 && any_whole) {
        const Interval size = pow_nonnegative({base.high() < 0 ? -base.high() : 0.0, -base.low()}, exponent);
        range = hull(range, {-size.high(), size.high()});
    }
    if (range.empty()) return {};
    return {range.low(), range.high(), decoration};
}

} // namespace actlas::interval
