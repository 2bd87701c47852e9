#pragma once

#include "analysis/evidence.hpp"
#include "analysis/precision.hpp"
#include "base/language.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace actlas::analysis {

/// What is worth telling of an activation in one number format.
struct PrecisionSummary {
    std::string_view format;         ///< "float16", ...
    std::vector<LocalizedText> text; ///< clauses, from the tails to the errors of the textbook formula; not empty
    Evidence evidence = Evidence::undecided;
};

/// One for each format. Inputs are rounded so that what is said of them stays true.
std::vector<PrecisionSummary> precision_summaries(std::span<const FormatBehaviour> formats);

/// Whether rounding does anything to f or f' that is worth a picture: a tail at a limit or beyond the range, a slope
/// that becomes 0, or errors of the textbook formula. That f is x, as of a rectifier, is not.
bool is_affected(const FormatBehaviour& behaviour);

} // namespace actlas::analysis
