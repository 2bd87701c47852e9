#pragma once

#include "formula/expr.hpp"
#include "interval/search.hpp"

namespace actlas::analysis {

/// A proved upper bound of |g| on [low, high], parameters bound; infinite where none was found.
double proved_bound(const formula::Expr& g, double low, double high, const interval::Effort& effort = {});

} // namespace actlas::analysis
