#pragma once

#include "catalogue/toml_reader.hpp"
#include "config/config.hpp"
#include "config/selection.hpp"

#include <optional>
#include <vector>

namespace actlas::config {

/// Reads one [[figure]] table. `settled` is the config as far as it is read: the languages and [figures], from which a
/// figure inherits; `names` leads to the activations. Faults become diagnostics; the answer is empty if there was one.
std::optional<FigureRequest> read_figure(const toml::table& table, const catalogue::TomlSource& source,
                                         const Config& settled, const Names& names, const Vocabulary& vocabulary,
                                         std::vector<Diagnostic>& diagnostics);

/// The languages by their words; all of them known.
std::vector<Language> to_languages(const std::vector<std::string>& words);

/// The formats by their words; all of them known.
std::vector<FigureFormat> to_formats(const std::vector<std::string>& words);

} // namespace actlas::config
