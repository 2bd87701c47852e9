#include "figure/window.hpp"

#include "figure/extent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace actlas::figure {

namespace {

using analysis::Asymptote;
using analysis::Study;
using Range = std::pair<double, double>;

// In units of Extent::unit():
/// Landmarks further out would make the middle too small to read.
constexpr double farthest_landmark = 8;
/// How far to the left a function is shown that grows to the right: the bend at 0 stays large enough to read.
constexpr double plain_left_reach = 6;

/// The part of a window beyond the end of f's domain.
constexpr double beyond_domain = 0.06;

/// How far the window must reach on one side (+1 or -1) for the landmarks there to be seen with some room around them.
/// The beginning of the saturated region counts as far as `farthest_saturation`.
double reach(const Study& study, const Extent& shape, int side, double farthest_saturation) {
    const double unit = shape.unit();
    double farthest = 0;
    const auto include = [&](double x, double room) {
        if (std::isfinite(x) && x * side > 0 && std::abs(x) <= farthest_landmark * unit)
            farthest = std::max(farthest, std::abs(x) * room);
    };
    const auto landmark = [&](double x) {
        if (x >= shape.low && x <= shape.high) include(x, 1.5);
    };
    for (const auto& kink : study.properties.kinks)
        if (kink.order <= 1) landmark(kink.x);
    for (const auto& extremum : study.properties.extrema)
        landmark(extremum.x);
    for (const auto& extremum : study.properties.slope_extrema)
        landmark(extremum.x);
    // A side that levels off is shown well into its saturated region; where the other side grows there is less room.
    const double room = farthest_saturation < farthest_landmark ? 1.35 : 1.6;
    const double bend = side < 0 ? shape.low : shape.high;
    if (std::abs(bend) <= farthest_saturation * unit) include(bend, room);
    if (!study.properties.saturation.empty()) {
        const auto& saturation = study.properties.saturation.front();
        const double end = side < 0 ? saturation.left : saturation.right;
        // The threshold says something about a function of ordinary size only.
        if (std::abs(end) <= farthest_saturation * unit && std::abs(end) >= std::abs(bend) / 3) include(end, room);
    }
    return farthest;
}

/// Up to the next number that looks chosen: two digits, the second one 0 or 5 in the middle of a decade.
double round_up(double value) {
    if (!(value > 0)) return 0;
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    const double leading = value / decade;
    const double step = leading <= 2 ? 0.1 : leading <= 5 ? 0.5 : 1;
    return std::ceil(leading / step - 1e-9) * step * decade;
}

template<typename Function>
std::vector<double> finite_values(Function function, double low, double high) {
    constexpr int count = 256;
    std::vector<double> values;
    for (int i = 0; i <= count; ++i) {
        const double value = function(low + (high - low) * i / count);
        if (std::isfinite(value)) values.push_back(value);
    }
    return values;
}

std::vector<double> samples(const Study& study, int order, double low, double high) {
    if (order == 0) return finite_values(study.f, low, high);
    return finite_values([&](double x) { return defined_slope(study, x); }, low, high);
}

Range hull(const std::vector<double>& values) {
    if (values.empty()) return {0, 0};
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    return {*least, *greatest};
}

/// The range of values without the flights to infinity beside a pole: where all of it is several times as high as what
/// all but the steepest parts of the curve take, only these and some room.
Range settled_range(const Study& study, int order, double low, double high) {
    std::vector<double> values = samples(study, order, low, high);
    if (values.empty()) return {0, 0};
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double q) {
        return values[static_cast<std::size_t>(q * static_cast<double>(values.size() - 1) + 0.5)];
    };
    constexpr double tail_share = 0.08, several = 3;
    const Range core{quantile(tail_share), quantile(1 - tail_share)};
    const double height = core.second - core.first;
    if (!(height > 0) || values.back() - values.front() <= several * height) return {values.front(), values.back()};
    return {std::max(values.front(), core.first - height / 2), std::min(values.back(), core.second + height / 2)};
}

