#pragma once

#include "catalogue/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::catalogue {

/// A name that more than one activation goes by.
struct SharedName {
    std::string name;             ///< as the first that is spelled with most capitals has it
    std::vector<std::string> ids; ///< of the activations, in catalogue order
};

/// The ids of all activations that answer to an id, name or alias, in catalogue order. Where it is an alias of several,
/// Catalogue::find() finds none of them.
std::vector<std::string> meant_by(const Catalogue& catalogue, std::string_view name);

/// The names and aliases that, case, spaces and hyphens ignored, belong to several activations, sorted.
std::vector<SharedName> shared_names(const Catalogue& catalogue);

} // namespace actlas::catalogue
