#include "interval/elementary.hpp"
#include "interval/libm.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlas::interval {

using namespace rounding;

namespace {

/// x^n/(2n+1)!!, the first term of the series and, for x >= 0, a bound of |j_n| (DLMF 10.14.4).
Interval first_term(int n, const Interval& x) {
    Interval term = 1;
    for (int k = 1; k <= n; ++k)
        term = term * x / (2.0 * k + 1);
    return term;
}

/// The ascending series (DLMF 10.53.1) for x² < 1.5 (2n + 3): an alternating sum of falling terms, so what is cut off
/// lies between 0 and the next term.
Interval by_series(int n, const Interval& x) {
    const Interval step = -sqr(x) / 2;
    Interval term = 1;
    Interval sum = 1;
    for (int k = 1; k < 60; ++k) {
        term = term * step / (k * (2.0 * n + 2 * k + 1));
        if (term.magnitude() < 0x1p-60) return first_term(n, x) * (sum + hull(0, term));
        sum = sum + term;
    }
    return {-1, 1};
}

/// j_n, j_(n+1) and j_(n+2) for n >= -1, where j_(-1) = cos(x)/x.
using Three = std::array<Interval, 3>;

/// j_(k+1) = (2k + 1)/x j_k - j_(k-1), upwards from j_(-1) and j_0 = sin(x)/x.
Three by_recurrence(int n, double x) {
    const Interval bound(-1, 1);
    Three three;
    three[0] = intersection(libm::around(std::cos(x), libm::cos), bound) / x;
    three[1] = intersection(libm::around(std::sin(x), libm::sin), bound) / x;
    for (int k = 0;; ++k) {
        const bool lost = three[1].width() > 1;
        three[2] = lost ? bound : (2.0 * k + 1) / x * three[1] - three[0];
        if (k == n + 1) return three;
        three = {three[1], three[2], {}};
    }
}

/// j_n at one double x >= 0, from what the recurrence or the series gave.
Interval limited(int n, double x, const Interval& value) {
    if (x >= n) return intersection(value, {-1, 1});
    // positive up to the first zero, which lies beyond n + 1/2
    return intersection(value, {0, std::fmin(first_term(n, x).high(), 1.0)});
}

/// Whether the series of j_n is the way: where the recurrence would lose much and the series' terms fall.
bool small(int n, double x) {
    return x < std::fmax(0.0625, 0.6 * n) && x * x < 1.5 * (2.0 * n + 3);
}

Interval value_at(int n, double x) {
    if (x == 0) return n == 0 ? 1 : 0;
    if (std::isinf(x)) return 0;
    return limited(n, x, small(n, x) ? by_series(n, x) : by_recurrence(n - 1, x)[1]);
}

/// j_n and its derivatives at one double x > 0.
struct Values {
    Interval value;
    Interval slope;
    Interval curvature;
};

Values values_at(int n, double x) {
    Three three = by_recurrence(n - 1, x);
    if (small(n + 1, x)) three[2] = by_series(n + 1, x);
    if (small(n, x)) three[1] = by_series(n, x);
    if (n > 0 && small(n - 1, x)) three[0] = by_series(n - 1, x);
    Values at;
    at.value = limited(n, x, three[1]);
    // (2n + 1) j_n' = n j_(n-1) - (n + 1) j_(n+1), DLMF 10.51.2; |j_n'| <= 1/2 by Poisson's integral
    at.slope = -(n + 1.0) * three[2];
    if (n > 0) at.slope = static_cast<double>(n) * three[0] + at.slope;
    at.slope = intersection(at.slope / (2.0 * n + 1), {-0.5, 0.5});
    // Bessel's equation x² j'' + 2x j' + (x² - n(n+1)) j = 0
    at.curvature = -2 * at.slope / x - (1 - n * (n + 1.0) / sqr(Interval(x))) * at.value;
    return at;
}

/// The range of j_n over pieces of [1, inf), gathered piece by piece.
class Range {
public:
    explicit Range(int n) : n_(n), turning_(n * (n + 1.0)) {}

    const Interval& found() const { return found_; }
    void include(double x) { found_ = hull(found_, value_at(n_, x)); }

    /// A bound of |j_n| and of |j_n'| on [x, inf) for x² > n(n + 1), infinite elsewhere: N. Sonin's function
    /// j² + j'² x²/(x² - n(n+1)) of Bessel's equation falls there.
    double envelope(double x) const {
        const Interval rest = 1 - turning_ / sqr(Interval(x));
        if (!rest.positive()) return infinity;
        const Values at = values_at(n_, x);
        return sqrt(sqr(at.value) + sqr(at.slope) / rest).high();
    }

