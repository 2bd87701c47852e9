#include "formula/kernels.hpp"

#include <cmath>
#include <limits>

namespace actlas::formula::kernel {

namespace {

/// A sum of two doubles, the second below half an ulp of the first, so that long recurrences add no rounding of their
/// own (T. Dekker, "A floating-point technique for extending the available precision", 1971).
struct Double2 {
    double high = 0;
    double low = 0;
};

Double2 normalized(double high, double low) {
    const double sum = high + low;
    return {sum, low - (sum - high)};
}

/// factor * a / divisor - b.
Double2 step(double factor, Double2 a, double divisor, Double2 b) {
    const double product = factor * a.high;
    const double product_low = std::fma(factor, a.high, -product) + factor * a.low;
    const double quotient = product / divisor;
    const double quotient_low = (std::fma(-quotient, divisor, product) + product_low) / divisor;
    const double difference = quotient - b.high;
    const double shadow = difference - quotient;
    const double lost = (quotient - (difference - shadow)) - (b.high + shadow);
    return normalized(difference, lost + (quotient_low - b.low));
}

/// The ascending series x^n/(2n+1)!! · sum of (-x²/2)^k / (k! (2n+3)(2n+5)...(2n+2k+1)) (DLMF 10.53.1). For x² < 2n + 3
/// the terms fall to a half at each step.
double by_series(int n, double x) {
    Double2 scale{1};
    for (int k = 1; k <= n; ++k)
        scale = step(x, scale, 2 * k + 1, {});
    const double factor = -0.5 * x * x;
    double term = 1;
    double tail = 0;
    for (int k = 1; std::fabs(term) > 1e-18; ++k) {
        term *= factor / (k * (2.0 * n + 2 * k + 1));
        tail += term;
    }
    return scale.high * (1 + tail);
}

/// j_(k+1) = (2k + 1)/x j_k - j_(k-1) (DLMF 10.51.1) upwards, which is stable while k < x.
double by_upward_recurrence(int n, double x) {
    Double2 before{std::cos(x) / x}; // j_(-1)
    Double2 current{std::sin(x) / x};
    for (int k = 0; k < n; ++k) {
        const Double2 next = step(2 * k + 1, current, x, before);
        before = current;
        current = next;
    }
    return current.high;
}

/// J. Miller's algorithm: the same recurrence downwards from far above, scaled to the larger of j_0 and j_1.
double by_downward_recurrence(int n, double x) {
    Double2 above;
    Double2 current{1e-290};
    double wanted = 0;
    for (int k = n + 40 + static_cast<int>(std::sqrt(40.0 * n)); k > 0; --k) {
        const Double2 below = step(2 * k + 1, current, x, above);
        above = current;
        current = below;
        if (k - 1 == n) wanted = current.high;
        if (std::fabs(current.high) > 0x1p800) {
            current = {current.high * 0x1p-800, current.low * 0x1p-800};
            above = {above.high * 0x1p-800, above.low * 0x1p-800};
            wanted *= 0x1p-800;
        }
    }
    const double j0 = std::sin(x) / x;
    const double j1 = (j0 - std::cos(x)) / x;
    return std::fabs(j0) > std::fabs(j1) ? wanted / current.high * j0 : wanted / above.high * j1;
}

} // namespace

double sph_bessel(double n, double x) {
    if (std::isnan(x)) return x;
    if (!(n >= 0 && n <= 1000) || n != std::floor(n)) return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(x)) return 0;
    const int order = static_cast<int>(n);
    if (order == 0) return sinc(x);
    const double magnitude = std::fabs(x);
    double value = 0;
    if (magnitude * magnitude < 2 * n + 3)
        value = by_series(order, magnitude);
    else if (magnitude > n)
        value = by_upward_recurrence(order, magnitude);
    else
        value = by_downward_recurrence(order, magnitude);
    return x < 0 && order % 2 == 1 ? -value : value;
}

} // namespace actlas::formula::kernel
