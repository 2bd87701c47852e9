#include "plot/distance.hpp"

#include "plot/flatten.hpp"

#include <cmath>

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

} // namespace actlas::plot
