#pragma once

#include "formula/expr.hpp"
#include "interval/interval.hpp"

#include <limits>
#include <optional>
#include <vector>

namespace actlas::formula {

/// One formula without branches on an open interval whose ends may be infinite.
struct SmoothPiece {
    double low = 0;
    double high = 0;
    Expr expr;             ///< no choice, abs, sign, step, min, max, clamp, relu or floor of anything that varies
    bool low_exact = true; ///< the end is the exact break point (not just the double nearest to it)
    bool high_exact = true;
};

/// Where one branch ends and the next begins.
struct BreakPoint {
    double x = 0;                      ///< the nearest double, as far as that is known
    interval::Interval enclosure;      ///< of the exact place; a point where that is a double
    std::optional<Expr> position = {}; ///< the exact place as a formula without x: 0.1, 1/3, sqrt(2)
    std::vector<Expr> vanishing = {};  ///< formulas known to be 0 there

    bool exact() const { return enclosure.point(); }
};

/// A formula taken apart at its break points.
struct Piecewise {
    std::vector<SmoothPiece> pieces; ///< in order, covering the real line
    /// The value that the formula itself gives at each break point (pieces.size() - 1 of them); NaN where undefined.
    std::vector<double> at_points;
    /// false: infinitely many or too many branches (floor, abs(sin(x))), or break points that could not be isolated;
    /// `pieces` then covers the line with formulas of which some still hold branches.
    bool complete = true;
    std::vector<BreakPoint> points; ///< the break points themselves, as many as at_points
};

/// Splits a formula (parameters bound) into branch-free pieces over the whole real line, at most `most` of them. Break
/// points of arguments affine in x are found by exact arithmetic on the coefficients (a literal counts as the decimal
/// that was written); others by isolating roots with intervals, for |x| up to the largest float32 and by limit rules
/// beyond. Neighbouring pieces with equal formulas are joined if the value between them is theirs too, so that
/// abs(x)*abs(x) has no break point.
Piecewise piecewise(const Expr& bound, std::size_t most = 64);

/// The value of a branch-free formula (a piece's, or its derivative's) at a break point: by symbols where the place is
/// known exactly, so that 0.2*x + 0.5 is 0 at -2.5 and x - 0.1 is 0 at 0.1; else enclosed.
interval::Interval value_at(const Expr& expr, const BreakPoint& point);

} // namespace actlas::formula
