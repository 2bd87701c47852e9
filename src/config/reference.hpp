#pragma once

#include "base/language.hpp"
#include "config/config.hpp"

#include <string>

namespace actlas::config {

/// A Markdown page with every key that a config may hold, made from keys() and all_limits(): its type and allowed
/// values, default, meaning and an example.
std::string reference_page(const Vocabulary& vocabulary, Language language);

} // namespace actlas::config
