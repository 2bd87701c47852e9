#pragma once

#include <vector>

namespace actlas::plot {

/// Where ticks go: the extended Wilkinson search of Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm
/// for Positioning Tick Labels on Axes" (IEEE TVCG 16(6), 2010), with their weights (.25 simplicity, .2 coverage, .5
/// density, .05 legibility) and steps (1, 5, 2, 2.5, 4, 3 times a power of ten). All ticks lie inside [low, high]; each
/// is the double nearest to its decimal. `target` is the number of ticks wished for (2 to 20; figures use 4-8 on x, 3-5
/// on y). Throws std::invalid_argument unless low < high are finite and far enough apart to be told apart (1e-12 of the
/// larger one).
std::vector<double> nice_ticks(double low, double high, double target);

/// The number of ticks that suits an axis of this length in px: `spacing` px apart, but at least `least` and at most
/// `most`.
double tick_target(double length, double spacing, double least, double most);

} // namespace actlas::plot
