#pragma once

#include "catalogue/activation.hpp"
#include "formula/evaluator.hpp"
#include "formula/expr.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::analysis {

/// How a number or statement is known.
enum class Evidence {
    proved,    ///< an interval enclosure
    exact,     ///< symbolic
    estimated, ///< numeric
    undecided
};

std::string_view word(Evidence evidence);

/// A point where f or f' changes branch, with what happens there.
struct Kink {
    double x = 0;
    int order = 1;    ///< the derivative (0: f itself, 1: the slope) that jumps
    double left = 0;  ///< its limit from the left
    double right = 0; ///< and from the right
    Evidence evidence = Evidence::estimated;
};

/// A strict local extremum of f (in Study::extrema) or of f' (in Study::slope_extrema).
struct Extremum {
    double x = 0;
    double value = 0;
    bool is_minimum = false;
    Evidence evidence = Evidence::estimated;
};

/// The straight line that f approaches at one end.
struct Asymptote {
    enum class Kind { none, horizontal, oblique };
    Kind kind = Kind::none;
    double slope = 0;
    double intercept = 0;
    Evidence evidence = Evidence::estimated;
};

struct Interval {
    double low = 0;  ///< may be -inf
    double high = 0; ///< may be +inf
};

/// Where |f'| stays below a threshold to the end of the line: for all x < left and all x > right (NaN: nowhere on that
/// side).
struct Saturation {
    double threshold = 0;
    double left = 0;
    double right = 0;
    Evidence evidence = Evidence::estimated;
};

/// Everything that the figures and the report say of one activation, at its parameters' values.
struct Study {
    catalogue::Activation activation;
    formula::Expr formula;    ///< parameters still by name, simplified
    formula::Expr derivative; ///< its derivative, parameters by name
    formula::Evaluator f;     ///< parameters bound
    formula::Evaluator slope;
    formula::Evaluator curvature;

    std::vector<Kink> kinks;             ///< sorted by x; orders 0 and 1
    std::vector<Extremum> extrema;       ///< strict local extrema of f, kinks included
    std::vector<Extremum> slope_extrema; ///< of f', where f' is continuous
    std::vector<double> inflections;     ///< f'' changes sign through zero
    std::vector<double> zeros;           ///< isolated zeros of f
    Asymptote left;
    Asymptote right;
    std::vector<Saturation> saturation;   ///< thresholds 1e-2, 1e-3, 1e-6
    std::vector<Interval> dead_intervals; ///< f' = 0 throughout
};

/// Studies an activation. Everything found numerically is marked `estimated`; the search looks at |x| <= 50 and at the
/// tails. Throws InputError where the formula has no finite value anywhere on the range searched.
Study study(const catalogue::Activation& activation);

} // namespace actlas::analysis
