#include "analysis/relatives_text.hpp"

#include "formula/build.hpp"
#include "formula/normal_form.hpp"

#include <cmath>

namespace actlas::analysis {
namespace {

using formula::Expr;
using formula::Notation;
using namespace formula::build;

/// c times the formula, as people write it.
Expr multiple(const formula::Rational& c, const Expr& of) {
    if (c.negative()) return -multiple(formula::negate(c), of);
    if (c.is(1)) return of;
    if (c.numerator == 1) return of / num(static_cast<double>(c.denominator));
    return formula::write_number(c) * of;
}

/// The notation with `to` in the place of the name.
Notation replaced_name(Notation notation, const std::string& name, const Notation& to) {
    if (notation.kind == Notation::Kind::identifier && notation.text == name) return to;
    for (Notation& child : notation.children)
        child = replaced_name(std::move(child), name, to);
    return notation;
}

} // namespace

Notation rescaling(const SameAs& same_as) {
    const std::string other = "g";
    Expr whole = multiple(same_as.output, Expr::parameter(other));
    if (same_as.offset.negative())
        whole = whole - formula::write_number(formula::negate(same_as.offset));
    else if (same_as.offset.numerator != 0)
        whole = whole + formula::write_number(same_as.offset);
    const Expr inside = std::fabs(same_as.input) == 0.5
                            ? multiple({same_as.input < 0 ? -1 : 1, 2}, Expr::variable())
                            : multiple({static_cast<std::int64_t>(same_as.input)}, Expr::variable());
    const Notation name{Notation::Kind::identifier, other, {}};
    const Notation applied{
        Notation::Kind::row, "\u2061", {name, {Notation::Kind::fenced, "()", {formula::notate(inside)}}}};
    return replaced_name(formula::notate_definition(whole), other, applied);
}

} // namespace actlas::analysis
