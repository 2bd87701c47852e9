#include "plot/contour.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace actlas::plot {

namespace {

/// The field with a frame of negative values laid exactly on the box's edge, so that every outline closes.
class Framed {
public:
    Framed(const Field& field, const Box& box) : field_(field), box_(box) {}

    std::size_t columns() const { return field_.columns + 2; }
    std::size_t rows() const { return field_.rows + 2; }

    double at(std::size_t column, std::size_t row) const {
        if (on_frame(column, row)) return -1;
        const double value = field_.at(column - 1, row - 1);
        return std::isnan(value) ? -1 : std::clamp(value, -1e9, 1e9);
    }
    bool on_frame(std::size_t column, std::size_t row) const {
        return column == 0 || row == 0 || column + 1 == columns() || row + 1 == rows();
    }
    Point place(std::size_t column, std::size_t row) const {
        const auto inner = [](std::size_t i, std::size_t count) {
            return static_cast<double>(std::clamp<std::size_t>(i, 1, count) - 1) / static_cast<double>(count - 1);
        };
        return {box_.left + box_.width() * inner(column, field_.columns),
                box_.top + box_.height() * inner(row, field_.rows)};
    }

private:
    const Field& field_;
    const Box& box_;
};

/// An edge of the grid, by its upper or left end.
struct Edge {
    std::size_t column = 0, row = 0;
    bool across = false; ///< to the right, not down
    auto operator<=>(const Edge&) const = default;
};

struct Vertex {
    Point at;
    bool on_frame = false; ///< on the box's edge, not where the field changes sign
};

Vertex vertex(const Framed& field, const Edge& edge) {
    const std::size_t column = edge.column + (edge.across ? 1 : 0);
    const std::size_t row = edge.row + (edge.across ? 0 : 1);
    const double a = field.at(edge.column, edge.row);
    const double b = field.at(column, row);
    const Point from = field.place(edge.column, edge.row);
    const Point to = field.place(column, row);
    const double t = a / (a - b);
    return {{from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)},
            field.on_frame(edge.column, edge.row) || field.on_frame(column, row)};
}

/// For each edge that an outline crosses, the edge it crosses next, the positive side on its right.
std::map<Edge, Edge> links(const Framed& field) {
    std::map<Edge, Edge> next;
    for (std::size_t row = 0; row + 1 < field.rows(); ++row) {
        for (std::size_t column = 0; column + 1 < field.columns(); ++column) {
            // Corners and the edges after them, clockwise from the upper left.
            const std::array<double, 4> corner{field.at(column, row), field.at(column + 1, row),
                                               field.at(column + 1, row + 1), field.at(column, row + 1)};
            const std::array<Edge, 4> edge{Edge{column, row, true}, Edge{column + 1, row, false},
                                           Edge{column, row + 1, true}, Edge{column, row, false}};
            std::array<bool, 4> inside{};
            for (std::size_t i = 0; i < 4; ++i)
                inside[i] = corner[i] > 0;
            const auto enters = [&](std::size_t i) { return !inside[i] && inside[(i + 1) % 4]; };
            const auto leaves = [&](std::size_t i) { return inside[i] && !inside[(i + 1) % 4]; };
            const bool joined = corner[0] + corner[1] + corner[2] + corner[3] > 0;
            for (std::size_t i = 0; i < 4; ++i) {
                if (!leaves(i)) continue;
                // From where the positive part ends, clockwise, to where it begins: the next beginning if diagonal
                // corners are joined, else the one before.
                for (std::size_t step = 1; step < 4; ++step) {
                    const std::size_t k = joined ? (i + step) % 4 : (i + 4 - step) % 4;
                    if (!enters(k)) continue;
                    next[edge[i]] = edge[k];
                    break;
                }
            }
        }
    }
    return next;
}

double distance_to_line(Point p, Point a, Point b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length < 1e-9) return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

/// Marks the points of a stretch that are needed.
void keep_needed(const std::vector<Vertex>& points, std::size_t first, std::size_t last, double tolerance,
                 std::vector<bool>& kept) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double farthest = tolerance;
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double distance = distance_to_line(points[i].at, points[from].at, points[to].at);
            if (distance > farthest) {
                farthest = distance;
                at = i;
            }
        }
        if (at == from) continue;
        kept[at] = true;
        open.emplace_back(from, at);
        open.emplace_back(at, to);
    }
}

std::vector<Vertex> simplified(const std::vector<Vertex>& loop, double tolerance) {
    std::vector<Vertex> points = loop;
    points.push_back(loop.front());
    std::vector<bool> kept(points.size(), false);
    // The ends of the stretches along the frame stay, and two points that are far apart.
    std::vector<std::size_t> anchors{0, points.size() / 2, points.size() - 1};
    for (std::size_t i = 1; i < points.size(); ++i)
        if (points[i].on_frame != points[i - 1].on_frame) anchors.insert(anchors.end(), {i - 1, i});
    std::sort(anchors.begin(), anchors.end());
    for (const std::size_t anchor : anchors)
        kept[anchor] = true;
    for (std::size_t i = 1; i < anchors.size(); ++i)
        keep_needed(points, anchors[i - 1], anchors[i], tolerance, kept);
    std::vector<Vertex> result;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        if (kept[i]) result.push_back(points[i]);
    return result;
}

Point rounded(Point p) {
    return {std::round(p.x * 100) / 100, std::round(p.y * 100) / 100};
}

} // namespace

Contour contour(const Field& field, const Box& box, double tolerance) {
    const Framed framed(field, box);
    std::map<Edge, Edge> next = links(framed);
    Contour result;
    while (!next.empty()) {
        const Edge start = next.begin()->first;
        std::vector<Vertex> loop;
        for (Edge edge = start; next.contains(edge);) {
            loop.push_back(vertex(framed, edge));
            const Edge after = next.at(edge);
            next.erase(edge);
            edge = after;
        }
        if (loop.size() < 3) continue;
        const std::vector<Vertex> points = simplified(loop, tolerance);
        result.area.move_to(rounded(points.front().at));
        for (std::size_t i = 1; i < points.size(); ++i)
            result.area.line_to(rounded(points[i].at));
        result.area.close();
        bool pen_down = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Vertex& from = points[i];
            const Vertex& to = points[(i + 1) % points.size()];
            const bool along_frame = from.on_frame || to.on_frame;
            if (along_frame) {
                pen_down = false;
                continue;
            }
            if (!pen_down) result.boundary.move_to(rounded(from.at));
            result.boundary.line_to(rounded(to.at));
            pen_down = true;
        }
    }
    return result;
}

} // namespace actlas::plot
