#pragma once

#include "catalogue/activation.hpp"
#include "catalogue/toml_reader.hpp"
#include "catalogue/vector_activation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace actlas::catalogue {

/// How much of an [[activation]] table must be there.
enum class ReadMode {
    catalogue, ///< id, name, formula and summary; every text in all languages; the family is the file's, left empty
               ///< here
    user, ///< formula and one of id and name (an id is made from the name); family "custom" unless given; texts may be
          ///< plain strings
};

/// The kinds of relation, as they are written.
std::vector<std::string> relation_words();

/// Reads one [[activation]] table of a catalogue file or a config. Every fault becomes a diagnostic at its place, a
/// fault in the formula at its place within the string; the answer is empty if there was one. Whether ids, families and
/// relations exist elsewhere is not looked at: see Catalogue::add.
std::optional<Activation> read_activation(const toml::table& table, const TomlSource& source, ReadMode mode,
                                          std::vector<Diagnostic>& diagnostics);

/// The same for a [[vector_activation]] table, whose formula is one of a vector (formula::VectorFormula).
std::optional<VectorActivation> read_vector_activation(const toml::table& table, const TomlSource& source,
                                                       ReadMode mode, std::vector<Diagnostic>& diagnostics);

} // namespace actlas::catalogue