/// A window with a scale of its own for y.
plot::Window free_window(const Study& study, const Options& options, double low, double high) {
    auto [least, greatest] = settled_range(study, 0, low, high);
    for (const auto& extremum : study.properties.extrema) {
        if (extremum.x < low || extremum.x > high || !std::isfinite(extremum.value)) continue;
        least = std::min(least, extremum.value);
        greatest = std::max(greatest, extremum.value);
    }
    const double height = greatest - least;
    // The axis belongs into the picture where it does not flatten the function.
    const double from_axis = least > 0 ? least : greatest < 0 ? -greatest : 0;
    if (from_axis <= 4 * height || height == 0) {
        least = std::min(least, 0.0);
        greatest = std::max(greatest, 0.0);
    }
    if (options.derivative) {
        const auto [slope_least, slope_greatest] = settled_range(study, 1, low, high);
        // A slope that runs off must not flatten the function itself.
        const double room = 2 * (greatest > least ? greatest - least : 1);
        if (slope_least >= least - room) least = std::min(least, slope_least);
        if (slope_greatest <= greatest + room) greatest = std::max(greatest, slope_greatest);
    }
    const double pad = greatest > least ? 0.1 * (greatest - least) : std::max(1.0, std::abs(greatest) / 2);
    return {low, high, least - pad, greatest + pad};
}

/// Whether slopes that f ends up with look like themselves with one scale on both axes.
bool one_scale_suits(const Study& study) {
    constexpr double flattest = 0.2, steepest = 5;
    double slope = 0;
    bool line = false;
    for (const auto* end : {&study.properties.left, &study.properties.right}) {
        if (end->kind != Asymptote::Kind::oblique) continue;
        line = true;
        slope = std::max(slope, std::abs(end->slope));
    }
    return !line || (slope >= flattest && slope <= steepest);
}

