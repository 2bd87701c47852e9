#pragma once

#include <filesystem>
#include <string>

namespace actlas::output {

/// What tells one version of an OpenType font file (.otf, .ttf, .ttc) from another: the SHA-256 of its table
/// directories, which hold a checksum and the length of every table (OpenType specification, "Organization of an
/// OpenType Font"). Reads a few kilobytes where the digest of the whole file would read the 20 MB of a Chinese font in
/// every run. Throws FileError for a file that cannot be read or is no such font.
std::string font_digest(const std::filesystem::path& path);

} // namespace actlas::output
