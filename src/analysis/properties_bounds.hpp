#pragma once

#include "analysis/properties.hpp"
#include "analysis/properties_subject.hpp"

namespace actlas::analysis {

/// The infimum (side -1) or supremum (side 1) of f (order 0) or f' (order 1).
Bound bound_of(const Subject& subject, int order, int side);

/// sup |f'| from the bounds of f'.
Bound lipschitz(const Subject& subject, const Bound& infimum, const Bound& supremum);

} // namespace actlas::analysis
