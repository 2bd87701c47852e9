#pragma once

#include "analysis/relatives.hpp"
#include "analysis/study.hpp"
#include "base/diagnostic.hpp"

#include <vector>

namespace actlas::cli {

/// Warnings about an activation: one of the user's own is a function that the catalogue has, or has no value somewhere;
/// a parameter is set outside of its usual range. Of `same_as` those of kind `same` count.
std::vector<Diagnostic> notices(const analysis::Study& study, const std::vector<analysis::SameAs>& same_as);

} // namespace actlas::cli
