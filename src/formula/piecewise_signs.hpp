#pragma once
// The signs of the formulas that decide between branches.

#include "formula/piecewise.hpp"

namespace actlas::formula {

/// An open interval between two break points; none at an infinite end.
struct Stretch {
    std::optional<BreakPoint> low;
    std::optional<BreakPoint> high;

    interval::Interval enclosure() const; ///< closed, with all that may belong to it
};

/// Where a point lies with respect to an open stretch. The ends are outside.
enum class Side { left, inside, right, unknown };
Side side_of(const BreakPoint& point, const Stretch& stretch);

/// The signs that a formula takes on a stretch: signs[i] left of points[i], signs.back() right of the last.
struct SignChart {
    /// Where the formula has no value.
    static constexpr int undefined = 2;

    std::vector<BreakPoint> points;
    std::vector<int> signs;
};

/// Of a branch-free formula. Nothing where its zeros cannot be isolated, or are too many.
std::optional<SignChart> sign_chart(const Expr& expr, const Stretch& stretch);

/// The same for a formula that has a value on the whole stretch, by isolating its zeros with intervals.
std::optional<SignChart> searched_sign_chart(const Expr& expr, const Stretch& stretch);

/// Of a simplified formula without x; nothing if it cannot be told from 0.
std::optional<int> sign_of_constant(const Expr& expr);

/// At a point; nothing if it cannot be told from 0.
std::optional<int> sign_at(const Expr& expr, const BreakPoint& point);

/// The order of two places on the line: negative if a lies left of b, 0 if they are the same; nothing if that cannot
/// be told.
std::optional<int> compare(const BreakPoint& a, const BreakPoint& b);

/// The place at which a formula without x says that it is.
BreakPoint place(const Expr& position);

} // namespace actlas::formula
