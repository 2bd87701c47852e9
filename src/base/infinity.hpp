#pragma once

#include <limits>

namespace actlas {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace actlas
