#pragma once

#include "config/keys.hpp"

#include <span>

namespace actlas::config {

/// Characters of a name that becomes part of a file name.
inline constexpr std::size_t longest_stem = 100;

/// A bound that the program sets beside those of the keys.
struct Limit {
    Meaning what;
    double value;
};

/// Those of configs, for the reference page.
std::span<const Limit> all_limits();

} // namespace actlas::config
