#include "output/stale_files.hpp"

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "output/manifest.hpp"
#include "output/sha256.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <system_error>

namespace actlas::output {

namespace fs = std::filesystem;

namespace {

bool is_inside(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

} // namespace

void require_inside(const fs::path& path, const fs::path& folder) {
    std::error_code error;
    const fs::path real_folder = fs::weakly_canonical(folder, error);
    const fs::path real = error ? fs::path() : fs::weakly_canonical(path, error);
    if (error) throw FileError(fmt::format("cannot write {}: {}", path.string(), error.message()));
    if (!is_inside(real, real_folder))
        throw FileError(
            fmt::format("cannot write into {}: a symbolic link leads out of the output folder", path.string()));
}

std::vector<std::string> stale_files(const fs::path& folder, const std::map<std::string, std::string>& files) {
    std::error_code error;
    if (!fs::is_regular_file(folder / manifest_path, error)) return {};
    const auto manifest = parse_manifest(read_file(folder / manifest_path));
    if (!manifest) return {};
    std::vector<std::string> stale;
    for (const auto& [path, digest] : manifest->files) {
        const fs::path place = folder / path;
        if (files.count(path) > 0 || path == manifest_path) continue;
        if (!fs::is_regular_file(fs::symlink_status(place, error))) continue;
        require_inside(place.parent_path(), folder);
        if (sha256(read_file(place)) == digest) stale.push_back(path);
    }
    return stale;
}

} // namespace actlas::output
