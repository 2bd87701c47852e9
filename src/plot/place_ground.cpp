#include "plot/place_ground.hpp"

#include "plot/distance.hpp"
#include "plot/flatten.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::plot::detail {

Ground::Ground(const Scene& scene, double beside)
    : beside_(beside), solid_(scene.width, scene.height), barriers_(scene.width, scene.height),
      curves_(scene.width, scene.height), lines_(scene.width, scene.height), grid_(scene.width, scene.height) {
    for (const auto& mark : scene.marks)
        add(mark);
}

void Ground::add(const Mark& mark) {
    const Box box = bounds(mark);
    if (const auto* path = std::get_if<PathMark>(&mark.shape)) {
        add_path(mark, *path);
    } else if (std::holds_alternative<HatchMark>(mark.shape)) {
        hatches_.push_back(box);
    } else if (const auto* point = std::get_if<PointMark>(&mark.shape)) {
        points_.push_back({point->centre, box.width() / 2});
        solid_.add(box);
    } else {
        solid_.add({box.left - beside_, box.top, box.right + beside_, box.bottom});
        barriers_.add(box);
    }
}

void Ground::add_path(const Mark& mark, const PathMark& shape) {
    auto lines = flatten(shape.path);
    const double reach = shape.stroke ? shape.stroke->width / 2 : 0;
    if (shape.clip) lines = clip_polylines(lines, *shape.clip);
    switch (mark.role) {
    case Role::background:
        return;
    case Role::grid:
        grid_.add(lines, reach);
        return;
    case Role::fill:
    case Role::inset:
        if (mark.role == Role::inset) insets_.push_back(bounds(mark));
        if (shape.fill) fills_.push_back({bounds(mark), *shape.fill});
        break;
    case Role::curve:
        curves_.add(lines, reach);
        all_curves_.push_back({lines, reach});
        break;
    case Role::leader:
        barriers_.add(lines, reach);
        break;
    default:
        lines_.add(lines, reach);
        break;
    }
    solid_.add(lines, reach);
}

bool Ground::clear_for_text(const Box& box, const std::optional<Box>& area) const {
    for (const Box& inset : insets_) {
        if (inset.overlaps(box) && !(area && inset.contains(*area))) return false;
    }
    return solid_.free(box);
}

bool Ground::clear_of_marks(Point from, Point to, double text_reach, double point_reach, Point target) const {
    const bool crosses_point = std::any_of(points_.begin(), points_.end(), [&](const Disc& point) {
        const bool own = std::abs(point.centre.x - target.x) < 0.5 && std::abs(point.centre.y - target.y) < 0.5;
        return !own && distance(point.centre, from, to) < point.radius + point_reach;
    });
    return !crosses_point && barriers_.free(from, to, text_reach);
}

double Ground::length_on_curves(Point from, Point to) const {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = static_cast<int>(std::ceil(2 * length));
    int taken = 0;
    for (int i = 0; i < steps; ++i) {
        const double t = (i + 0.5) / steps;
        const Point p{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
        if (!curves_.free(Box{p.x, p.y, p.x, p.y})) ++taken;
    }
    return steps == 0 ? 0 : length * taken / steps;
}

double Ground::flattest_meeting(Point from, Point to, double reach) const {
    double flattest = 90;
    for (const Curve& curve : all_curves_)
        for (const auto& line : curve.lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                if (distance(from, to, line[i - 1], line[i]) < curve.reach + reach)
                    flattest = std::min(flattest, angle(from, to, line[i - 1], line[i]));
    return flattest;
}

bool Ground::on_hatch(const Box& box) const {
    return std::any_of(hatches_.begin(), hatches_.end(), [&](const Box& hatch) { return hatch.overlaps(box); });
}

bool Ground::across_hatch_edge(const Box& box) const {
    return std::any_of(hatches_.begin(), hatches_.end(),
                       [&](const Box& hatch) { return hatch.overlaps(box) && !hatch.contains(box); });
}

std::optional<Colour> Ground::fill_under(const Box& box) const {
    for (auto fill = fills_.rbegin(); fill != fills_.rend(); ++fill) {
        if (fill->box.contains(box)) return fill->colour;
    }
    return std::nullopt;
}

} // namespace actlas::plot::detail
