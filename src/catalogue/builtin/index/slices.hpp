#pragma once

#include "catalogue/toml_source.hpp"

#include <map>
#include <string>
#include <vector>

namespace actlas::catalogue {

/// The part of the text of each [[activation]] of some files that are without fault, by id: from its head to the next
/// head of the file. Throws InputError if such a part alone does not say what the file says.
std::map<std::string, std::string> slices(const std::vector<TomlSource>& files);

} // namespace actlas::catalogue
