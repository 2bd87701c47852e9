#include "analysis/tails.hpp"

#include "analysis/search.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Abscissae from far out towards the other end: log-spaced to 50, evenly spaced inside.
std::vector<double> inward_samples() {
    std::vector<double> x;
    for (double magnitude = 1e6; magnitude > 50; magnitude *= 0.93)
        x.push_back(-magnitude);
    for (int i = -50 * 64; i <= 50 * 64; ++i)
        x.push_back(i / 64.0);
    for (double magnitude = 50 / 0.93; magnitude <= 1e6; magnitude /= 0.93)
        x.push_back(magnitude);
    return x;
}

/// The first place, coming from -inf, where |slope| reaches the threshold; NaN if that is so from the start, +inf if
/// never. `mirror` = -1 looks from +inf instead, in mirrored coordinates.
double reach(const formula::Evaluator& slope, const std::vector<double>& samples, double threshold, double mirror) {
    const auto excess = [&](double x) { return std::abs(slope(mirror * x)) - threshold; };
    double previous = -infinity;
    for (const double x : samples) {
        // A NaN slope (beyond a pole, or where the formula overflows) must not pass for a small one.
        if (!(excess(x) < 0)) return previous == -infinity ? std::nan("") : sign_change(excess, previous, x);
        previous = x;
    }
    return infinity;
}

/// The decimal of four places nearest to an estimate, if it is within the estimate's error.
double snapped(double estimate, double error) {
    const double decimal = std::round(estimate * 1e4) / 1e4;
    return std::abs(estimate - decimal) <= error ? decimal + 0.0 : estimate; // + 0.0: never -0
}

} // namespace

Asymptote asymptote(const formula::Evaluator& f, const formula::Evaluator& slope, int side) {
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

Saturation saturation(const formula::Evaluator& slope, const std::vector<double>& break_points, double threshold) {
    static const std::vector<double> samples = inward_samples();
    Saturation result{threshold, reach(slope, samples, threshold, 1), -reach(slope, samples, threshold, -1),
                      Evidence::estimated};
    for (const double point : break_points)
        for (double* end : {&result.left, &result.right})
            if (std::abs(*end - point) <= 1e-12 * std::max(1.0, std::abs(point))) *end = point;
    return result;
}

std::vector<Interval> dead_intervals(const formula::Evaluator& slope, const std::vector<double>& break_points) {
    std::vector<double> ends{-infinity};
    ends.insert(ends.end(), break_points.begin(), break_points.end());
    ends.push_back(infinity);
    std::vector<Interval> dead;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        const double low = ends[i];
        const double high = ends[i + 1];
        // An unbounded branch is judged by its first stretch: further out a small slope may underflow.
        const double from = std::isfinite(low) ? low : (std::isfinite(high) ? high - 8 : -8.0);
        const double to = std::isfinite(high) ? high : from + 8;
        bool flat = true;
        for (int k = 1; k < 64 && flat; ++k)
            flat = slope(from + (to - from) * k / 64.0) == 0;
        if (!flat) continue;
        if (!dead.empty() && dead.back().high == low)
            dead.back().high = high;
        else
            dead.push_back({low, high});
    }
    return dead;
}

} // namespace actlas::analysis
