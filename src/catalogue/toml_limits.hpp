#pragma once

#include "catalogue/toml_source.hpp"

#include <toml++/toml.h>

#include <vector>

namespace actlas::catalogue {

/// A diagnostic where a text is larger or nests deeper than base/limits.hpp allows. To be asked before the text is
/// parsed: toml++ takes trees apart by recursion. What is no TOML may pass.
std::vector<Diagnostic> size_faults(const TomlSource& source);

/// A diagnostic for each string and key that is longer than base/limits.hpp allows, or holds a character that may not
/// be printed: a control character other than a line break or a tab, or one that turns the direction of what follows
/// (U+202A..202E, U+2066..2069, U+200E, U+200F, U+061C), with which a text can be shown as what it is not.
std::vector<Diagnostic> string_faults(const toml::table& table, const TomlSource& source);

} // namespace actlas::catalogue
