#include "formula/kernels.hpp"

#include "base/infinity.hpp"

#include <cmath>
#include <limits>

namespace actlas::formula::kernel {

namespace {

constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();
constexpr double sqrt_half = 0.70710678118654752440;
constexpr double sqrt_half_low = -0x1.bdd3413b26456p-55; // sqrt(1/2) - sqrt_half
constexpr double two_over_sqrt_pi = 1.12837916709551257390;
constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
constexpr double inverse_sqrt_two_pi_correction = -6.247337834861335e-17; // the digits that it lacks, relative to it

/// A product of factors with a rounding error of its own that is known: value * (1 + correction).
struct Corrected {
    double value = 0;
    double correction = 0;
};

/// exp(-x*x*scale) * factor for a scale that is a power of two, rounded once at the end: what is lost in squaring and
/// multiplying is put back (to first order in what the square loses; the second is below 2^-88).
double gaussian_times(double x, double scale, Corrected factor) {
    const double square = x * x;
    const double decay = std::exp(-square * scale);
    if (decay == 0) return 0;
    const double square_low = std::fma(x, x, -square);
    const double value = decay * factor.value;
    const double lost = std::fma(decay, factor.value, -value);
    return value + std::fma(value, factor.correction - square_low * scale, lost);
}

/// Below this, erf(x) < 1/2 and 1 - erf(x) loses nothing; above, the tail has its own formula.
constexpr double erfc_tail = 0.46875;

/// exp(y*y) erfc(y) at y = x + x_low, for x >= 0.46. This function times 1 + 2x is so flat that one polynomial in
/// (x - 4)/(x + 4) takes it on the whole half-line: M. Shepherd, J. Laframboise, "Chebyshev approximation of
/// (1 + 2x) exp(x²) erfc x in 0 <= x < inf", Math. Comp. 36 (1981). These coefficients, found with mpmath, interpolate
/// at the Chebyshev nodes of [0.46, inf]; their relative error is below 2e-17.
Corrected corrected_erfc(double x, double x_low) {
    constexpr double coefficients[] = {
        0x1.d1d2747eeb98dp-29,  -0x1.4b1dc9bdc8f2ep-27, -0x1.8d0c42183b9b2p-26, 0x1.bbb0ce5e0dc1ap-24,
        0x1.60c7441f4f965p-24,  -0x1.b812cc228e184p-21, 0x1.34eb15a83515bp-22,  0x1.7ef8eec170d5ap-18,
        -0x1.78722bd9ecc34p-17, -0x1.995583c838207p-16, 0x1.3bdfdf13d7fe4p-13,  -0x1.a1df3cfd9fa06p-13,
        -0x1.8d4a9525f038dp-11, 0x1.49c6729c0d87fp-8,   -0x1.09623889c2165p-6,  0x1.3079edf65928ap-5,
        -0x1.0fb06dfe34908p-4,  0x1.7fee004e12a98p-4,   -0x1.9ddb23c3e9bc2p-4,  0x1.16ecefcfa53d2p-4,
        0x1.f7f5df66fd8b3p-7,   -0x1.1df1ad154a28fp-3,
    };
    constexpr double constant = 0x1.3ba5916e9fd7fp+0;
    constexpr double constant_low = -0x1.af2aaa14ed31bp-55;
    const double q = (x - 4) / (x + 4);
    double slope = 0;
    for (const double coefficient : coefficients)
        slope = slope * q + coefficient;
    // The last steps in twice the precision: the numerator, the denominator 1 + 2x and the remainder of their division.
    const double numerator = std::fma(slope, q, constant);
    const double numerator_low = std::fma(slope, q, constant - numerator) + constant_low;
    const double denominator = 1 + 2 * x;
    const double denominator_low = x < 0.5 ? 2 * x - (denominator - 1) : 1 - (denominator - 2 * x);
    const double value = numerator / denominator;
    const double remainder = std::fma(-value, denominator, numerator) + numerator_low - value * denominator_low;
    const double change = x_low * (2 * x - two_over_sqrt_pi / value); // by the logarithmic derivative
    return {value, remainder / numerator + change};
}

/// exp(x*x/2) normal_cdf(-x) for x >= 0.66.
Corrected corrected_normal_tail(double x) {
    const double argument = x * sqrt_half;
    const Corrected tail = corrected_erfc(argument, std::fma(x, sqrt_half, -argument) + x * sqrt_half_low);
    return {0.5 * tail.value, tail.correction};
}

} // namespace

double exp(double x) {
    return std::exp(x);
}
double expm1(double x) {
    return std::expm1(x);
}
double log(double x) {
    return std::log(x);
}
double log1p(double x) {
    return std::log1p(x);
}
double sqrt(double x) {
    return std::sqrt(x);
}
double sin(double x) {
    return std::sin(x);
}
double cos(double x) {
    return std::cos(x);
}
double tan(double x) {
    return std::tan(x);
}
double atan(double x) {
    return std::atan(x);
}
double asinh(double x) {
    return std::asinh(x);
}
double sinh(double x) {
    return std::sinh(x);
}
double cosh(double x) {
    return std::cosh(x);
}
double tanh(double x) {
    return std::tanh(x);
}
double erf(double x) {
    return std::erf(x);
}
double floor(double x) {
    return std::floor(x);
}
double abs(double x) {
    return std::fabs(x);
}

double sign(double x) {
    if (x > 0) return 1;
    if (x < 0) return -1;
    return x == 0 ? 0 : x;
}

double step(double x) {
    if (x >= 0) return 1;
    return x < 0 ? 0 : x;
}

double min(double a, double b) {
    if (std::isnan(a)) return a;
    return a < b ? a : b; // b where b is NaN
}

double max(double a, double b) {
    if (std::isnan(a)) return a;
    return a > b ? a : b;
}

double clamp(double x, double low, double high) {
    return min(max(x, low), high);
}

double pow(double base, double exponent) {
    if (std::isnan(base) || std::isnan(exponent)) return quiet_nan;
    return std::pow(base, exponent);
}

double sech(double x) {
    const double magnitude = std::fabs(x);
    if (magnitude >
        40) { // exp(-2|x|) no longer counts; the square of the half reaches the subnormal numbers with one rounding
        const double half = std::exp(-magnitude / 2);
        return 2 * half * half;
    }
    const double decay = std::exp(-magnitude);
    return 2 * decay / (1 + decay * decay);
}

double scaled_erfc(double x) {
    const Corrected tail = corrected_erfc(x, 0);
    return std::fma(tail.value, tail.correction, tail.value);
}

double scaled_normal_tail(double x) {
    const Corrected tail = corrected_normal_tail(x);
    return std::fma(tail.value, tail.correction, tail.value);
}

double erfc(double x) {
    if (!(x > erfc_tail)) return 1 - std::erf(x);
    if (x > 40) return 0;
    return gaussian_times(x, 1, corrected_erfc(x, 0));
}

double normal_cdf(double x) {
    const double scaled = -x * sqrt_half;
    if (!(scaled > erfc_tail)) return 0.5 - 0.5 * std::erf(scaled);
    if (x < -40) return 0;
    return gaussian_times(x, 0.5, corrected_normal_tail(-x));
}

double normal_pdf(double x) {
    if (std::fabs(x) > 40) return 0;
    return gaussian_times(x, 0.5, {inverse_sqrt_two_pi, inverse_sqrt_two_pi_correction});
}

double sigmoid(double x) {
    if (x >= 0) return 1 / (1 + std::exp(-x));
    const double growth = std::exp(x);
    return growth / (1 + growth);
}

double softplus(double x) {
    if (x > 0) return x + std::log1p(std::exp(-x));
    return std::log1p(std::exp(x));
}

double log_sigmoid(double x) {
    return -softplus(-x);
}

double relu(double x) {
    if (x > 0) return x;
    return x <= 0 ? 0 : x;
}

double sinc(double x) {
    if (x == 0) return 1;
    if (std::isinf(x)) return 0;
    return std::sin(x) / x;
}

double sqrt1pm1(double x) {
    if (x == infinity) return x;
    return x / (std::sqrt(1 + x) + 1);
}

namespace {

/// exp(high + low).
double exp_compensated(double high, double low) {
    const double value = std::exp(high);
    if (!(value > 0) || value == infinity) return value;
    return std::fma(value, low, value);
}

} // namespace

double exp_of_product(double a, double b) {
    const double high = a * b;
    return exp_compensated(high, std::fma(a, b, -high));
}

double exp_of_sum(double a, double b) {
    const double high = a + b;
    const double shadow = high - a;
    return exp_compensated(high, (a - (high - shadow)) + (b - shadow)); // D. Knuth's two-sum
}

} // namespace actlas::formula::kernel
