#pragma once

#include "plot/geometry.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace actlas::plot {

/// The path as polylines, one a subpath, nowhere farther than `tolerance` px from it.
std::vector<std::vector<Point>> flatten(const Path& path, double tolerance = 0.1);

/// The part of a segment inside a box (Liang and Barsky 1984); nothing where it misses the box.
std::optional<std::pair<Point, Point>> clip_segment(Point a, Point b, const Box& box);

/// Polylines cut off at a box.
std::vector<std::vector<Point>> clip_polylines(const std::vector<std::vector<Point>>& lines, const Box& box);

/// What of a path lies outside a box, as straight lines.
Path outside(const Path& path, const Box& box);

/// What of a path lies outside a circle. Curves that keep off it stay curves, the others become lines; closed subpaths
/// become open ones.
Path outside(const Path& path, Point centre, double radius);

} // namespace actlas::plot
