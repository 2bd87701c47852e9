#pragma once

#include "formula/notation.hpp"

#include <string>

namespace actlas::report {

/// left = right
formula::Notation equation(formula::Notation left, formula::Notation right);

/// "α = 0.1", "α = 1/6"
formula::Notation assignment(const std::string& parameter, const formula::Expr& value);
formula::Notation assignment(const std::string& parameter, double value);

} // namespace actlas::report
