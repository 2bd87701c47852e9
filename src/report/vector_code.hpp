#pragma once

#include "base/language.hpp"
#include "catalogue/vector_activation.hpp"
#include "report/code_model.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace actlas::report {

/// The code for an activation of vectors, with the framework's own version where the catalogue names one and the
/// parameters are those of the catalogue. In Python libraries vectors lie along the last axis; in C++ they are
/// std::vector<double>. `strings` are the language's, for comments.
std::string vector_snippet(const catalogue::VectorActivation& activation, const SnippetKind& kind,
                           const nlohmann::ordered_json& strings, Language language);

} // namespace actlas::report
