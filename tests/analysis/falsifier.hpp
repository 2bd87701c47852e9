#pragma once

#include "analysis/properties.hpp"
#include "formula/expr.hpp"

#include <string>
#include <vector>

namespace actlas::analysis::test {

/// Looks for points that prove statements of a study wrong. The formula is evaluated by plain recursion in MPFR at some
/// two hundred points: a grid, powers of 2, and points beside every place that the study names. Slopes are judged by
/// the mean value theorem, from values of f alone. Only statements that claim to be proved or exact are looked at.
/// Returns one line for each statement found wrong.
std::vector<std::string> falsified(const formula::Expr& expr, const Properties& properties);

} // namespace actlas::analysis::test
