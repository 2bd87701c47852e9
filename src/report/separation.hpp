#pragma once

#include <vector>

namespace actlas::report {

/// A labelled point with whole coordinates, so that projections are exact.
struct LabelledPoint {
    int x = 0;
    int y = 0;
    bool positive = false;
};

/// How many of the points the best straight line puts on the right side, over all lines whose normal is one of the
/// directions (p, q) with coprime |p|, |q| <= reach. A lower bound of the true optimum that grows with `reach`.
struct BestLine {
    int right = 0;
    int directions = 0;
};
BestLine best_line(const std::vector<LabelledPoint>& points, int reach);

/// Whether the point (x, y), in units of 1/`radius`, of the yin-yang symbol is in its light half: the left half of the
/// disc, with the upper head (a disc of half the radius) and without the lower one.
bool is_yang(int x, int y, int radius);

} // namespace actlas::report
