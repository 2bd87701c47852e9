#pragma once

#include "catalogue/toml_reader.hpp"
#include "config/config.hpp"

#include <string>
#include <vector>

namespace actlas::config {

/// Reads the [[theme]] tables. `builtin` are the names of the themes there are already. Faults become diagnostics; the
/// answer holds the themes without one, each after the one it inherits from.
std::vector<ThemeRequest> read_themes(const std::vector<const toml::table*>& tables,
                                      const catalogue::TomlSource& source, const std::vector<std::string>& builtin,
                                      const Vocabulary& vocabulary, std::vector<Diagnostic>& diagnostics);

/// The names that the tables give, whether the themes are right or not: other sections may use them.
std::vector<std::string> theme_names(const std::vector<const toml::table*>& tables);

} // namespace actlas::config
