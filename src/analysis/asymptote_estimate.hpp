#pragma once

#include "analysis/properties.hpp"
#include "formula/evaluator.hpp"

namespace actlas::analysis {

/// The line that f approaches as x goes to +inf (side = +1) or -inf (side = -1), estimated from f and f' far out: for
/// formulas whose limits no rule gives.
Asymptote estimated_asymptote(const formula::Evaluator& f, const formula::Evaluator& slope, int side);

} // namespace actlas::analysis
