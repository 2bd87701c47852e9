#pragma once

#include "catalogue/contents.hpp"

#include <map>
#include <string>

namespace actlas::catalogue {

/// The C++ that defines builtin_index; `texts` has the TOML of each activation by id.
std::string write_index(const Contents& contents, const std::map<std::string, std::string>& texts);

} // namespace actlas::catalogue
