#pragma once

#include "catalogue/activation.hpp"
#include "catalogue/toml_source.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// What the files of a catalogue say, checked and in catalogue order.
struct Contents {
    std::vector<Family> families;
    std::vector<Activation> activations;
    std::vector<Framework> frameworks;
    std::vector<Group> groups;
};

/// Reads the files of a catalogue. Families come in the order of their `order` keys, the activations of a family in the
/// order of the files given, then of the file. Throws one InputError with everything that is wrong in any of the files.
///
/// A file holds, each part optional:
///   [family]        id, order, name, summary: its activations belong to this family; or
///   family = "id"   they belong to a family of another file
///   [[activation]]  see read_activation()
///   [[framework]]   id, name, complete
///   [[group]]       id, members
Contents read_contents(const std::vector<TomlSource>& files);

/// Reads the text of one [[activation]] that read_contents() has found without a fault.
Activation read_checked_activation(std::string_view text, std::string family);

} // namespace actlas::catalogue
