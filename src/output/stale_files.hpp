#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace actlas::output {

/// Whether the real place of `path` (its links resolved) is inside the real output folder.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Throws FileError unless the real place of `path` (its links resolved) is inside the real output folder.
void require_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// What earlier builds left in an output folder: the digests that a file has had, by path. A build that was killed
/// counts too, by the manifest that it was about to put in place (see pending_manifest.hpp).
using EarlierFiles = std::map<std::string, std::set<std::string>>;

/// Reads the manifests in a folder, which need not exist. Throws FileError.
EarlierFiles earlier_files(const std::filesystem::path& folder);

/// Those of the earlier files that `files` (by path) no longer holds, and that nobody has changed since, with their
/// digests. Throws FileError where a link leads out of the folder.
std::map<std::string, std::string> stale_files(const std::filesystem::path& folder, const EarlierFiles& earlier,
                                               const std::map<std::string, std::string>& files);

} // namespace actlas::output
