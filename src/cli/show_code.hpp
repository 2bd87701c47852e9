#pragma once

#include "base/language.hpp"
#include "catalogue/vector_activation.hpp"
#include "cli/subject.hpp"

#include <string>

namespace actlas::cli {

/// The activation as code in the language with that id ("numpy", "torch", "jax", "cpp"), its comments in `language`.
/// Throws InputError where there is no such language.
std::string code_of(const Subject& subject, const std::string& id, Language language);

/// The same for an activation of vectors; there is no C++.
std::string code_of_vectors(const catalogue::VectorActivation& activation, const std::string& id, Language language);

} // namespace actlas::cli
