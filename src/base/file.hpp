#pragma once

#include <filesystem>
#include <string>

namespace actlas {

/// The bytes of a file. Throws FileError naming the file and the reason.
std::string read_file(const std::filesystem::path& path);

} // namespace actlas
