#pragma once

#include "plot/geometry.hpp"

namespace actlas::plot {

/// Shortest distances in px; 0 where the two touch or overlap.
double distance(Point p, Point from, Point to);
double distance(Point p, const Box& box);
double distance(Point from, Point to, const Box& box);
double distance(const Box& a, const Box& b);
/// Of two segments, a to b and c to d.
double distance(Point a, Point b, Point c, Point d);

/// Between the lines through a and b and through c and d, degrees from 0 to 90.
double angle(Point a, Point b, Point c, Point d);

} // namespace actlas::plot
