#pragma once

#include "interval/elementary.hpp"
#include "interval/search.hpp"

/// Functions with known properties for the tests of the searches, each with its first two derivatives as the rules of
/// differentiation give them.
namespace actlas::test {

using interval::Interval;

struct Sample {
    interval::Enclosure value;
    interval::Enclosure slope;
    interval::Enclosure curvature;

    std::vector<interval::Piece> on(const Interval& range, std::vector<double> splits = {}) const {
        return interval::pieces(range, splits, value, slope, curvature);
    }
    /// The slope as a function of its own.
    Sample derived() const { return {slope, curvature, {}}; }
};

/// x σ(x).
inline const Sample silu{
    [](const Interval& x) { return x * sigmoid(x); },
    [](const Interval& x) { return sigmoid(x) + x * (sigmoid(x) * sigmoid(-x)); },
    [](const Interval& x) { return sigmoid(x) * sigmoid(-x) * (2 - x * tanh(x / 2)); },
};

inline const Sample cubic{
    [](const Interval& x) { return pow(x, 3) - x; },
    [](const Interval& x) { return 3 * sqr(x) - 1; },
    [](const Interval& x) { return 6 * x; },
};

inline const Sample sine{
    [](const Interval& x) { return sin(x); },
    [](const Interval& x) { return cos(x); },
    [](const Interval& x) { return -sin(x); },
};

inline const Sample hyperbolic_tangent{
    [](const Interval& x) { return tanh(x); },
    [](const Interval& x) { return sqr(sech(x)); },
    [](const Interval& x) { return -2 * tanh(x) * sqr(sech(x)); },
};

/// (x - c)², written so that the zero is not seen at once.
inline Sample expanded_square(double c) {
    return {
        [c](const Interval& x) { return sqr(x) - 2 * c * x + sqr(Interval(c)); },
        [c](const Interval& x) { return 2 * x - 2 * c; },
        [](const Interval& x) { return Interval(2).weakened(x.decoration()); },
    };
}

/// x < 0: slope x, else x.
inline Sample leaky(double slope) {
    return {
        [slope](const Interval& x) { return max(x, 0) + slope * min(x, 0); },
        [slope](const Interval& x) { return select(less(x, 0), slope, 1); },
        [](const Interval& x) { return Interval(0).weakened(x.decoration()); },
    };
}

} // namespace actlas::test