    /// Everything on [low, high], given the envelope at low.
    void cover(double low, double high, double envelope) {
        include(high);
        // Poisson's integral bounds the k-th derivative by 1/(k + 1); Bessel's equation and its derivative by the
        // envelope.
        const Interval u = 1 / Interval(low);
        const Interval size(std::fmin(envelope, 1.0));
        const double second = std::fmin(up(1.0 / 3), (size * (1 + 2 * u)).high());
        const double third = std::fmin(0.25, (size * (1 + 6 * u + 10 * sqr(u))).high());
        refine(low, high, second, third);
    }

private:
    /// j_n on [low, high], whose ends are included, with bounds of the second and third derivatives.
    void refine(double low, double high, double second, double third) {
        const double middle = Interval(low, high).middle();
        const double radius = std::fmax(add_up(high, -middle), add_up(middle, -low));
        const Values at = values_at(n_, middle);
        if (at.slope.mignitude() > multiply_up(radius, second)) return; // monotone
        const Interval reach(-radius, radius);
        const Interval taylor = at.value + at.slope * reach + sqr(reach) * Interval(-second, second) / 2;
        if (found_.contains(taylor)) return;
        const Interval curvature = at.curvature + third * reach;
        if (!curvature.contains(0)) {
            turn(low, high, curvature);
        } else if (low < middle && middle < high && high - low > 1e-8) {
            include(middle);
            refine(low, middle, second, third);
            refine(middle, high, second, third);
        } else {
            found_ = hull(found_, intersection(taylor, {-1, 1}));
        }
    }

    /// A stretch where the curvature has one sign: at most one extremum. At any c it is beyond j(c), by no more than
    /// j'(c)²/2 over the least curvature; Newton's method makes that negligible.
    void turn(double low, double high, const Interval& curvature) {
        const Interval first = values_at(n_, low).slope;
        const Interval last = values_at(n_, high).slope;
        if ((first.positive() && last.positive()) || (first.negative() && last.negative())) return;
        double place = Interval(low, high).middle();
        Values at = values_at(n_, place);
        for (int k = 0; k < 6 && !at.slope.contains(0); ++k) {
            place = std::clamp(place - at.slope.middle() / at.curvature.middle(), low, high);
            at = values_at(n_, place);
        }
        const double beyond = (sqr(at.slope) / (2 * curvature.mignitude())).high();
        const Interval extremum = at.value + (curvature.negative() ? Interval(0, beyond) : Interval(-beyond, 0));
        found_ = hull(found_, intersection(extremum, {-1, 1}));
    }

    int n_;
    double turning_; ///< n(n + 1)
    Interval found_;
};

/// The range over [low, high], 0 <= low.
Interval range_of(int n, double low, double high) {
    Range range(n);
    range.include(low);
    range.include(high);
    if (low == high) return range.found();
    // j_n is monotone up to its first extremum: for n = 0 that is at 4.49..., else beyond √(n(n + 1)).
    const double monotone = n == 0 ? 4.0 : std::sqrt(n * (n + 1.0)) * (1 - 0x1p-50);
    double x = std::fmax(low, monotone);
    if (x >= high) return range.found();
    range.include(x);
    constexpr int most = 256;           // the second extremum is met before, after which the envelope ends the search
    constexpr double resolved = 0x1p26; // beyond, steps of 1 would leave nothing between
    for (int k = 0; k < most && x < resolved; ++k) {
        if (x >= high) return range.found();
        const double rest = range.envelope(x);
        if (range.found().contains({-rest, rest})) return range.found();
        const double next = std::fmin(x + 1, high);
        range.cover(x, next, rest);
        x = next;
    }
    if (x >= high) return range.found();
    const double rest = std::fmin(range.envelope(x), 1.0);
    return hull(range.found(), {-rest, rest});
}

} // namespace

Interval sph_bessel(int n, const Interval& x) {
    if (x.empty() || n < 0 || n > 1000) return {};
    Interval range;
    if (n % 2 == 0)
        range = range_of(n, x.mignitude(), x.magnitude());
    else if (x.high() >= 0)
        range = hull(range, range_of(n, std::fmax(x.low(), 0.0), x.high()));
    if (n % 2 == 1 && x.low() < 0) range = hull(range, -range_of(n, std::fmax(-x.high(), 0.0), -x.low()));
    return {range.low(), range.high(), x.decoration()};
}

Interval sinc(const Interval& x) {
    return sph_bessel(0, x);
}

} // namespace actlas::interval
