#pragma once

#include "catalogue/catalogue.hpp"
#include "config/section.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace actlas::config {

/// The catalogue of a config. Where the one that it names cannot be read the built-in one stands in.
struct ChosenCatalogue {
    catalogue::Catalogue catalogue;
    std::vector<std::filesystem::path> inputs = {}; ///< the folder and the files that it was read from
    bool readable = true;
    std::vector<Diagnostic> faults = {}; ///< of its files
};

/// The catalogue that the top of a config names, relative to `base`, or the built-in one. Throws FileError if a file of
/// it cannot be read.
ChosenCatalogue choose_catalogue(Section& top, const std::filesystem::path& base);

/// False, and an error at `key` with the nearest of the folders beside it, where `folder`, which `key` names, is none.
bool require_folder(Section& section, std::string_view key, const std::filesystem::path& folder);

} // namespace actlas::config
