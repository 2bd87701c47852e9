#pragma once

#include "formula/expr.hpp"
#include "formula/notation.hpp"

#include <string>

namespace actlas::formula {

/// The formula language again; parse(to_source(e)) equals e up to the grouping of sums and products.
std::string to_source(const Expr& expr);

/// One line of plain text with real symbols: "x·σ(x)", "√(x² + 1)", "α(eˣ − 1)", "x if x > 0, else αx".
std::string to_text(const Expr& expr);

/// LaTeX for a math environment, without delimiters.
std::string to_latex(const Expr& expr);

/// MathML Core: a <math> element with a TeX annotation. `display` sets display="block".
std::string to_mathml(const Expr& expr, bool display = false);

/// The same for a notation tree that was composed by hand (e.g. "f(x) = " before a formula).
std::string to_latex(const Notation& notation);
std::string to_mathml(const Notation& notation, bool display = false);
std::string to_text(const Notation& notation);

} // namespace actlas::formula
