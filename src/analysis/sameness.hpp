#pragma once

#include "analysis/evidence.hpp"
#include "formula/expr.hpp"

#include <optional>
#include <vector>

namespace actlas::analysis {

/// How two formulas are known to be one function.
struct Sameness {
    /// exact: equal by algebra, on each stretch between break points, wherever both have a value. proved: |f - g| is
    /// enclosed, see `bound`. estimated: no difference was seen.
    Evidence evidence = Evidence::exact;
    double bound = 0;           ///< on [-sameness_reach, sameness_reach], |f - g| is at most this; 0 where exact
    std::vector<double> except; ///< single points at which both have a value, and not the same
};

/// What is not exact is stated for this range.
constexpr double sameness_reach = 16;

/// Formulas whose values differ by more are not called the same, whatever the evidence.
constexpr double sameness_tolerance = 1e-6;

/// Whether two formulas (parameters bound) are the same function; nothing where they are not, or where it could not be
/// told. In bounded time.
std::optional<Sameness> sameness(const formula::Expr& f, const formula::Expr& g);

/// Only with the evidence `exact`: in a fraction of the time where the answer is no.
std::optional<Sameness> exact_sameness(const formula::Expr& f, const formula::Expr& g);

} // namespace actlas::analysis
