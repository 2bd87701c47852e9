#pragma once

#include "catalogue/vector_activation.hpp"
#include "cli/subject.hpp"

#include <optional>

namespace actlas::cli {

/// The activation of vectors that a command line means, its parameters set; empty if it means one of numbers. An id or
/// name of both belongs to the vectors, unless --catalogue names a folder that has it; a formula to the numbers if it
/// can be read so. Throws InputError for a formula that only a vector could have and that is wrong, and for a parameter
/// that there is not.
std::optional<catalogue::VectorActivation> resolve_vector(const Subject& subject);

} // namespace actlas::cli
