#pragma once

#include "formula/expr.hpp"

#include <map>
#include <string>

namespace actlas::formula {

/// Replaces parameters by formulas; those without one stay.
Expr substitute_parameters(const Expr& expr, const std::map<std::string, Expr>& replacements);

} // namespace actlas::formula
