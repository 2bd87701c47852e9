#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace actlas::output {

/// The SHA-256 digest of some bytes as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same of a file's bytes, read a block at a time. Throws FileError.
std::string sha256_of_file(const std::filesystem::path& path);

} // namespace actlas::output
