#include "interval/elementary.hpp"
#include "interval/libm.hpp"
#include "interval/rounding.hpp"

#include <cmath>

namespace actlas::interval {

using namespace rounding;

namespace {

// Constants between neighbouring doubles; 1/√2 also as a double and a remainder.
const Interval inverse_sqrt_two_pi(0x1.9884533d43650p-2, 0x1.9884533d43651p-2);
constexpr double four_over_pi_below = 0x1.45f306dc9c882p+0;
constexpr double sqrt_half = 0x1.6a09e667f3bcdp-1;
const Interval sqrt_half_rest(-0x1.bdd3413b26457p-55, -0x1.bdd3413b26455p-55);

/// e^t for |t| < 1/2: from 1 + t up to 1 + t + t².
Interval exp_of_small(const Interval& t) {
    const Interval linear = 1 + t;
    return {linear.low(), (linear + sqr(t)).high()};
}

/// exp(-x²/2) for x >= 0.
Interval exp_minus_half_square(double x) {
    if (x < 1) {
        const Interval square = sqr(x);
        const double low = libm::exp_at(-square.high() / 2).low();
        return {low, libm::exp_at(-square.low() / 2).high()};
    }
    // A rounded square would cost its own relative error times x²/2: put the rounding error back as a factor.
    const double square = x * x;
    const Interval value = libm::exp_at(-square / 2);
    if (square > 1500) return value; // [0, 2 doubles]
    const double rounding_error = std::fma(x, x, -square);
    return value * exp_of_small(-rounding_error / 2);
}

Interval normal_pdf_at(double x) {
    return exp_minus_half_square(x) * inverse_sqrt_two_pi;
}

Interval erfc_at(double x) {
    if (x == 0) return 1;
    const double value = std::erfc(x);
    return {std::fmax(down(value, libm::erfc), 0.0), std::fmin(up(value, libm::erfc), 2.0)};
}

/// erfc(x/√2)/2 for x >= 0, the upper tail of the normal distribution.
Interval normal_tail_at(double x) {
    if (x == 0) return 0.5;
    if (x < 0.5) return 0.5 - erf(x * Interval(down(sqrt_half), sqrt_half)) / 2;
    const double u = x * sqrt_half;
    const Interval value = erfc_at(u);
    if (u > 64) return value / 2; // [0, some doubles]
    // The exact argument is u + missing, and erfc falls by the factor exp(-missing · hazard), with the hazard rate
    // between u + √(u² + 4/π) and u + √(u² + 2) (Abramowitz and Stegun 7.1.13).
    const Interval missing = Interval(std::fma(x, sqrt_half, -u)) + x * sqrt_half_rest;
    const double near = down(u, 2);
    const double far = up(u, 2);
    const Interval hazard(add_down(near, sqrt_down(add_down(multiply_down(near, near), four_over_pi_below))),
                          add_up(far, sqrt_up(add_up(multiply_up(far, far), 2))));
    return value * exp_of_small(-missing * hazard) / 2;
}

} // namespace

Interval normal_pdf(const Interval& x) {
    return libm::nonincreasing(abs(x), normal_pdf_at);
}

Interval erfc(const Interval& x) {
    return libm::nonincreasing(x, erfc_at);
}

Interval normal_cdf(const Interval& x) {
    return libm::nondecreasing(x, [](double at) { return at > 0 ? 1 - normal_tail_at(at) : normal_tail_at(-at); });
}

} // namespace actlas::interval
