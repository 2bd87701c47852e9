#pragma once

#include "formula/code.hpp"

#include <vector>

namespace actlas::formula {

/// Subformulas worth a variable of their own in code, inner ones first; of large formulas none.
std::vector<Expr> shared_subformulas(const Expr& expr, CodeLanguage language);

} // namespace actlas::formula
