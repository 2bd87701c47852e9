#pragma once

#include "analysis/precision_rounding.hpp"
#include "formula/enclosure.hpp"

namespace actlas::analysis {

/// What a function rounds to on the whole of [low, high], by one enclosure: NaN if it is not the same everywhere, or if
/// the enclosure is too wide to tell.
double rounded_throughout(const formula::EnclosureEvaluator& f, const Rounding<double>& round, double low, double high);

/// Whether enclosures prove that the function rounds to `value` on the whole of [low, high], which is split some
/// hundred times at most.
bool proved_to_round_to(const formula::EnclosureEvaluator& f, const Rounding<double>& round, double value, double low,
                        double high);

} // namespace actlas::analysis
