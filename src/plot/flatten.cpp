#include "plot/flatten.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlas::plot {
namespace {

/// Even steps: a chord over 1/n of a cubic is off by at most sqrt(3)/18 |d|/n^2 x 3, d being the larger second
/// difference of the control polygon (Wang's bound, n^2 = 6/8 |d| / tolerance).
void flatten_cubic(Point from, const Path::Segment& cubic, double tolerance, std::vector<Point>& out) {
    const double ddx =
        std::max(std::abs(from.x - 2 * cubic.c1.x + cubic.c2.x), std::abs(cubic.c1.x - 2 * cubic.c2.x + cubic.to.x));
    const double ddy =
        std::max(std::abs(from.y - 2 * cubic.c1.y + cubic.c2.y), std::abs(cubic.c1.y - 2 * cubic.c2.y + cubic.to.y));
    const int steps =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * std::hypot(ddx, ddy) / tolerance))), 1, 1000);
    for (int i = 1; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double u = 1 - t;
        const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        out.push_back({a * from.x + b * cubic.c1.x + c * cubic.c2.x + d * cubic.to.x,
                       a * from.y + b * cubic.c1.y + c * cubic.c2.y + d * cubic.to.y});
    }
}

} // namespace

std::vector<std::vector<Point>> flatten(const Path& path, double tolerance) {
    std::vector<std::vector<Point>> lines;
    for (const auto& segment : path.segments) {
        if (segment.verb == Path::Verb::move) {
            lines.push_back({segment.to});
            continue;
        }
        if (lines.empty()) continue; // a path that does not begin with a move draws nothing
        auto& line = lines.back();
        if (segment.verb == Path::Verb::line) {
            line.push_back(segment.to);
        } else if (segment.verb == Path::Verb::cubic) {
            flatten_cubic(line.back(), segment, tolerance, line);
        } else {
            line.push_back(line.front());
        }
    }
    return lines;
}

std::optional<std::pair<Point, Point>> clip_segment(Point a, Point b, const Box& box) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    const std::array<double, 4> p{-dx, dx, -dy, dy};
    const std::array<double, 4> q{a.x - box.left, box.right - a.x, a.y - box.top, box.bottom - a.y};
    double enter = 0, leave = 1;
    for (std::size_t i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) return std::nullopt;
        } else if (p[i] < 0) {
            enter = std::max(enter, q[i] / p[i]);
        } else {
            leave = std::min(leave, q[i] / p[i]);
        }
    }
    if (enter > leave) return std::nullopt;
    const auto at = [&](double t) { return Point{a.x + t * dx, a.y + t * dy}; };
    return std::pair{enter == 0 ? a : at(enter), leave == 1 ? b : at(leave)};
}

std::vector<std::vector<Point>> clip_polylines(const std::vector<std::vector<Point>>& lines, const Box& box) {
    std::vector<std::vector<Point>> result;
    for (const auto& line : lines) {
        bool joined = false;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto part = clip_segment(line[i - 1], line[i], box);
            if (!part) {
                joined = false;
                continue;
            }
            const bool from_its_start = part->first.x == line[i - 1].x && part->first.y == line[i - 1].y;
            if (!joined || !from_its_start) result.push_back({part->first});
            result.back().push_back(part->second);
            joined = part->second.x == line[i].x && part->second.y == line[i].y;
        }
        if (line.size() == 1 && box.contains(line[0])) result.push_back(line);
    }
    return result;
}

Path outside(const Path& path, const Box& box) {
    constexpr double nothing = 1e-6;
    Path rest;
    const auto add = [&](Point from, Point to) {
        if (std::hypot(to.x - from.x, to.y - from.y) <= nothing) return;
        rest.move_to(from);
        rest.line_to(to);
    };
    for (const auto& line : flatten(path)) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const auto hidden = clip_segment(line[i - 1], line[i], box);
            if (!hidden) {
                add(line[i - 1], line[i]);
                continue;
            }
            add(line[i - 1], hidden->first);
            add(hidden->second, line[i]);
        }
    }
    return rest;
}

namespace {

/// Draws a path and lifts the pen within a circle.
class CircleAvoider {
public:
    CircleAvoider(Point centre, double radius) : centre_(centre), radius_(radius) {}

    void move_to(Point to) {
        start_ = at_ = to;
        drawing_ = false;
    }
    void line_to(Point to) {
        const double dx = to.x - at_.x, dy = to.y - at_.y;
        const double fx = at_.x - centre_.x, fy = at_.y - centre_.y;
        // |f + t d|^2 = r^2: the line is hidden from the first root to the second.
        const double a = dx * dx + dy * dy, b = fx * dx + fy * dy, c = fx * fx + fy * fy - radius_ * radius_;
        const double discriminant = b * b - a * c;
        const Point from = at_;
        const auto at = [&](double t) { return Point{from.x + t * dx, from.y + t * dy}; };
        if (a == 0) return;
        if (discriminant <= 0) {
            draw(from, to);
        } else {
            const double enter = (-b - std::sqrt(discriminant)) / a, leave = (-b + std::sqrt(discriminant)) / a;
            if (enter >= 1 || leave <= 0) {
                draw(from, to);
            } else {
                if (enter > 0) draw(from, at(enter));
                drawing_ = false;
                if (leave < 1) draw(at(leave), to);
            }
        }
        at_ = to;
    }
    void cubic_to(const Path::Segment& cubic) {
        Box hull{at_.x, at_.y, at_.x, at_.y};
        for (const Point p : {cubic.c1, cubic.c2, cubic.to})
            hull = hull.united({p.x, p.y, p.x, p.y});
        if (hull.grown(radius_).contains(centre_)) {
            std::vector<Point> points;
            flatten_cubic(at_, cubic, 0.02, points);
            for (const Point p : points)
                line_to(p);
            return;
        }
        if (!drawing_) rest_.move_to(at_);
        rest_.cubic_to(cubic.c1, cubic.c2, cubic.to);
        drawing_ = true;
        at_ = cubic.to;
    }
    void close() { line_to(start_); }
    Path take() { return std::move(rest_); }

private:
    void draw(Point from, Point to) {
        if (!drawing_) rest_.move_to(from);
        rest_.line_to(to);
        drawing_ = true;
    }

    Point centre_;
    double radius_;
    Point start_, at_;
    bool drawing_ = false; ///< the pen is down at at_
    Path rest_;
};

} // namespace

Path outside(const Path& path, Point centre, double radius) {
    CircleAvoider avoider(centre, radius);
    for (const auto& segment : path.segments) {
        switch (segment.verb) {
        case Path::Verb::move:
            avoider.move_to(segment.to);
            break;
        case Path::Verb::line:
            avoider.line_to(segment.to);
            break;
        case Path::Verb::cubic:
            avoider.cubic_to(segment);
            break;
        case Path::Verb::close:
            avoider.close();
            break;
        }
    }
    return avoider.take();
}

} // namespace actlas::plot