/// Whether enough of the curve can be seen: its extrema are in view, it neither hugs the axis nor leaves the window at
/// once.
bool shows_enough(const Study& study, const Extent& shape, const plot::Window& window) {
    for (const auto& extremum : study.properties.extrema) {
        if (extremum.x < std::max(shape.low, window.x0) || extremum.x > std::min(shape.high, window.x1)) continue;
        if (extremum.value < window.y0 || extremum.value > window.y1) return false;
    }
    const std::vector<double> values = samples(study, 0, window.x0, window.x1);
    if (values.empty()) return false;
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    std::size_t visible = 0;
    bool leaves = false;
    for (const double value : values) {
        if (value < window.y0 || value > window.y1) {
            leaves = true;
            continue;
        }
        ++visible;
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    return 3 * visible >= values.size() && (leaves || greatest - least >= 0.15 * (window.y1 - window.y0));
}

/// The window for a function that grows to the right and does not, or hardly, to the left, both axes at one scale: as
/// far right as the curve still fits. It begins at `low`, or farther left where the landmarks on the right need the
/// height.
plot::Window growing_window(const Study& study, const Extent& shape, const Options& options, double low,
                            double aspect) {
    const double unit = shape.unit();
    const auto bottom_of = [&](double left, double right) {
        const double height = aspect * (right - left);
        double least = std::max(settled_range(study, 0, left, right).first, -0.35 * height);
        if (options.derivative)
            least = std::min(least, std::max(settled_range(study, 1, left, right).first, -0.15 * height));
        return std::min(least, 0.0);
    };
    const auto fits = [&](double left, double right) {
        const double needed = (sampled_range(study, 0, left, right).second - bottom_of(left, right)) / 0.87;
        return needed <= aspect * (right - left);
    };
    const auto farthest = [&](double left) {
        const double most = std::max((left > -2 * unit ? 9 : 6) * unit, 1.6 * shape.high);
        double right = most;
        while (right > 0.25 * unit && !fits(left, right))
            right *= 0.985;
        return right;
    };
    double high = farthest(low);
    while (std::isinf(shape.domain_low) && high < 1.15 * shape.high && low > -9 * unit) {
        low -= 0.5 * unit;
        high = farthest(low);
    }
    const double height = aspect * (high - low);
    const double bottom = bottom_of(low, high) - 0.11 * height;
    return {low, high, bottom, bottom + height};
}

/// The window for a function that leaves on both sides, both axes at one scale.
plot::Window two_sided_window(const Study& study, const Options& options, double half, double aspect) {
    const double height = aspect * 2 * half;
    const Range values = settled_range(study, 0, -half, half);
    double least = std::min(0.0, values.first);
    double greatest = std::max(0.0, values.second);
    if (options.derivative) {
        // As much of the slope as leaves most of the page to the function.
        const Range slopes = settled_range(study, 1, -half, half);
        least = std::min(least, std::max(slopes.first, -0.28 * height));
        greatest = std::max(greatest, std::min(slopes.second, 0.28 * height));
    }
    // A function that stays on one side of zero does not need the other half of the page.
    if (least > -0.3 * height) return {-half, half, least - 0.12 * height, least + 0.88 * height};
    if (greatest < 0.3 * height) return {-half, half, greatest - 0.88 * height, greatest + 0.12 * height};
    return {-half, half, -height / 2, height / 2};
}

/// How far from the middle the curve is last seen, as a share of the half width.
double last_seen(const Study& study, const plot::Window& window) {
    constexpr int steps = 64;
    double farthest = 0;
    for (int i = 1; i <= steps; ++i)
        for (const double x : {window.x0 * i / steps, window.x1 * i / steps}) {
            const double y = study.f(x);
            if (y >= window.y0 && y <= window.y1) farthest = static_cast<double>(i) / steps;
        }
    return farthest;
}

plot::Window choose(const Study& study, const plot::Box& box, const Options& options) {
    if (options.x_range) return free_window(study, options, options.x_range->first, options.x_range->second);
    const double aspect = box.height() / box.width();
    const Extent shape = extent(study);
    const double unit = shape.unit();
    if (std::isfinite(shape.domain_low) && std::isfinite(shape.domain_high)) {
        const double pad = beyond_domain * std::max(shape.domain_high - shape.domain_low, unit);
        return free_window(study, options, shape.domain_low - pad, shape.domain_high + pad);
    }
    if (shape.remote()) {
        const double room = 1.5 * (shape.high - shape.low);
        return free_window(study, options, shape.low - room, shape.high + room);
    }

    const Tail left = tail(study, -1);
    const Tail right = tail(study, +1);
    const auto farthest = [&](double saturation) {
        return std::max(reach(study, shape, -1, saturation), reach(study, shape, +1, saturation));
    };
    const auto& falling = study.properties.left;
    const auto& rising = study.properties.right;
    const bool hardly_falls = falling.kind == Asymptote::Kind::oblique && rising.kind == Asymptote::Kind::oblique &&
                              falling.slope > 0 && falling.slope <= 0.3 * rising.slope;
    bool one_scale = true;
    if ((left == Tail::level || hardly_falls) && right == Tail::rises && one_scale_suits(study)) {
        const double wanted = reach(study, shape, -1, plain_left_reach);
        // What grows faster than a line needs no long approach.
        const double least = rising.kind == Asymptote::Kind::none ? 3 : plain_left_reach;
        double low = -round_up(std::clamp(wanted, least * unit, 9 * unit));
        if (std::isfinite(shape.domain_low)) low = shape.domain_low - beyond_domain * 9 * unit;
        const plot::Window window = growing_window(study, shape, options, low, aspect);
        // What levels off only far below leaves through the bottom, and is then shown like what falls.
        const bool leaves_below = study.f(window.x0) < window.y0;
        const bool shows_landmarks = window.x1 > shape.high || window.x1 > 6 * unit;
        if (!leaves_below && shows_landmarks && shows_enough(study, shape, window)) return window;
        one_scale = leaves_below;
    }
    if (one_scale && (left != Tail::level || right != Tail::level) && one_scale_suits(study)) {
        const double wanted = farthest(plain_left_reach);
        double half = std::clamp(wanted, 4 * unit, 9 * unit);
        plot::Window window = two_sided_window(study, options, round_up(half), aspect);
        // What grows faster than a line leaves early: closer then, as far as the landmarks allow.
        while (last_seen(study, window) < 0.45 && half > std::max(wanted, 0.5 * unit)) {
            half = std::max({wanted, 0.5 * unit, 0.85 * half});
            window = two_sided_window(study, options, round_up(half), aspect);
        }
        if (shows_enough(study, shape, window)) return window;
    }
    const double least = left == Tail::level && right == Tail::level ? 3 : 4;
    const auto wanted = [&](int side) {
        return std::clamp(reach(study, shape, side, farthest_landmark), least * unit, 12 * unit);
    };
    double to_left = wanted(-1), to_right = wanted(+1);
    // The same to both sides unless much more happens on one.
    constexpr double much = 1.6;
    if (std::max(to_left, to_right) <= much * std::min(to_left, to_right))
        to_left = to_right = std::max(to_left, to_right);
    else
        (to_left < to_right ? to_left : to_right) = std::max({to_left, to_right}) / 2;
    to_left = round_up(to_left);
    to_right = round_up(to_right);
    // Twice as far as the outermost kink, where that is about as far: its number then divides the axis evenly.
    double kink_at = 0;
    for (const auto& kink : study.properties.kinks)
        if (kink.order <= 1 && std::abs(kink.x) <= to_right) kink_at = std::max(kink_at, std::abs(kink.x));
    if (to_left == to_right && 2 * kink_at >= to_right && 2 * kink_at <= 1.35 * to_right)
        to_left = to_right = 2 * kink_at;
    return free_window(study, options, std::max(-to_left, shape.domain_low - beyond_domain * to_left),
                       std::min(to_right, shape.domain_high + beyond_domain * to_right));
}

} // namespace

