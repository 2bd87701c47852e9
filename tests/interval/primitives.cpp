#include "primitives.hpp"

#include "interval/elementary.hpp"
#include "interval/rounding.hpp"

namespace actlas::test {

using interval::Interval;

std::int64_t doubles_between(double a, double b) {
    return std::abs(interval::rounding::rank(a) - interval::rounding::rank(b));
}

namespace {

using Function = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);

/// A function that MPFR has.
template<Function function>
Exact direct(double x) {
    Exact result(x);
    function(result.get(), result.get(), MPFR_RNDN);
    return result;
}

Exact log(double x) {
    return x > 0 ? direct<mpfr_log>(x) : Exact(NAN);
}
Exact log1p(double x) {
    return x > -1 ? direct<mpfr_log1p>(x) : Exact(NAN);
}

Exact sqrt1pm1(double x) {
    Exact root(x, 2400); // 1 + x is exact
    mpfr_add_ui(root.get(), root.get(), 1, MPFR_RNDN);
    mpfr_sqrt(root.get(), root.get(), MPFR_RNDN);
    mpfr_add_ui(root.get(), root.get(), 1, MPFR_RNDN);
    Exact result(x);
    mpfr_div(result.get(), result.get(), root.get(), MPFR_RNDN);
    return result;
}

Exact normal_cdf(double x) {
    Exact half(0.5);
    mpfr_sqrt(half.get(), half.get(), MPFR_RNDN);
    Exact result(x);
    mpfr_mul(result.get(), result.get(), half.get(), MPFR_RNDN);
    mpfr_neg(result.get(), result.get(), MPFR_RNDN);
    mpfr_erfc(result.get(), result.get(), MPFR_RNDN);
    mpfr_div_ui(result.get(), result.get(), 2, MPFR_RNDN);
    return result;
}

Exact normal_pdf(double x) {
    Exact result(x);
    mpfr_sqr(result.get(), result.get(), MPFR_RNDN);
    mpfr_div_si(result.get(), result.get(), -2, MPFR_RNDN);
    mpfr_exp(result.get(), result.get(), MPFR_RNDN);
    Exact two_pi;
    mpfr_const_pi(two_pi.get(), MPFR_RNDN);
    mpfr_mul_ui(two_pi.get(), two_pi.get(), 2, MPFR_RNDN);
    mpfr_sqrt(two_pi.get(), two_pi.get(), MPFR_RNDN);
    mpfr_div(result.get(), result.get(), two_pi.get(), MPFR_RNDN);
    return result;
}

Exact softplus(double x) {
    Exact result(x);
    mpfr_exp(result.get(), result.get(), MPFR_RNDN);
    if (mpfr_inf_p(result.get())) return Exact(x);
    mpfr_log1p(result.get(), result.get(), MPFR_RNDN);
    return result;
}

Exact log_sigmoid(double x) {
    Exact result = softplus(-x);
    mpfr_neg(result.get(), result.get(), MPFR_RNDN);
    return result;
}

Exact sigmoid(double x) {
    Exact result(-x);
    mpfr_exp(result.get(), result.get(), MPFR_RNDN);
    mpfr_add_ui(result.get(), result.get(), 1, MPFR_RNDN);
    mpfr_ui_div(result.get(), 1, result.get(), MPFR_RNDN);
    return result;
}

Exact relu(double x) {
    return Exact(x > 0 ? x : 0);
}
Exact sign(double x) {
    return Exact(x > 0 ? 1 : x < 0 ? -1 : 0);
}
Exact step(double x) {
    return Exact(x >= 0 ? 1 : 0);
}
Exact floor(double x) {
    return Exact(std::floor(x));
}

/// j_n by its series below 1, by the recurrence upwards above, at a precision that outlasts its cancellation.
Exact bessel(int n, double signed_x) {
    const double x = std::fabs(signed_x);
    Exact current(1, 600);
    if (x < 1) {
        Exact square(x, 600);
        mpfr_sqr(square.get(), square.get(), MPFR_RNDN);
        mpfr_div_si(square.get(), square.get(), -2, MPFR_RNDN);
        Exact term(1, 600);
        for (int k = 1; k <= n; ++k) {
            mpfr_mul_d(term.get(), term.get(), x, MPFR_RNDN);
            mpfr_div_si(term.get(), term.get(), 2 * k + 1, MPFR_RNDN);
        }
        current = term;
        for (int k = 1; k < 60; ++k) {
            mpfr_mul(term.get(), term.get(), square.get(), MPFR_RNDN);
            mpfr_div_si(term.get(), term.get(), k * (2 * n + 2 * k + 1), MPFR_RNDN);
            mpfr_add(current.get(), current.get(), term.get(), MPFR_RNDN);
        }
    } else {
        Exact before(x, 600);
        mpfr_sin_cos(current.get(), before.get(), before.get(), MPFR_RNDN);
        mpfr_div_d(current.get(), current.get(), x, MPFR_RNDN);
        mpfr_div_d(before.get(), before.get(), x, MPFR_RNDN);
        for (int k = 0; k < n; ++k) {
            Exact next = current;
            mpfr_mul_si(next.get(), next.get(), 2 * k + 1, MPFR_RNDN);
            mpfr_div_d(next.get(), next.get(), x, MPFR_RNDN);
            mpfr_sub(next.get(), next.get(), before.get(), MPFR_RNDN);
            before = current;
            current = next;
        }
    }
    if (signed_x < 0 && n % 2 == 1) mpfr_neg(current.get(), current.get(), MPFR_RNDN);
    return current;
}

template<int n>
Exact bessel_of(double x) {
    return bessel(n, x);
}
template<int n>
Interval bessel_enclosure(const Interval& x) {
    return interval::sph_bessel(n, x);
}
template<int n>
Exact whole_power(double x) {
    Exact result(x);
    mpfr_pow_si(result.get(), result.get(), n, MPFR_RNDN);
    return x == 0 && n < 0 ? Exact(NAN) : result;
}
template<int n>
Interval power_enclosure(const Interval& x) {
    return interval::pow(x, n);
}

const Primitive table[] = {
    {"exp", interval::exp, direct<mpfr_exp>, Shape::increasing},
    {"expm1", interval::expm1, direct<mpfr_expm1>, Shape::increasing},
    {"log", interval::log, log, Shape::increasing},
    {"log1p", interval::log1p, log1p, Shape::increasing},
    {"sqrt", interval::sqrt, direct<mpfr_sqrt>, Shape::increasing},
    {"sqrt1pm1", interval::sqrt1pm1, sqrt1pm1, Shape::increasing},
    {"sin", interval::sin, direct<mpfr_sin>, Shape::other},
    {"cos", interval::cos, direct<mpfr_cos>, Shape::other},
    {"tan", interval::tan, direct<mpfr_tan>, Shape::other},
    {"atan", interval::atan, direct<mpfr_atan>, Shape::increasing},
    {"asinh", interval::asinh, direct<mpfr_asinh>, Shape::increasing},
    {"sinh", interval::sinh, direct<mpfr_sinh>, Shape::increasing},
    {"cosh", interval::cosh, direct<mpfr_cosh>, Shape::other},
    {"tanh", interval::tanh, direct<mpfr_tanh>, Shape::increasing},
    {"sech", interval::sech, direct<mpfr_sech>, Shape::other},
    {"erf", interval::erf, direct<mpfr_erf>, Shape::increasing},
    {"erfc", interval::erfc, direct<mpfr_erfc>, Shape::decreasing},
    {"normal_cdf", interval::normal_cdf, normal_cdf, Shape::increasing},
    {"normal_pdf", interval::normal_pdf, normal_pdf, Shape::other},
    {"sigmoid", interval::sigmoid, sigmoid, Shape::increasing},
    {"log_sigmoid", interval::log_sigmoid, log_sigmoid, Shape::increasing},
    {"softplus", interval::softplus, softplus, Shape::increasing},
    {"relu", interval::relu, relu, Shape::increasing},
    {"sign", interval::sign, sign, Shape::increasing},
    {"step", interval::step, step, Shape::increasing},
    {"floor", interval::floor, floor, Shape::increasing},
    {"abs", interval::abs, direct<mpfr_abs>, Shape::other},
    {"sqr", interval::sqr, direct<mpfr_sqr>, Shape::other},
    {"x^3", power_enclosure<3>, whole_power<3>, Shape::increasing},
    {"x^-2", power_enclosure<-2>, whole_power<-2>, Shape::other},
    {"x^17", power_enclosure<17>, whole_power<17>, Shape::increasing},
    {"sinc", interval::sinc, bessel_of<0>, Shape::other},
    {"j_1", bessel_enclosure<1>, bessel_of<1>, Shape::other},
    {"j_2", bessel_enclosure<2>, bessel_of<2>, Shape::other},
    {"j_3", bessel_enclosure<3>, bessel_of<3>, Shape::other},
    {"j_12", bessel_enclosure<12>, bessel_of<12>, Shape::other},
};

} // namespace

std::span<const Primitive> primitives() {
    return table;
}

} // namespace actlas::test
