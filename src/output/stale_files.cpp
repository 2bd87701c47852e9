#include "output/stale_files.hpp"

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "output/manifest.hpp"
#include "output/pending_manifest.hpp"
#include "output/sha256.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

namespace actlas::output {

namespace fs = std::filesystem;

namespace {

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

bool inside(const fs::path& path, const fs::path& folder, std::error_code& error) {
    const fs::path real_folder = fs::weakly_canonical(folder, error);
    const fs::path real = error ? fs::path() : fs::weakly_canonical(path, error);
    return !error && is_below(real, real_folder);
}

} // namespace

bool is_inside(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    return inside(path, folder, error);
}

void require_inside(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    if (inside(path, folder, error)) return;
    if (error) throw FileError(fmt::format("cannot write {}: {}", path.string(), error.message()));
    throw FileError(fmt::format("cannot write into {}: a symbolic link leads out of the output folder", path.string()));
}

EarlierFiles earlier_files(const fs::path& folder) {
    std::vector<fs::path> places = pending_manifests(folder);
    std::error_code error;
    if (fs::is_regular_file(folder / manifest_path, error)) places.push_back(folder / manifest_path);
    EarlierFiles earlier;
    for (const fs::path& place : places) {
        const auto manifest = parse_manifest(read_file(place));
        if (!manifest) continue;
        for (const auto& [path, digest] : manifest->files)
            earlier[path].insert(digest);
    }
    return earlier;
}

std::map<std::string, std::string> stale_files(const fs::path& folder, const EarlierFiles& earlier,
                                               const std::map<std::string, std::string>& files) {
    std::map<std::string, std::string> stale;
    for (const auto& [path, digests] : earlier) {
        const fs::path place = folder / path;
        if (files.contains(path) || path == manifest_path) continue;
        std::error_code error;
        if (!fs::is_regular_file(fs::symlink_status(place, error))) continue;
        require_inside(place.parent_path(), folder);
        std::string digest = sha256_of_file(place);
        if (digests.contains(digest)) stale.emplace(path, std::move(digest));
    }
    return stale;
}

} // namespace actlas::output
