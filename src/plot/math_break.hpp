#pragma once

#include "plot/typeset.hpp"

#include <functional>
#include <vector>

namespace actlas::plot {

/// A line of a broken expression.
struct MathLine {
    MathNode node;
    double indent = 0; ///< px from the left edge of the first line
};

/// The width of an expression in px at the size it will have.
using MathWidth = std::function<double(const MathNode&)>;

/// Breaks an expression into as few lines of at most `width` px as it can, as displays are broken in print (E. Swanson,
/// "Mathematics into Type", 1999, section 3.3): before a relation, before the sign of a sum, before a bracketed factor,
/// which then gets a multiplication dot; outside brackets where that is enough, else within one pair more of them, and
/// at last a fraction is written with a slash. Lines that begin with a relation stand under the first one, others two
/// em (2 x `em` px) farther right. What has no place to be broken (a radical, cases) stays as wide as it is: compare
/// the lines with `width`. One line where the whole fits.
std::vector<MathLine> break_math(const MathNode& node, double width, double em, const MathWidth& measure);

} // namespace actlas::plot
