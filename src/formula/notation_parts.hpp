#pragma once
// Building blocks of notation trees, for notation.cpp and its helpers.

#include "formula/expr.hpp"
#include "formula/notation.hpp"

namespace actlas::formula::notation {

/// The condition of a last line of cases that holds all that is left.
inline constexpr const char* otherwise_word = "otherwise";

using NKind = Notation::Kind;

/// The marks that Notation::text of a `space` and of a `row` may hold (see notation.hpp).
inline constexpr const char* invisible_times = "\u2062";
inline constexpr const char* function_application = "\u2061";

inline Notation leaf(NKind kind, std::string text) {
    return {kind, std::move(text), {}};
}
inline Notation node(NKind kind, std::vector<Notation> children, std::string text = {}) {
    return {kind, std::move(text), std::move(children)};
}
inline Notation row(std::vector<Notation> children) {
    return children.size() == 1 ? children.front() : node(NKind::row, std::move(children));
}
inline Notation parenthesised(Notation inside) {
    return node(NKind::fenced, {std::move(inside)}, "()");
}
inline Notation superscript(Notation base, Notation exponent) {
    return node(NKind::superscript, {std::move(base), std::move(exponent)});
}
inline Notation applied(Notation function, Notation arguments) {
    return node(NKind::row, {std::move(function), std::move(arguments)}, function_application);
}

/// A non-negative number: digits, or a power of ten.
Notation number(double magnitude);

/// "α" in italics, "Φ" and "tanh" upright.
Notation symbol(std::string_view text);

/// How fractions are set: one over the other, or with a slash where the line is low (exponents).
enum class Fractions { stacked, slashed };

Notation expression(const Expr& expr, Fractions fractions = Fractions::stacked);

/// An if(), with nested ones in its last branch as further lines.
Notation cases(const Expr& expr);

} // namespace actlas::formula::notation
