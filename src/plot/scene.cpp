#include "plot/scene.hpp"

#include "plot/flatten.hpp"

#include <cmath>
#include <numbers>

namespace actlas::plot {
namespace {

Box grow(std::optional<Box> box, Point p) {
    const Box at{p.x, p.y, p.x, p.y};
    return box ? box->united(at) : at;
}

/// Without the clip; nothing where there is no path.
std::optional<Box> whole(const PathMark& mark) {
    std::optional<Box> box;
    for (const auto& line : flatten(mark.path)) {
        for (const Point p : line)
            box = grow(box, p);
    }
    return box && mark.stroke ? box->grown(mark.stroke->width / 2) : box;
}

Box box_of(const PathMark& mark) {
    const auto box = whole(mark);
    if (!box) return {};
    Box result = *box;
    if (mark.clip) {
        result.left = std::clamp(result.left, mark.clip->left, mark.clip->right);
        result.right = std::clamp(result.right, mark.clip->left, mark.clip->right);
        result.top = std::clamp(result.top, mark.clip->top, mark.clip->bottom);
        result.bottom = std::clamp(result.bottom, mark.clip->top, mark.clip->bottom);
    }
    return result;
}

Box box_of(const TextMark& mark) {
    return mark.text->ink().moved(mark.origin.x, mark.origin.y);
}

Box box_of(const PointMark& mark) {
    const double radius = mark.hollow ? mark.radius + mark.ring / 2 : mark.radius;
    return Box{mark.centre.x, mark.centre.y, mark.centre.x, mark.centre.y}.grown(radius);
}

Box box_of(const HatchMark& mark) {
    return mark.area;
}

} // namespace

bool is_cut(const PathMark& mark) {
    if (!mark.clip) return false;
    // A path lies within its control points; looking at them is much quicker.
    std::optional<Box> hull;
    for (const auto& segment : mark.path.segments) {
        if (segment.verb == Path::Verb::close) continue;
        hull = grow(hull, segment.to);
        if (segment.verb == Path::Verb::cubic) hull = grow(grow(hull, segment.c1), segment.c2);
    }
    const double reach = mark.stroke ? mark.stroke->width / 2 : 0;
    if (!hull || mark.clip->contains(hull->grown(reach))) return false;
    const auto box = whole(mark);
    return box && !mark.clip->contains(*box);
}

Path hatch_lines(const HatchMark& mark) {
    Path path;
    const double step = mark.spacing * std::numbers::sqrt2;
    const Box& area = mark.area;
    for (double c = std::ceil((area.left + area.top) / step) * step; c < area.right + area.bottom; c += step) {
        const auto part = clip_segment({c - area.bottom, area.bottom}, {c - area.top, area.top}, area);
        if (!part) continue;
        path.move_to(part->first);
        path.line_to(part->second);
    }
    for (const Box& hole : mark.holes)
        path = outside(path, hole);
    return path;
}

Box bounds(const Mark& mark) {
    return std::visit([](const auto& shape) { return box_of(shape); }, mark.shape);
}

} // namespace actlas::plot
