#include "analysis/asymptote_estimate.hpp"

#include <array>
#include <cmath>

namespace actlas::analysis {

namespace {

/// The decimal of four places nearest to an estimate, if it is within the estimate's error.
double snapped(double estimate, double error) {
    const double decimal = std::round(estimate * 1e4) / 1e4;
    return std::abs(estimate - decimal) <= error ? decimal + 0.0 : estimate; // + 0.0: never -0
}

} // namespace

Asymptote estimated_asymptote(const formula::Evaluator& f, const formula::Evaluator& slope, int side) {
    Asymptote none;
    std::array<double, 3> m{};
    std::array<double, 3> value{};
    const std::array<double, 3> distance{1e4, 1e5, 1e6};
    for (std::size_t i = 0; i < 3; ++i) {
        m[i] = slope(side * distance[i]);
        value[i] = f(side * distance[i]);
        if (!std::isfinite(m[i]) || !std::isfinite(value[i])) return none;
    }
    const double scale = std::max(1.0, std::abs(m[2]));
    if (std::abs(m[2] - m[1]) > 1e-7 * scale || std::abs(m[1] - m[0]) > 1e-5 * scale) return none;
    // Far out the slope is within 1e-9 of its limit, if it has one; times 1e6 that much would spoil the intercept.
    const double limit = snapped(m[2], 1e-9);
    std::array<double, 3> c{};
    for (std::size_t i = 0; i < 3; ++i)
        c[i] = value[i] - limit * side * distance[i];
    // A logarithm or a root leaves a remainder that keeps growing although the slope settles.
    if (std::abs(c[2] - c[1]) > 1e-3 * std::max(1.0, std::abs(c[2])) ||
        std::abs(c[2] - c[1]) > std::abs(c[1] - c[0]) + 1e-9)
        return none;
    // One step of Aitken's process takes out a remainder of order 1/x.
    const double denominator = (c[2] - c[1]) - (c[1] - c[0]);
    double intercept = c[2];
    if (std::abs(denominator) > 1e-12) intercept -= (c[2] - c[1]) * (c[2] - c[1]) / denominator;
    intercept = snapped(intercept, 1e-6);
    return {limit == 0 ? Asymptote::Kind::horizontal : Asymptote::Kind::oblique, limit, intercept, Evidence::estimated};
}

} // namespace actlas::analysis
