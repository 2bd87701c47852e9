#pragma once

#include "base/language.hpp"
#include "catalogue/vector_activation.hpp"
#include "formula/code.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace actlas::report {

/// The code for an activation of vectors, in a Python library; vectors lie along the last axis. `strings` are the
/// language's, for comments.
std::string vector_snippet(const catalogue::VectorActivation& activation, formula::CodeLanguage code,
                           const nlohmann::ordered_json& strings, Language language);

} // namespace actlas::report
