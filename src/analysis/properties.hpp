#pragma once

#include "analysis/evidence.hpp"
#include "analysis/gaussian.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// What DESIGN's JSON calls "properties": statements on the whole real line, each with how it is known.
namespace actlas::analysis {

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

/// A bound of a set of values: the infimum or supremum of f or f', or sup |f'|.
struct Bound {
    double value = 0; ///< may be infinite; NaN where undecided
    Evidence evidence = Evidence::undecided;
    double low = 0; ///< enclosure of the exact bound: low <= bound <= high
    double high = 0;
    std::optional<bool> attained; ///< whether f takes the value; nothing where that is not decided
    std::vector<double> at;       ///< where it is attained, or (not attained) approached at a kink or jump
};

template<typename Value>
struct Verdict {
    Value value{};
    Evidence evidence = Evidence::undecided; ///< undecided: `value` means nothing
};

enum class Monotonicity { strictly_increasing, nondecreasing, strictly_decreasing, nonincreasing, constant, none };
enum class Convexity { affine, convex, concave, neither };
enum class Parity { odd, even, none };

/// The words of the JSON: "strictly_increasing", ...
std::string_view word(Monotonicity monotonicity);
std::string_view word(Convexity convexity);
std::string_view word(Parity parity);

/// f is C^order and not C^(order + 1); -1: it jumps. `infinite`: C^inf.
struct Smoothness {
    int order = 0;
    bool infinite = false;
};

/// Isolated points and whole intervals where an equation holds.
struct Solutions {
    std::vector<double> points;
    std::vector<Interval> intervals;
    Evidence evidence = Evidence::undecided; ///< proved or exact: there are no others
};

/// A point with how it is known.
struct Place {
    double x = 0;
    Evidence evidence = Evidence::estimated;
};

struct Properties {
    Bound infimum, supremum;             ///< of f
    Bound slope_infimum, slope_supremum; ///< of f' where it exists
    Bound lipschitz;                     ///< sup |f'|; infinite where f jumps
    Verdict<Monotonicity> monotonicity;
    Verdict<Convexity> convexity;
    Verdict<Parity> parity;
    Verdict<Smoothness> continuity;
    std::vector<Kink> kinks; ///< of every order at which a derivative first jumps
    Solutions zeros;
    Solutions fixed_points;
    std::vector<Extremum> extrema;       ///< strict local ones
    bool endless_turns = false;          ///< f repeats itself without end: there are more extrema than those listed
    std::vector<Extremum> slope_extrema; ///< strict local extrema of f' where f' is continuous
    std::vector<Place> inflections;      ///< f'' changes sign
    Asymptote left, right;
    std::vector<Saturation> saturation; ///< thresholds 1e-2, 1e-3, 1e-6
    std::vector<Interval> dead_intervals;
    std::optional<Interval> undefined; ///< hull of where f has no finite value, if that is somewhere
    GaussianAverages gaussian;
};

/// All properties of a formula whose parameters are bound. Enclosures are proved for every finite float32 input by
/// branch and bound (src/interval), tails and limits beyond by limit rules (formula/limits.hpp). Bounded time and
/// memory for any formula: what the effort does not reach is undecided or estimated.
Properties properties(const formula::Expr& bound);

} // namespace actlas::analysis
