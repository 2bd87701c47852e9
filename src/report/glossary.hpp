#pragma once

#include "formula/expr.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace actlas::report {

/// A function of the formula language that not every reader knows by its symbol, written out in ones that they do.
struct Gloss {
    std::string_view primitive;
    std::string_view meaning; ///< in the formula language; the arguments are x and the parameters a, b
};

/// All of them, sorted by name.
std::span<const Gloss> glossary();

/// The call itself, "sigmoid(x)" or "clamp(x, a, b)", and its meaning.
struct GlossFormulas {
    formula::Expr call;
    formula::Expr meaning;
};
GlossFormulas formulas(const Gloss& gloss);

/// The glosses of the functions that any of the formulas calls, in the glossary's order.
std::vector<const Gloss*> glosses_of(std::span<const formula::Expr> formulas);

/// The formula written out if it is nothing but a call on x of a function in the glossary, else itself.
formula::Expr written_out(const formula::Expr& formula);

} // namespace actlas::report
