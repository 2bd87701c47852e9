#pragma once

#include "plot/typeset.hpp"

#include <vector>

namespace actlas::plot {

/// TeX's classes of atoms, with one more for a sign in front of its operand.
enum class MathClass { ordinary, function, binary, relation, open, close, punctuation, inner, prefix };

/// What a node is to its left and to its right neighbour.
struct MathEdges {
    MathClass left = MathClass::ordinary;
    MathClass right = MathClass::ordinary;
};

MathEdges math_edges(const MathNode& node);

/// The space between two neighbours in em; in scripts only functions keep theirs. Source: The TeXbook, chapter 18 and
/// appendix G.
double math_space(MathClass left, MathClass right, bool script);

/// A thin space, in em.
inline constexpr double thin_space = 3.0 / 18;

/// The items of a row with rows inside it taken apart: a row is no more than its items.
std::vector<const MathNode*> math_items(const MathNode& node);

} // namespace actlas::plot
