#include "output/directory_sink.hpp"

#include "base/diagnostic.hpp"
#include "output/file.hpp"
#include "output/manifest.hpp"
#include "output/memory_sink.hpp"
#include "output/stale_files.hpp"

#include <fmt/core.h>

#include <set>
#include <system_error>
#include <utility>

namespace actlas::output {
namespace {

namespace fs = std::filesystem;

/// Folders made by this run; those still empty go again unless keep() is called.
class NewFolders {
public:
    ~NewFolders() {
        // The deepest were made last. remove() does nothing to a folder that is not empty.
        std::error_code ignored;
        for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder)
            fs::remove(*folder, ignored);
    }

    void make(const fs::path& folder) {
        std::error_code error;
        const fs::file_status status = fs::status(folder, error);
        if (fs::is_directory(status)) return;
        if (fs::exists(status))
            throw FileError(
                fmt::format("cannot make the folder {}: a file of that name is in the way", folder.string()));
        if (folder.has_parent_path() && folder.parent_path() != folder) make(folder.parent_path());
        if (fs::create_directory(folder, error)) made_.push_back(folder);
        if (error) throw FileError(fmt::format("cannot make the folder {}: {}", folder.string(), error.message()));
    }

    void keep() { made_.clear(); }

private:
    std::vector<fs::path> made_;
};

void remove_stale(const fs::path& folder, const std::string& path) {
    std::error_code error;
    if (!fs::remove(folder / path, error) && error)
        throw FileError(fmt::format("cannot remove {}: {}", (folder / path).string(), error.message()));
    for (fs::path parent = fs::path(path).parent_path(); !parent.empty(); parent = parent.parent_path()) {
        if (!fs::remove(folder / parent, error)) break; // not empty
    }
}

} // namespace

DirectorySink::DirectorySink(fs::path folder, Stale stale) : folder_(std::move(folder)), stale_(stale) {}

void DirectorySink::accept(Artefact artefact) {
    insert_artefact(files_, std::move(artefact));
}

Outcome DirectorySink::commit() {
    Outcome outcome;
    NewFolders folders;
    std::vector<std::pair<std::string, StagedFile>> staged;
    std::set<fs::path> checked;
    if (!files_.empty()) folders.make(folder_);
    for (const auto& [path, bytes] : files_) {
        const fs::path place = folder_ / path;
        if (checked.insert(place.parent_path()).second) {
            // Checked before, since a folder must not be made outside either.
            require_inside(place.parent_path(), folder_);
            folders.make(place.parent_path());
        }
        if (holds(place, bytes)) {
            outcome.unchanged.push_back(path);
        } else {
            staged.emplace_back(path, StagedFile(place, bytes));
            outcome.written.push_back(path);
        }
    }
    if (stale_ == Stale::remove) outcome.removed = stale_files(folder_, files_);

    // The old manifest stays until the work is done: if we are interrupted, the next run still knows what to tidy up.
    for (auto& [path, file] : staged) {
        if (path != manifest_path) file.put_in_place();
    }
    for (const std::string& path : outcome.removed)
        remove_stale(folder_, path);
    for (auto& [path, file] : staged) {
        if (path == manifest_path) file.put_in_place();
    }
    folders.keep();
    return outcome;
}

} // namespace actlas::output
