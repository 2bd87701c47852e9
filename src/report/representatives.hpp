#pragma once

#include "analysis/study.hpp"

#include <vector>

namespace actlas::report {

/// A few members of a family that show its variety in one figure, in the family's order: at most six, starting from
/// the first that a framework has and adding the first of those farthest from the ones chosen (root mean square of the
/// difference over [-4, 4], values cut to [-4, 4]), until what is left could not be told apart.
std::vector<const analysis::Study*> representatives(const std::vector<const analysis::Study*>& family);

} // namespace actlas::report
