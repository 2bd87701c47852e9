#pragma once

#include <algorithm>
#include <vector>

namespace actlas::plot {

/// PDF counts in points.
inline constexpr double points_per_px = 0.75;

/// Lengths are CSS pixels (0.75 pt), y grows downwards, as in Cairo.
struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;

    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool contains(Point p) const { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
    bool contains(const Box& b) const {
        return b.left >= left && b.right <= right && b.top >= top && b.bottom <= bottom;
    }
    bool overlaps(const Box& b) const { return left < b.right && b.left < right && top < b.bottom && b.top < bottom; }
    Box grown(double by) const { return {left - by, top - by, right + by, bottom + by}; }
    Box moved(double dx, double dy) const { return {left + dx, top + dy, right + dx, bottom + dy}; }
    Box united(const Box& b) const {
        return {std::min(left, b.left), std::min(top, b.top), std::max(right, b.right), std::max(bottom, b.bottom)};
    }
};

/// A path of lines and cubic Béziers; several subpaths are allowed.
struct Path {
    enum class Verb { move, line, cubic, close };
    struct Segment {
        Verb verb = Verb::move;
        Point c1, c2; ///< control points of a cubic
        Point to;
    };
    std::vector<Segment> segments;

    void move_to(Point p) { segments.push_back({Verb::move, {}, {}, p}); }
    void line_to(Point p) { segments.push_back({Verb::line, {}, {}, p}); }
    void cubic_to(Point a, Point b, Point p) { segments.push_back({Verb::cubic, a, b, p}); }
    void close() { segments.push_back({Verb::close, {}, {}, {}}); }
};

/// The outline of a box, clockwise from its upper left corner.
inline Path rectangle(const Box& box) {
    Path path;
    path.move_to({box.left, box.top});
    path.line_to({box.right, box.top});
    path.line_to({box.right, box.bottom});
    path.line_to({box.left, box.bottom});
    path.close();
    return path;
}

} // namespace actlas::plot
