#pragma once

#include "catalogue/activation.hpp"

namespace actlas::cli {

/// Whether one study serves two activations of one catalogue: they differ neither in label nor in a parameter's value.
bool is_same_subject(const catalogue::Activation& a, const catalogue::Activation& b);

} // namespace actlas::cli
