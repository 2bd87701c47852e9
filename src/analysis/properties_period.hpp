#pragma once

#include "analysis/properties_stretch.hpp"

#include <optional>

namespace actlas::analysis {

/// Of a stretch without end on which the derivative of that order repeats itself, one whole repetition, on which it is
/// continuous: it takes all its values there, and its least and its largest among them. Nothing where x stands anywhere
/// but in sines, cosines and tangents of linear terms whose frequencies have ratios of small whole numbers.
std::optional<Box> repetition(const Stretch& stretch, int order);

} // namespace actlas::analysis
