#pragma once

#include "analysis/properties_chart.hpp"
#include "analysis/properties_stretch.hpp"

#include <functional>
#include <vector>

namespace actlas::analysis {

/// A differentiable function on an open stretch, with what it tends to at the ends.
struct Graph {
    double low = 0;
    double high = 0;
    std::function<Box(const Box&)> value;
    std::function<Box(const Box&)> slope;
    Tendency at_low;
    Tendency at_high;
};

/// The graph of f's derivative of that order on a stretch (which must outlive it).
Graph graph_of(const Stretch& stretch, int order);

/// A function cut where its slope vanishes: between the nodes it is strictly monotone, or constant.
struct Landscape {
    struct Node {
        Box place;
        Box value;               ///< of the function, at all of `place`
        bool stationary = false; ///< `place` holds exactly one point where the slope is 0; else nothing is known there
    };
    Graph graph;
    std::vector<Node> nodes; ///< sorted
    std::vector<int>
        trends; ///< before, between and after the nodes; unknown_sign: the gap is empty, nodes reach its ends

    double left_of_gap(std::size_t gap) const;
    double right_of_gap(std::size_t gap) const;
    /// No node stands for a place of which nothing is known.
    bool known() const;
};

/// From the sign chart of the slope.
Landscape landscape(Graph graph, const SignChart& slope);

/// The sign of the function less a number: at most one zero on every monotone part, which is enclosed by the interval
/// Newton method.
SignChart level_chart(const Landscape& landscape, double level);

} // namespace actlas::analysis
