#include "formula/kernels.hpp"
#include "formula/wide.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlas::formula::wide {

namespace {

constexpr double inverse_sqrt_two_pi = 0.39894228040143267794;
constexpr double two_over_sqrt_pi = 1.12837916709551257390;

/// Where even the square's exponential is smaller than wide::exp reaches.
constexpr double beyond = 1e6;

/// Below 2^-60 by magnitude the second term of a power series no longer counts.
bool tiny(const Wide& x) {
    return x.exponent() < -60;
}

Wide magnitude(const Wide& x) {
    return x < Wide(0) ? -x : x;
}

/// Odd functions with f(x) ~ x at 0 that are bounded or grow so slowly at infinity that a double argument is enough.
template<kernel::Unary Function>
Wide linear_at_zero(const Wide* x) {
    return tiny(x[0]) ? x[0] : Wide(Function(x[0].rounded()));
}

Wide erf(const Wide* x) {
    return tiny(x[0]) ? Wide(two_over_sqrt_pi) * x[0] : Wide(kernel::erf(x[0].rounded()));
}

Wide expm1(const Wide* x) {
    if (tiny(x[0])) return x[0];
    return x[0] > Wide(700) ? wide::exp(x[0]) : Wide(kernel::expm1(x[0].rounded()));
}

Wide log1p(const Wide* x) {
    if (tiny(x[0])) return x[0];
    return x[0] > Wide(0x1p60) ? wide::log(x[0]) : Wide(kernel::log1p(x[0].rounded()));
}

Wide asinh(const Wide* x) {
    if (tiny(x[0])) return x[0];
    const Wide size = magnitude(x[0]);
    if (size < Wide(0x1p60)) return Wide(kernel::asinh(x[0].rounded()));
    const Wide value = wide::log(size + size);
    return x[0] < Wide(0) ? -value : value;
}

Wide sinh(const Wide* x) {
    if (tiny(x[0])) return x[0];
    const Wide size = magnitude(x[0]);
    if (size < Wide(700)) return Wide(kernel::sinh(x[0].rounded()));
    const Wide value = wide::exp(size) * Wide(0.5);
    return x[0] < Wide(0) ? -value : value;
}

Wide cosh(const Wide* x) {
    const Wide size = magnitude(x[0]);
    return size < Wide(700) ? Wide(kernel::cosh(size.rounded())) : wide::exp(size) * Wide(0.5);
}

Wide sech(const Wide* x) {
    const Wide size = magnitude(x[0]);
    return size < Wide(700) ? Wide(kernel::sech(size.rounded())) : wide::exp(-size) * Wide(2);
}

Wide sigmoid(const Wide* x) {
    return x[0] < Wide(-700) ? wide::exp(x[0]) : Wide(kernel::sigmoid(x[0].rounded()));
}

Wide softplus(const Wide* x) {
    if (x[0] < Wide(-700)) return wide::exp(x[0]);
    return x[0] > Wide(700) ? x[0] : Wide(kernel::softplus(x[0].rounded()));
}

Wide log_sigmoid(const Wide* x) {
    const Wide opposite = -x[0];
    return -softplus(&opposite);
}

Wide erfc(const Wide* x) {
    if (!(x[0] > Wide(26))) return Wide(kernel::erfc(x[0].rounded()));
    if (x[0] > Wide(beyond)) return Wide(0);
    return exp_of_product(-x[0], x[0]) * Wide(kernel::scaled_erfc(x[0].rounded()));
}

Wide normal_pdf(const Wide* x) {
    if (magnitude(x[0]) < Wide(37)) return Wide(kernel::normal_pdf(x[0].rounded()));
    return exp_of_product(x[0] * Wide(-0.5), x[0]) * Wide(inverse_sqrt_two_pi);
}

Wide normal_cdf(const Wide* x) {
    if (!(x[0] < Wide(-37))) return Wide(kernel::normal_cdf(x[0].rounded()));
    if (x[0] < Wide(-beyond)) return Wide(0);
    return exp_of_product(x[0] * Wide(-0.5), x[0]) * Wide(kernel::scaled_normal_tail(-x[0].rounded()));
}

Wide sqrt1pm1(const Wide* x) {
    if (tiny(x[0])) return x[0] * Wide(0.5);
    return x[0] > Wide(0x1p120) ? wide::sqrt(x[0]) : Wide(kernel::sqrt1pm1(x[0].rounded()));
}

Wide sph_bessel(const Wide* args) {
    const double n = args[0].rounded();
    if (!tiny(args[1]) || !(n >= 0 && n <= 1000)) return Wide(kernel::sph_bessel(n, args[1].rounded()));
    Wide value(1); // x^n / (2n + 1)!!
    for (int k = 1; k <= static_cast<int>(n); ++k)
        value = value * args[1] / Wide(2 * k + 1);
    return value;
}

Wide min(const Wide* args) {
    if (args[0].is_nan()) return args[0];
    return args[0] < args[1] ? args[0] : args[1];
}

Wide max(const Wide* args) {
    if (args[0].is_nan()) return args[0];
    return args[0] > args[1] ? args[0] : args[1];
}

Wide clamp(const Wide* args) {
    const std::array<Wide, 2> bounded{max(args), args[2]};
    return min(bounded.data());
}

Wide relu(const Wide* x) {
    return x[0] <= Wide(0) ? Wide(0) : x[0];
}
Wide abs(const Wide* x) {
    return magnitude(x[0]);
}
Wide exp_call(const Wide* x) {
    return wide::exp(x[0]);
}
Wide log_call(const Wide* x) {
    return wide::log(x[0]);
}
Wide sqrt_call(const Wide* x) {
    return wide::sqrt(x[0]);
}

struct Row {
    std::string_view name;
    Kernel kernel;
};

constexpr std::array table{
    Row{"abs", {abs}},
    Row{"asinh", {asinh}},
    Row{"atan", {linear_at_zero<kernel::atan>}},
    Row{"clamp", {clamp}},
    Row{"cosh", {cosh}},
    Row{"erf", {erf}},
    Row{"erfc", {erfc, true}},
    Row{"exp", {exp_call, true}},
    Row{"expm1", {expm1}},
    Row{"log", {log_call}},
    Row{"log1p", {log1p}},
    Row{"log_sigmoid", {log_sigmoid, true}},
    Row{"max", {max}},
    Row{"min", {min}},
    Row{"normal_cdf", {normal_cdf, true}},
    Row{"normal_pdf", {normal_pdf, true}},
    Row{"relu", {relu}},
    Row{"sech", {sech, true}},
    Row{"sigmoid", {sigmoid, true}},
    Row{"sin", {linear_at_zero<kernel::sin>}},
    Row{"sinh", {sinh}},
    Row{"softplus", {softplus, true}},
    Row{"sph_bessel", {sph_bessel}},
    Row{"sqrt", {sqrt_call}},
    Row{"sqrt1pm1", {sqrt1pm1}},
    Row{"tan", {linear_at_zero<kernel::tan>}},
    Row{"tanh", {linear_at_zero<kernel::tanh>}},
};

} // namespace

Kernel kernel_of(std::string_view primitive) {
    const auto row = std::find_if(table.begin(), table.end(), [&](const Row& r) { return r.name == primitive; });
    return row == table.end() ? Kernel{} : row->kernel;
}

} // namespace actlas::formula::wide
