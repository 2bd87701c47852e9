#include "interval/elementary.hpp"

#include "interval/libm.hpp"
#include "interval/rounding.hpp"

#include <cmath>

namespace actlas::interval {

using namespace rounding;

namespace {

/// The range of an odd, nondecreasing function with f(0) = 0 and |f| <= bound.
Interval odd(const Interval& x, double (*function)(double), std::int64_t error, double bound) {
    return libm::nondecreasing(x, [=](double at) -> Interval {
        if (at == 0) return 0;
        const double size = function(std::fabs(at));
        const Interval value(std::fmax(down(size, error), 0.0), std::fmin(up(size, error), bound));
        return at < 0 ? -value : value;
    });
}

/// x restricted to [low, inf), partial if that takes something away (or, where `open`, if low itself is in x).
Interval restricted(const Interval& x, double low, bool open) {
    if (x.empty() || x.high() < low || (open && x.high() == low)) return {};
    const bool whole = open ? x.low() > low : x.low() >= low;
    return {std::fmax(x.low(), low), x.high(), whole ? x.decoration() : Decoration::partial};
}

Interval sigmoid_at(double x) {
    const Interval decay = libm::exp_at(-std::fabs(x));
    if (x >= 0) return 1 / (1 + decay);
    return {divide_down(decay.low(), add_up(1, decay.low())), divide_up(decay.high(), add_down(1, decay.high()))};
}

/// log(1 + u) for u >= 0.
Interval log1p_of(const Interval& u) {
    return {u.low() == 0 ? 0 : std::fmax(down(std::log1p(u.low()), libm::log1p), 0.0),
            u.high() == 0 ? 0 : up(std::log1p(u.high()), libm::log1p)};
}

Interval softplus_at(double x) {
    if (x == -infinity) return 0;
    if (x == infinity) return {largest, infinity};
    const Interval rest = log1p_of(libm::exp_at(-std::fabs(x)));
    return x > 0 ? x + rest : rest;
}

Interval sech_at(double x) {
    const Interval decay = libm::exp_at(-std::fabs(x));
    // 2u/(1 + u²) grows with u up to u = 1; u may have been rounded above that
    const double low = divide_down(2 * decay.low(), add_up(1, multiply_up(decay.low(), decay.low())));
    const double high = divide_up(2 * decay.high(), add_down(1, multiply_down(decay.high(), decay.high())));
    return {low, std::fmin(high, 1.0)};
}

} // namespace

Interval exp(const Interval& x) {
    return libm::nondecreasing(x, libm::exp_at);
}

Interval expm1(const Interval& x) {
    return libm::nondecreasing(x, [](double at) -> Interval {
        if (at == 0) return 0;
        const double value = std::expm1(at);
        if (at > 0) return {std::fmax(down(value, libm::expm1), 0.0), up(value, libm::expm1)};
        return {std::fmax(down(value, libm::expm1), -1.0), std::fmin(up(value, libm::expm1), 0.0)};
    });
}

Interval log(const Interval& x) {
    return libm::nondecreasing(restricted(x, 0, true), [](double at) -> Interval {
        if (at == 1) return 0;
        if (at == 0) return {-infinity, -largest};
        return libm::around(std::log(at), libm::log);
    });
}

Interval log1p(const Interval& x) {
    return libm::nondecreasing(restricted(x, -1, true), [](double at) -> Interval {
        if (at == 0) return 0;
        if (at == -1) return {-infinity, -largest};
        const double value = std::log1p(at);
        if (at > 0) return {std::fmax(down(value, libm::log1p), 0.0), up(value, libm::log1p)};
        return {down(value, libm::log1p), std::fmin(up(value, libm::log1p), 0.0)};
    });
}

Interval sqrt(const Interval& x) {
    return libm::nondecreasing(restricted(x, 0, false), [](double at) -> Interval {
        return {std::fmin(sqrt_down(at), largest), sqrt_up(at)};
    });
}

Interval sqrt1pm1(const Interval& x) {
    return libm::nondecreasing(restricted(x, -1, false), [](double at) -> Interval {
        if (at == infinity) return {largest, infinity};
        const Interval root(sqrt_down(add_down(1, at)), sqrt_up(add_up(1, at)));
        return at / (root + 1);
    });
}

Interval atan(const Interval& x) {
    constexpr double half_pi_above = 0x1.921fb54442d19p+0;
    return odd(x, std::atan, libm::atan, half_pi_above);
}

Interval asinh(const Interval& x) {
    return odd(x, std::asinh, libm::asinh, infinity);
}

Interval sinh(const Interval& x) {
    return odd(x, std::sinh, libm::sinh, infinity);
}

Interval tanh(const Interval& x) {
    return odd(x, std::tanh, libm::tanh, 1);
}

Interval erf(const Interval& x) {
    return odd(x, std::erf, libm::erf, 1);
}

Interval cosh(const Interval& x) {
    return libm::nondecreasing(abs(x), [](double at) -> Interval {
        if (at == 0) return 1;
        const double value = std::cosh(at);
        return {std::fmax(down(value, libm::cosh), 1.0), up(value, libm::cosh)};
    });
}

Interval sech(const Interval& x) {
    return libm::nonincreasing(abs(x), sech_at);
}

Interval sigmoid(const Interval& x) {
    return libm::nondecreasing(x, sigmoid_at);
}

Interval softplus(const Interval& x) {
    return libm::nondecreasing(x, softplus_at);
}

Interval log_sigmoid(const Interval& x) {
    return -softplus(-x);
}

Interval relu(const Interval& x) {
    return max(x, 0);
}

Interval sign(const Interval& x) {
    if (x.empty()) return {};
    const auto at = [](double value) { return value > 0 ? 1.0 : value < 0 ? -1.0 : 0.0; };
    const Interval range(at(x.low()), at(x.high()), x.decoration());
    return range.point() ? range : range.weakened(Decoration::defined);
}

Interval step(const Interval& x) {
    if (x.empty()) return {};
    const Interval range(x.low() >= 0 ? 1 : 0, x.high() >= 0 ? 1 : 0, x.decoration());
    return range.point() ? range : range.weakened(Decoration::defined);
}

Interval floor(const Interval& x) {
    if (x.empty()) return {};
    const Interval range(std::floor(x.low()), std::floor(x.high()), x.decoration());
    return range.point() ? range : range.weakened(Decoration::defined);
}

Interval clamp(const Interval& x, const Interval& low, const Interval& high) {
    return min(max(x, low), high);
}

} // namespace actlas::interval
