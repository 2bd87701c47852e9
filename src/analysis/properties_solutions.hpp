#pragma once

#include "analysis/properties.hpp"
#include "analysis/properties_subject.hpp"

namespace actlas::analysis {

/// Where f(x) = 0. Of endlessly many those nearest to 0, undecided.
Solutions zeros(const Subject& subject);

/// Where f(x) = x.
Solutions fixed_points(const Subject& subject);

/// Strict local extrema of f, at kinks and jumps too.
std::vector<Extremum> extrema(const Subject& subject);

/// Strict local extrema of f' where f' is continuous.
std::vector<Extremum> slope_extrema(const Subject& subject);

/// Where f is continuous and f'' changes sign.
std::vector<Place> inflections(const Subject& subject);

} // namespace actlas::analysis
