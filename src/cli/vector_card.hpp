#pragma once

#include "analysis/vector_study.hpp"
#include "base/language.hpp"
#include "cli/paper.hpp"

#include <string>

namespace actlas::cli {

/// What a study of an activation of vectors knows, for reading in a terminal.
std::string vector_card(const analysis::VectorStudy& study, Language language, Paper paper);

} // namespace actlas::cli
