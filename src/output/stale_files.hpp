#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace actlas::output {

/// Throws FileError unless the real place of `path` (its links resolved) is inside the real output folder.
void require_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// The files that an earlier build made, by the manifest in the folder, that `files` (by path) no longer holds, and
/// that nobody has changed since. Throws FileError where a link leads out of the folder.
std::vector<std::string> stale_files(const std::filesystem::path& folder,
                                     const std::map<std::string, std::string>& files);

} // namespace actlas::output
