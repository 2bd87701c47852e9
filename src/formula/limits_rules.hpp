#pragma once

#include "formula/limits_series.hpp"

namespace actlas::formula::asymptotic {

/// The expansion of a formula (parameters bound) in t = |x| as x goes to +inf (side = 1) or -inf (side = -1). Branches
/// are taken as they are far out, and expansions cut after so many terms on the way. Throws Undecided where the rules
/// do not lead on.
Series expansion(const Expr& expr, int side, std::size_t terms);

} // namespace actlas::formula::asymptotic
