#pragma once

#include "analysis/properties.hpp"
#include "analysis/properties_subject.hpp"

namespace actlas::analysis {

Verdict<Monotonicity> monotonicity(const Subject& subject);

/// Of a function that is defined everywhere; else undecided.
Verdict<Convexity> convexity(const Subject& subject);

/// Symmetry of the formulas, or a point at which neither symmetry holds.
Verdict<Parity> parity(const Subject& subject);

} // namespace actlas::analysis
