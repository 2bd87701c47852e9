#pragma once
// Comparing a number that the study found with one that a source prints.

#include "analysis/claims_kinds.hpp"

namespace actlas::analysis::claims {

enum class Agreement { yes, no, unknown };

/// Whether the exact number, which lies in [low, high], is the printed one as far as that is rounded. A source that
/// gives no rounding (tolerance 0) is believed to mean the number exactly, and so is taken to agree within 1e-8, the
/// width of the study's own enclosures.
Agreement agrees(double low, double high, double printed, double tolerance);
Agreement agrees(const Bound& bound, double printed, double tolerance);

/// Whether one of the places is the printed one; `unknown` where there are none.
Agreement agrees(std::span<const double> places, double printed, double tolerance);

inline bool decided(const Bound& bound) {
    return bound.evidence != Evidence::undecided;
}

/// A check that could not be decided.
Outcome undecided();

std::vector<Kind> bound_kinds();
std::vector<Kind> shape_kinds();

} // namespace actlas::analysis::claims
