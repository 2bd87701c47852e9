#pragma once

#include "plot/geometry.hpp"

namespace actlas::plot {

/// Shortest distances in px; 0 where the two touch or overlap.
double distance(Point p, Point from, Point to);
double distance(Point p, const Box& box);
double distance(Point from, Point to, const Box& box);
double distance(const Box& a, const Box& b);

} // namespace actlas::plot
