#include "plot/distance.hpp"

#include "plot/flatten.hpp"

#include <cmath>
#include <numbers>

namespace actlas::plot {

double distance(Point p, Point from, Point to) {
    const double dx = to.x - from.x, dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    const double t = length == 0 ? 0 : std::clamp(((p.x - from.x) * dx + (p.y - from.y) * dy) / length, 0.0, 1.0);
    return std::hypot(p.x - from.x - t * dx, p.y - from.y - t * dy);
}

double distance(Point p, const Box& box) {
    return std::hypot(std::max({box.left - p.x, p.x - box.right, 0.0}),
                      std::max({box.top - p.y, p.y - box.bottom, 0.0}));
}

double distance(Point from, Point to, const Box& box) {
    if (clip_segment(from, to, box)) return 0;
    // Apart, the nearest pair has an end of the segment or a corner of the box in it.
    double least = std::min(distance(from, box), distance(to, box));
    for (const double x : {box.left, box.right}) {
        for (const double y : {box.top, box.bottom})
            least = std::min(least, distance({x, y}, from, to));
    }
    return least;
}

double distance(const Box& a, const Box& b) {
    return std::hypot(std::max({b.left - a.right, a.left - b.right, 0.0}),
                      std::max({b.top - a.bottom, a.top - b.bottom, 0.0}));
}

double distance(Point a, Point b, Point c, Point d) {
    // Twice the area of a triangle, with its sense of rotation.
    const auto turn = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    const bool parted = turn(a, b, c) * turn(a, b, d) > 0 || turn(c, d, a) * turn(c, d, b) > 0;
    const bool parallel = (b.x - a.x) * (d.y - c.y) == (b.y - a.y) * (d.x - c.x);
    if (!parted && !parallel) return 0;
    // Apart, the nearest pair has an end of one of them in it.
    return std::min({distance(a, c, d), distance(b, c, d), distance(c, a, b), distance(d, a, b)});
}

double angle(Point a, Point b, Point c, Point d) {
    const double across = std::abs((b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x));
    const double along = std::abs((b.x - a.x) * (d.x - c.x) + (b.y - a.y) * (d.y - c.y));
    return std::atan2(across, along) * 180 / std::numbers::pi;
}

} // namespace actlas::plot
