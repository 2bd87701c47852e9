#pragma once

#include "analysis/relatives.hpp"
#include "formula/notation.hpp"

namespace actlas::analysis {

/// "f(x) = 2 g(2x) - 1": how the activation, f, is made of the other, g. For SameAs::Kind::rescaled.
formula::Notation rescaling(const SameAs& same_as);

} // namespace actlas::analysis
