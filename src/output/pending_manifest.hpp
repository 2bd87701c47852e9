#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace actlas::output {

/// The manifest of a build that is at work, beside manifest.json under a name of its own, ".actlas-PROCESS.pending". It
/// is written before any other file and goes when the build ends; where one lies about, the build was killed, and it
/// tells the next one which files that left.
class PendingManifest {
public:
    /// Writes it into the folder, which must exist. Throws FileError.
    PendingManifest(const std::filesystem::path& folder, std::string_view text);
    ~PendingManifest();
    PendingManifest(const PendingManifest&) = delete;
    PendingManifest& operator=(const PendingManifest&) = delete;

private:
    std::filesystem::path place_;
};

/// The pending manifests in a folder, sorted.
std::vector<std::filesystem::path> pending_manifests(const std::filesystem::path& folder);

} // namespace actlas::output
