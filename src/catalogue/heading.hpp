#pragma once

#include "catalogue/activation.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// What finds an activation: known of every entry of a catalogue before its formula and texts have been read.
struct Heading {
    std::string id;
    std::string name;
    std::vector<std::string> aliases;
    std::string family;
    std::vector<std::string> frameworks; ///< ids of those that have it as an activation of their own
};

Heading heading_of(const Activation& activation);

/// Whether this is the activation's id or name, given as folded_name() makes it.
bool is_called(const Heading& heading, std::string_view folded);

/// ... or one of its aliases.
bool answers_to(const Heading& heading, std::string_view folded);

/// How names are compared: ASCII letters in lower case, spaces, '-' and '_' left out.
std::string folded_name(std::string_view name);

} // namespace actlas::catalogue
