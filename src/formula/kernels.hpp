#pragma once

/// The values of the formula language's primitives in double precision.
///
/// Every function is within 4 units in the last place of the exact value over its whole range, subnormal results
/// included, and usually within 2. NaN in gives NaN out. At an infinity they give the limit, or NaN where there is
/// none. None of them needs a long double wider than a double. Those that only forward to the C library rest on glibc's
/// measured errors (B. Gladman, V. Innocente, J. Mather, P. Zimmermann, "Accuracy of Mathematical Functions in Single,
/// Double, Double Extended, and Quadruple Precision", 2022: exp, log, sin, cos, atan .6 ulp; expm1, log1p .9; erf 1.5;
/// asinh, sinh, cosh 2; tanh 2.3); glibc's erfc (5.2 ulp) is not among them.
namespace actlas::formula::kernel {

using Unary = double (*)(double);
using Binary = double (*)(double, double);
using Ternary = double (*)(double, double, double);

double exp(double x);
double expm1(double x);
double log(double x);
double log1p(double x);
double sqrt(double x);
double sin(double x);
double cos(double x);
double tan(double x);
double atan(double x);
double asinh(double x);
double sinh(double x);
double cosh(double x);
double tanh(double x);
double erf(double x);
double floor(double x);
double abs(double x);

/// -1, 0 or 1; sign(0) = 0.
double sign(double x);

/// 1 for x >= 0, else 0.
double step(double x);

double min(double a, double b);
double max(double a, double b);

/// min(max(x, low), high).
double clamp(double x, double low, double high);

/// base^exponent as std::pow, but NaN for pow(NaN, 0) and pow(1, NaN): a value that is undefined stays undefined.
double pow(double base, double exponent);

/// 1 / cosh(x).
double sech(double x);

/// 1 - erf(x).
double erfc(double x);

/// The distribution function of the standard normal distribution.
double normal_cdf(double x);

/// The density of the standard normal distribution.
double normal_pdf(double x);

/// 1 / (1 + exp(-x)).
double sigmoid(double x);

/// log(sigmoid(x)).
double log_sigmoid(double x);

/// log(1 + exp(x)).
double softplus(double x);

/// max(x, 0).
double relu(double x);

/// sin(x) / x, and 1 at 0. Near its zeros other than by x itself the error is that of sin(x), which is small relative
/// to the value.
double sinc(double x);

/// The spherical Bessel function of the first kind, j_n(x), for whole n in [0, 1000]; NaN for other n. Within 4 ulp of
/// its envelope, the larger of |j_n| and |j_(n+1)|: near a zero the relative error grows without bound.
double sph_bessel(double n, double x);

/// sqrt(1 + x) - 1 without cancellation at small x.
double sqrt1pm1(double x);

/// exp(x*x) erfc(x), for x in [0.46, 1e300] only.
double scaled_erfc(double x);

/// exp(x*x/2) normal_cdf(-x), for x in [0.66, 1e300] only.
double scaled_normal_tail(double x);

/// exp(a * b) and exp(a + b) as if the exponent were not rounded: a large rounded exponent may cost up to 500 ulp.
double exp_of_product(double a, double b);
double exp_of_sum(double a, double b);

} // namespace actlas::formula::kernel
