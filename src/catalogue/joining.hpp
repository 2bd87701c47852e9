#pragma once

#include "catalogue/catalogue.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// Where the parts of an activation stand that may keep it from joining a catalogue; what is empty has no place in
/// messages.
struct JoiningPlaces {
    std::optional<SourceSpan> id = {};
    std::optional<SourceSpan> family = {};
    std::vector<SourceSpan> relations = {}; ///< of their ids, one each, or none
};

/// What keeps an activation of the user's from joining a catalogue: its id is taken, or its family or an activation
/// that it is related to does not exist. The family "custom" exists.
std::vector<Diagnostic> faults_of_joining(const Activation& activation, const Catalogue& catalogue,
                                          const JoiningPlaces& places);

/// What is wrong with an id that another activation has.
Diagnostic id_is_taken(std::string_view id, std::optional<SourceSpan> where);

} // namespace actlas::catalogue
