#include "output/pending_manifest.hpp"

#include "output/file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <unistd.h>

namespace actlas::output {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view name_start = ".actlas-", name_end = ".pending";

} // namespace

PendingManifest::PendingManifest(const fs::path& folder, std::string_view text) {
    // That of a killed build with our number must not be lost.
    int number = ::getpid();
    std::error_code error;
    do
        place_ = folder / fmt::format("{}{}{}", name_start, number++, name_end);
    while (fs::exists(fs::symlink_status(place_, error)));
    StagedFile(place_, text).put_in_place();
}

PendingManifest::~PendingManifest() {
    ::unlink(place_.c_str());
}

std::vector<fs::path> pending_manifests(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error; // a folder that is not there holds none
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        const bool ours = name.starts_with(name_start) && name.ends_with(name_end);
        if (ours && entry->symlink_status(error).type() == fs::file_type::regular) found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace actlas::output
