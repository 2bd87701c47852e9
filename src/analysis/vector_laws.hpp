#pragma once

#include "formula/expr.hpp"

#include <optional>

namespace actlas::analysis {

/// What a formula of vectors, its parameters bound, does under simple changes of x, as far as its structure tells: what
/// is answered holds for every x (where the formula is defined). An empty answer means that the rules do not tell.

/// f(x + c) = e^(scale c) f(x) + add c for every number c: (0, 0) is invariance under shifts.
struct ShiftLaw {
    double scale = 0;
    double add = 0;
};
std::optional<ShiftLaw> shift_law(const formula::Expr& expr);

/// The d of f(c x) = c^d f(x) for all c > 0: 0 is invariance under scaling, 1 positive homogeneity.
std::optional<double> homogeneity(const formula::Expr& expr);

/// 1: f(-x) = f(x); -1: f(-x) = -f(x).
std::optional<int> vector_parity(const formula::Expr& expr);

enum class Symmetry {
    invariant,    ///< one number, whatever the order of the components
    equivariant,  ///< permuting x permutes f(x) alike
    but_for_ties, ///< the same where no two components compete on equal terms
    in_pairs,     ///< of halves: permuting both halves alike
    in_blocks,    ///< of concatenations: permuting x permutes each half of the value alike
    ordered,      ///< the formula speaks of places: groups, odd and even
};
Symmetry symmetry(const formula::Expr& expr);

/// The p with f = max(u - τ(u, p), 0)^p, or 1 for f = u/sum(u), softmax and one-hot vectors: then the components of
/// f(x) sum to 1. `nonnegative`: none is below 0.
struct UnitSum {
    bool nonnegative = false;
    bool positive = false;
};
std::optional<UnitSum> unit_sum(const formula::Expr& stable);

} // namespace actlas::analysis
