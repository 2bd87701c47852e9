#pragma once

#include "plot/typeset.hpp"

#include <string>
#include <utility>
#include <vector>

/// Short spellings for expression trees in tests.
namespace actlas::plot::expressions {

using Kind = MathNode::Kind;

inline MathNode leaf(Kind kind, std::string text) {
    return {kind, std::move(text), {}};
}
inline MathNode id(std::string text) {
    return leaf(Kind::identifier, std::move(text));
}
inline MathNode num(std::string text) {
    return leaf(Kind::number, std::move(text));
}
inline MathNode up(std::string text) {
    return leaf(Kind::upright, std::move(text));
}
inline MathNode bin(std::string text) {
    return leaf(Kind::binary, std::move(text));
}
inline MathNode rel(std::string text) {
    return leaf(Kind::relation, std::move(text));
}
inline MathNode minus() {
    return leaf(Kind::prefix, "−");
}
inline MathNode comma() {
    return leaf(Kind::punctuation, ",");
}
inline MathNode space() {
    return leaf(Kind::space, "");
}
inline MathNode row(std::vector<MathNode> children) {
    return {Kind::row, "", std::move(children)};
}
inline MathNode frac(MathNode top, MathNode bottom) {
    return {Kind::fraction, "", {std::move(top), std::move(bottom)}};
}
inline MathNode sup(MathNode base, MathNode exponent) {
    return {Kind::superscript, "", {std::move(base), std::move(exponent)}};
}
inline MathNode sub(MathNode base, MathNode index) {
    return {Kind::subscript, "", {std::move(base), std::move(index)}};
}
inline MathNode root(MathNode inside) {
    return {Kind::radical, "", {std::move(inside)}};
}
inline MathNode fence(std::string fences, MathNode inside) {
    return {Kind::fenced, std::move(fences), {std::move(inside)}};
}
inline MathNode paren(MathNode inside) {
    return fence("()", std::move(inside));
}
inline MathNode prime(MathNode base) {
    return {Kind::prime, "", {std::move(base)}};
}
inline MathNode cases(std::vector<MathNode> cells) {
    return {Kind::cases, "", std::move(cells)};
}
inline MathNode x() {
    return id("x");
}
inline MathNode exp_x() {
    return sup(id("e"), x());
}
inline MathNode exp_minus_x() {
    return sup(id("e"), row({minus(), x()}));
}
inline MathNode f_of_x() {
    return row({id("f"), paren(x())});
}

/// What the figures and pages set: definitions, values, conditions and long derivatives.
std::vector<std::pair<std::string, MathNode>> catalogue();

} // namespace actlas::plot::expressions
