#include "figure/window.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace actlas::figure {

namespace {

using analysis::Study;

/// Landmarks further out would make the middle too small to read.
constexpr double farthest_landmark = 8;
/// How far to the left a function is shown that grows to the right: the bend at 0 stays large enough to read.
constexpr double plain_left_reach = 6;

/// How far the window must reach on one side (+1 or -1) for the landmarks there to be seen with some room around them.
/// The beginning of the saturated region counts as far as `farthest_saturation`.
double reach(const Study& study, int side, double farthest_saturation) {
    double farthest = 0;
    const auto include = [&](double x, double room) {
        if (std::isfinite(x) && x * side > 0 && std::abs(x) <= farthest_landmark)
            farthest = std::max(farthest, std::abs(x) * room);
    };
    for (const auto& kink : study.properties.kinks)
        if (kink.order <= 1) include(kink.x, 1.5);
    for (const auto& extremum : study.properties.extrema)
        include(extremum.x, 1.5);
    for (const auto& extremum : study.properties.slope_extrema)
        include(extremum.x, 1.5);
    if (!study.properties.saturation.empty()) {
        const double end =
            side < 0 ? study.properties.saturation.front().left : study.properties.saturation.front().right;
        // A side that levels off is shown well into its saturated region; where the other side grows there is less
        // room.
        if (std::abs(end) <= farthest_saturation) include(end, farthest_saturation < farthest_landmark ? 1.35 : 1.6);
    }
    return farthest;
}

double round_up(double value) {
    return value <= 5 ? std::ceil(value * 2) / 2 : std::ceil(value);
}

/// The window for a function that stays within bounds: y has a scale of its own.
plot::Window bounded_window(const Study& study, const Options& options, double low, double high) {
    auto [least, greatest] = sampled_range(study.f, low, high);
    if (options.derivative) {
        const auto [slope_least, slope_greatest] = sampled_range(study.slope, low, high);
        // A slope that runs off must not flatten the function itself.
        const double room = 2 * std::max(greatest - least, 0.5);
        least = std::min(least, std::max(slope_least, least - room));
        greatest = std::max(greatest, std::min(slope_greatest, greatest + room));
    }
    least = std::min(least, 0.0);
    greatest = std::max(greatest, 0.0);
    const double pad = greatest > least ? 0.1 * (greatest - least) : 1;
    return {low, high, least - pad, greatest + pad};
}

/// The window for a function that grows to the right only, both axes at one scale: as far right as the curve still
/// fits.
plot::Window growing_window(const Study& study, const Options& options, double left_reach, double aspect) {
    const double low = -left_reach;
    const auto bottom_of = [&](double high) {
        double least = sampled_range(study.f, low, high).first;
        if (options.derivative) least = std::min(least, std::max(sampled_range(study.slope, low, high).first, -1.5));
        return std::min(least, 0.0);
    };
    double near = 0.25;
    double far = 12;
    for (int i = 0; i < 40; ++i) {
        const double high = (near + far) / 2;
        const double needed = (sampled_range(study.f, low, high).second - bottom_of(high)) / 0.87;
        (needed > aspect * (high - low) ? far : near) = high;
    }
    const double high = near;
    const double height = aspect * (high - low);
    const double bottom = bottom_of(high) - 0.11 * height;
    return {low, high, bottom, bottom + height};
}

} // namespace

Tail tail(const Study& study, int side) {
    const auto& line = side < 0 ? study.properties.left : study.properties.right;
    if (line.kind == analysis::Asymptote::Kind::horizontal) return Tail::level;
    if (line.kind == analysis::Asymptote::Kind::oblique) return line.slope * side > 0 ? Tail::rises : Tail::falls;
    const double near = study.f(side * 20.0);
    const double far = study.f(side * 2000.0);
    if (std::isnan(far) || std::isnan(near)) return Tail::level;
    if (std::abs(far) < 2.5) return Tail::level; // a wave: without a limit, but bounded
    return far > near ? Tail::rises : Tail::falls;
}

std::pair<double, double> sampled_range(const formula::Evaluator& function, double low, double high) {
    constexpr int samples = 256;
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (int i = 0; i <= samples; ++i) {
        const double value = function(low + (high - low) * i / samples);
        if (!std::isfinite(value)) continue;
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    return least <= greatest ? std::pair{least, greatest} : std::pair{0.0, 0.0};
}

plot::Window choose_window(const Study& study, const plot::Box& box, const Options& options) {
    const double aspect = box.height() / box.width();
    const Tail left = tail(study, -1);
    const Tail right = tail(study, +1);
    plot::Window window;
    if (options.x_range) {
        window = bounded_window(study, options, options.x_range->first, options.x_range->second);
    } else if (left == Tail::level && right == Tail::level) {
        const double farthest = std::max(reach(study, -1, farthest_landmark), reach(study, +1, farthest_landmark));
        const double half = round_up(std::clamp(farthest, 3.0, 12.0));
        window = bounded_window(study, options, -half, half);
    } else if (left == Tail::level && right == Tail::rises) {
        window = growing_window(
            study, options, round_up(std::clamp(reach(study, -1, plain_left_reach), plain_left_reach, 9.0)), aspect);
    } else {
        const double farthest = std::max(reach(study, -1, plain_left_reach), reach(study, +1, plain_left_reach));
        const double half = round_up(std::clamp(farthest, 4.0, 9.0));
        const double height = aspect * 2 * half;
        const double least = std::min(0.0, sampled_range(study.f, -half, half).first);
        const double greatest = std::max(0.0, sampled_range(study.f, -half, half).second);
        window = {-half, half, -height / 2, height / 2};
        // A function that stays on one side of zero does not need the other half of the page.
        if (least > -0.3 * height)
            window = {-half, half, least - 0.12 * height, least + 0.88 * height};
        else if (greatest < 0.3 * height)
            window = {-half, half, greatest - 0.88 * height, greatest + 0.12 * height};
    }
    if (options.y_range) std::tie(window.y0, window.y1) = *options.y_range;
    return window;
}

} // namespace actlas::figure
