#pragma once

#include "config/config.hpp"
#include "output/artefact.hpp"

#include <string>
#include <vector>

namespace actlas::cli {

/// Leaves of a config's own figures and decks those that show one of some activations, whole, and of the report nothing
/// if it has a page of none of them. Returns their ids. Throws InputError for what is not in the config, by id or name.
std::vector<std::string> limit_to(config::Config& config, const std::vector<std::string>& ids);

/// Leaves of the files of a whole report the pages of these ids, every figure that is seen on them, their icons, and
/// what all pages share and no activation changes; a single file that holds all pages stays.
void keep_files_of(const std::vector<std::string>& ids, std::vector<output::Artefact>& report);

} // namespace actlas::cli
