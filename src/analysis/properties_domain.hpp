#pragma once

#include "analysis/properties.hpp"
#include "formula/piecewise.hpp"

#include <optional>
#include <vector>

namespace actlas::analysis {

/// A stretch of the line with a formula without branches that has a value at every point inside.
struct DomainPiece {
    formula::Expr expr;
    std::optional<formula::BreakPoint> low; ///< nothing: from -inf
    std::optional<formula::BreakPoint> high;
};

struct Domain {
    std::vector<DomainPiece> pieces;   ///< in order; a gap between two of them is where f has no value
    std::optional<Interval> undefined; ///< hull of where f has no value, if that is somewhere
    /// false: whether some divisor, root or logarithm has a value everywhere could not be decided.
    bool complete = true;
};

/// The pieces cut further where a divisor vanishes, or the argument of a logarithm, root or fractional power is not
/// positive.
Domain domain(const formula::Piecewise& taken_apart);

} // namespace actlas::analysis
