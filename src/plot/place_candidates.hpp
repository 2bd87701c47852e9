#pragma once

#include "plot/place.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace actlas::plot::detail {

struct Size {
    double width = 0, height = 0;
};

/// A possible place of a label's ink.
struct Candidate {
    Box box;
    std::optional<std::pair<Point, Point>> leader; ///< from the point to the text
    double cost = 0;                               ///< smaller is better; comparable among the candidates of one list
};

/// Beside a point without a leader: the wished-for side first, then quadrants, then the other sides.
std::vector<Candidate> near_candidates(Point target, Size size, Side side, const PlaceOptions& options);

/// With a leader of a length from `shortest` to `longest` px: vertical first, then slanted; the wished-for side before
/// the others.
std::vector<Candidate> leader_candidates(Point target, Size size, Side side, double shortest, double longest,
                                         const PlaceOptions& options);

/// Anywhere in an area, nearest to a point first.
std::vector<Candidate> area_candidates(const Box& area, Point near, Size size);

} // namespace actlas::plot::detail
