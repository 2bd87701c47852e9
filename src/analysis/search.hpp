#pragma once

#include "formula/evaluator.hpp"

#include <functional>
#include <vector>

namespace actlas::analysis {

/// A stretch of the line between two neighbouring break points, sampled. Its ends are approached from inside, so that a
/// value there is the one-sided limit (taken 1e-12 beside it), not what the formula chooses at the break point itself.
struct Piece {
    double low = 0; ///< a break point, or the end of the range searched
    double high = 0;
    std::vector<double> x;
    std::vector<double> f;
    std::vector<double> slope;
    std::vector<double> curvature;
};

/// The smooth pieces of [low, high], cut at the given break points (sorted, inside the range), each sampled evenly with
/// steps of at most `step`.
std::vector<Piece> sample_pieces(const formula::Evaluator& f, const formula::Evaluator& slope,
                                 const formula::Evaluator& curvature, const std::vector<double>& break_points,
                                 double low, double high, double step);

/// The x in [low, high] where `g`, of opposite sign at the two ends, changes sign: bisection until the two ends are
/// neighbouring doubles or the value is 0.
double sign_change(const std::function<double(double)>& g, double low, double high);

} // namespace actlas::analysis
