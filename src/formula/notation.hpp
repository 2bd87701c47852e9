#pragma once

#include "formula/expr.hpp"

#include <string>
#include <vector>

namespace actlas::formula {

/// How a formula is written on paper, independent of the output language: the printers for LaTeX, MathML, plain text
/// and the drawing engine's typesetter all start from this tree, so that a formula looks the same everywhere.
struct Notation {
    enum class Kind {
        identifier,  ///< text: a variable or parameter, set in italics ("x", "α", "f")
        upright,     ///< text: a function or word, set upright ("tanh", "erf", "if")
        number,      ///< text: digits with a true minus where negative
        binary,      ///< text: an operator with space on both sides: "+", "−", "·", "⋅"
        relation,    ///< text: "=", "<", "≤", ">", "≥"
        prefix,      ///< text: a sign without space: "−"
        punctuation, ///< text: ","
        space,       ///< a thin space; text: U+2062 (invisible multiplication) or U+2061 (function application)
        row,         ///< children side by side; text: U+2061 where the first is a function and the rest its arguments
        fraction,    ///< children: numerator, denominator
        superscript, ///< children: base, exponent
        subscript,   ///< children: base, index
        radical,     ///< children: radicand
        fenced, ///< text: the two fence characters, e.g. "()", "||", "⌊⌋", "[]"; children: what they hold; fences
                ///< stretch
        cases,  ///< children: value, condition, value, condition, ...; the last condition may be an upright "otherwise"
        prime,  ///< children: base; printed f′
    };
    Kind kind = Kind::row;
    std::string text;
    std::vector<Notation> children;
};

/// The notation of a formula.
Notation notate(const Expr& expr);

/// "f(x) = formula"; `order` puts that many primes on f (a superscript "(n)" above 3).
Notation notate_definition(const Expr& expr, int order = 0);

/// A parameter's symbol: "alpha" gives "α"; a trailing number becomes a subscript.
Notation notate_parameter(const std::string& name);

/// The same with another word for "otherwise" in the last line of cases, for output in another language.
Notation with_otherwise(Notation notation, const std::string& word);

} // namespace actlas::formula