Tail tail(const Study& study, int side) {
    const auto& line = side < 0 ? study.properties.left : study.properties.right;
    if (line.kind == Asymptote::Kind::horizontal) return Tail::level;
    if (line.kind == Asymptote::Kind::oblique) return line.slope * side > 0 ? Tail::rises : Tail::falls;
    // A wave: without a limit, but bounded.
    if (std::isfinite(study.properties.infimum.value) && std::isfinite(study.properties.supremum.value))
        return Tail::level;
    const double unit = extent(study).unit();
    const double near = study.f(side * 20 * unit);
    const double far = study.f(side * 2000 * unit);
    if (std::isnan(far)) return Tail::level;
    if (std::isinf(far)) return far > 0 ? Tail::rises : Tail::falls;
    if (std::isnan(near)) return Tail::level;
    const Range middle = side < 0 ? sampled_range(study, 0, -20 * unit, 0) : sampled_range(study, 0, 0, 20 * unit);
    const double height = middle.second - middle.first;
    if (far >= middle.first - 0.1 * height && far <= middle.second + 0.1 * height) return Tail::level;
    return far > near ? Tail::rises : Tail::falls;
}

double defined_slope(const Study& study, double x) {
    if (study.properties.undefined && !std::isfinite(study.f(x))) return std::numeric_limits<double>::quiet_NaN();
    return study.slope(x);
}

Range sampled_range(const Study& study, int order, double low, double high) {
    return hull(samples(study, order, low, high));
}

Range sampled_range(const formula::Evaluator& function, double low, double high) {
    return hull(finite_values(function, low, high));
}

std::vector<SaturatedSide> saturated_sides(const Study& study, const plot::Window& window) {
    std::vector<SaturatedSide> sides;
    if (study.properties.saturation.empty()) return sides;
    const auto& saturation = study.properties.saturation.front();
    const int decimals = std::clamp(2 - static_cast<int>(std::lround(std::log10((window.x1 - window.x0) / 12))), 0, 15);
    const double places = std::pow(10.0, decimals);
    for (const int side : {-1, 1}) {
        const double end = side < 0 ? saturation.left : saturation.right;
        if (!std::isfinite(end) || end <= window.x0 || end >= window.x1) continue;
        const bool dead =
            std::any_of(study.properties.dead_intervals.begin(), study.properties.dead_intervals.end(),
                        [&](const auto& interval) { return std::isinf(side < 0 ? interval.low : interval.high); });
        if (dead) continue;
        // A bound that is a short decimal already (a break point such as -3) stays as it is.
        const double nearest = std::round(end * places) / places;
        const double away = (side < 0 ? std::floor(end * places) : std::ceil(end * places)) / places;
        const bool exact = std::abs(nearest - end) < 1e-12 * std::max(1.0, std::abs(end));
        sides.push_back({side, saturation.threshold, end, exact ? nearest : away, decimals});
    }
    return sides;
}

AxisLandmarks axis_landmarks(const Study& study, const plot::Window& window, bool derivative) {
    AxisLandmarks found;
    const auto add = [](std::vector<double>& to, double value, double low, double high) {
        if (!(value > low && value < high) || value == 0) return;
        // Two digits: a tick at 0.278 would be no help.
        const double decade = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
        if (std::abs(value / decade - std::round(value / decade)) > 1e-9) return;
        if (std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
    };
    const auto add_y = [&](double y) { add(found.y, y, window.y0, window.y1); };
    for (const auto& kink : study.properties.kinks) {
        if (kink.order > 1 || kink.x < window.x0 || kink.x > window.x1) continue;
        add(found.x, kink.x, window.x0, window.x1);
        add_y(study.f(kink.x));
        if (kink.order == 0 || derivative) {
            add_y(kink.left);
            add_y(kink.right);
        }
    }
    const auto add_extrema = [&](const std::vector<analysis::Extremum>& extrema) {
        for (const auto& extremum : extrema)
            if (extremum.x > window.x0 && extremum.x < window.x1) add_y(extremum.value);
    };
    add_extrema(study.properties.extrema);
    if (derivative) add_extrema(study.properties.slope_extrema);
    for (const auto* line : {&study.properties.left, &study.properties.right})
        if (line->kind == Asymptote::Kind::horizontal) add_y(line->intercept);
    return found;
}

plot::Window choose_window(const Study& study, const plot::Box& box, const Options& options) {
    plot::Window window = choose(study, box, options);
    if (options.y_range) std::tie(window.y0, window.y1) = *options.y_range;
    return window;
}

} // namespace actlas::figure
