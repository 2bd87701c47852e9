#pragma once

#include <vector>

namespace actlas::plot {

/// What else than an even spread matters.
struct TickWishes {
    /// Places where a tick would be welcome, such as the end of a flat part at 3: among labellings that are about as
    /// good one that has ticks exactly there wins. It never makes a tick of a number that is not nice.
    std::vector<double> landmarks = {};
    int most = 100;           ///< ticks, at least 2
    bool zero = false;        ///< there is a tick at 0 if 0 is in range
    int least = 2;            ///< ticks, at least 2; `most` is to leave a choice of step: 3 and 5, 4 and 8
    bool plain_steps = false; ///< steps are 1, 2, 2.5, 3, 4 or 5 times a power of ten, no multiples such as 1.5 and 6
};

/// Where ticks go: the extended Wilkinson search of Talbot, Lin and Hanrahan, "An Extension of Wilkinson's Algorithm
/// for Positioning Tick Labels on Axes" (IEEE TVCG 16(6), 2010), with their weights (.25 simplicity, .2 coverage, .5
/// density, .05 legibility) and steps (1, 5, 2, 2.5, 4, 3 times a power of ten). All ticks lie inside [low, high]; each
/// is the double nearest to its decimal. `target` is the number of ticks wished for (2 to 20). Throws
/// std::invalid_argument unless low < high are finite and far enough apart to be told apart (1e-12 of the larger one).
std::vector<double> nice_ticks(double low, double high, double target, const TickWishes& wishes = {});

/// The number of ticks that suits an axis of this length in px: `spacing` px apart, but at least `least` and at most
/// `most`.
double tick_target(double length, double spacing, double least, double most);

} // namespace actlas::plot
