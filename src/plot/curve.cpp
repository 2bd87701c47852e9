#include "plot/curve.hpp"

#include "plot/curve_pieces.hpp"
#include "plot/flatten.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlas::plot {
namespace {

/// Dots and jumps nearer than this count as one, px.
constexpr double indistinct = 0.5;

/// How far beside a split a one-sided limit is taken: far below what can be seen, far above rounding of the window's
/// numbers.
double beside(double split, const Panel& panel) {
    return std::ldexp(std::max(std::abs(split), panel.x.high() - panel.x.low()), -40);
}

std::vector<double> splits_within(std::vector<double> splits, double from, double to) {
    std::erase_if(splits, [&](double x) { return !(x > from && x < to); });
    std::sort(splits.begin(), splits.end());
    splits.erase(std::unique(splits.begin(), splits.end()), splits.end());
    return splits;
}

bool same_place(double a, double b, const Panel& panel) {
    return std::abs(panel.y.to_px(a) - panel.y.to_px(b)) <= indistinct;
}

PointMark dot(Point centre, Colour colour, Colour background, bool hollow, double scale) {
    PointMark mark;
    mark.radius *= scale;
    mark.centre = centre;
    mark.colour = colour;
    mark.background = background;
    mark.hollow = hollow;
    mark.ring = (hollow ? 1.8 : 1.4) * scale;
    return mark;
}

} // namespace

Curve trace(const CurveSource& source, const Panel& panel, const CurveOptions& options) {
    const double from = std::max(options.from.value_or(panel.x.low()), panel.x.low());
    const double to = std::min(options.to.value_or(panel.x.high()), panel.x.high());
    Curve curve;
    curve.clip = panel.box.grown(options.margin / 2);
    if (!(from < to)) return curve;

    const auto splits = splits_within(source.splits, from, to);
    double left = from, inset_left = 0;
    for (std::size_t i = 0; i <= splits.size(); ++i) {
        const bool last = i == splits.size();
        const double right = last ? to : splits[i];
        const double inset_right = last ? 0 : std::min(beside(right, panel), (right - left) / 4);
        const detail::Stretch stretch(source, left, right, std::min(inset_left, (right - left) / 4), inset_right);
        for (const auto& interval : detail::visible_intervals(stretch, panel, options.margin)) {
            detail::fit(stretch, interval, panel, options.tolerance, curve.path);
        }
        left = right;
        inset_left = last ? 0 : beside(right, panel);
    }
    for (const double x : splits) {
        const double step = beside(x, panel);
        const Jump jump{x, source.value(x - step), source.value(x + step), source.value(x)};
        if (!same_place(jump.left, jump.right, panel)) curve.jumps.push_back(jump);
    }
    curve.polylines = clip_polylines(flatten(curve.path), panel.box);
    if (!curve.polylines.empty()) {
        curve.start = curve.polylines.front().front();
        curve.end = curve.polylines.back().back();
    }
    return curve;
}

Mark curve_mark(const Curve& curve, const Stroke& stroke, std::string name) {
    return {Role::curve, PathMark{curve.path, stroke, std::nullopt, curve.clip}, std::move(name)};
}

std::vector<Mark> jump_marks(const Curve& curve, const Panel& panel, Colour colour, Colour background,
                             const std::string& name, double scale) {
    std::vector<Mark> marks;
    const Box visible = panel.box.grown(indistinct);
    const auto add = [&](double x, double y, bool hollow) {
        const Point centre = panel.at(x, y);
        if (std::isfinite(centre.y) && visible.contains(centre)) {
            marks.push_back({Role::point, dot(centre, colour, background, hollow, scale), name});
        }
    };
    for (const auto& jump : curve.jumps) {
        const bool takes_left = same_place(jump.value, jump.left, panel);
        const bool takes_right = same_place(jump.value, jump.right, panel);
        add(jump.x, jump.left, !takes_left);
        add(jump.x, jump.right, !takes_right);
        if (!takes_left && !takes_right) add(jump.x, jump.value, false);
    }
    return marks;
}

std::optional<Path> straight_line(const Panel& panel, double slope, double intercept, double from_x, double to_x) {
    const auto at = [&](double x) { return panel.at(x, slope * x + intercept); };
    const auto part = clip_segment(at(std::max(from_x, panel.x.low())), at(std::min(to_x, panel.x.high())), panel.box);
    if (!part || from_x >= to_x) return std::nullopt;
    Path path;
    path.move_to(part->first);
    path.line_to(part->second);
    return path;
}

} // namespace actlas::plot
