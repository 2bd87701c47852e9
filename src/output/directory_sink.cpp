#include "output/directory_sink.hpp"

#include "base/diagnostic.hpp"
#include "output/file.hpp"
#include "output/folder_lock.hpp"
#include "output/manifest.hpp"
#include "output/memory_sink.hpp"
#include "output/pending_manifest.hpp"
#include "output/stale_files.hpp"
#include "output/transaction.hpp"

#include <fmt/core.h>

#include <optional>
#include <set>
#include <system_error>
#include <unistd.h>

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

/// Takes away what killed builds left half written, in the folders where they may have been at work.
void remove_all_half_written(const fs::path& folder, const EarlierFiles& earlier,
                             const std::map<std::string, std::string>& files) {
    std::set<fs::path> places{folder};
    for (const auto& [path, digests] : earlier)
        places.insert((folder / path).parent_path());
    for (const auto& [path, bytes] : files)
        places.insert((folder / path).parent_path());
    for (const fs::path& place : places) {
        std::error_code error;
        if (fs::is_directory(place, error) && is_inside(place, folder)) remove_half_written(place);
    }
}

/// Folders where earlier builds had files and that are empty now. rmdir() leaves links and what is not empty alone.
void remove_empty_folders(const fs::path& folder, const EarlierFiles& earlier,
                          const std::map<std::string, std::string>& files) {
    for (const auto& [path, digests] : earlier) {
        if (files.contains(path)) continue;
        for (fs::path parent = fs::path(path).parent_path(); !parent.empty(); parent = parent.parent_path()) {
            if (!is_inside((folder / parent).parent_path(), folder) || ::rmdir((folder / parent).c_str()) != 0) break;
        }
    }
}

std::optional<Manifest> own_manifest(const std::map<std::string, std::string>& files) {
    const auto found = files.find(std::string(manifest_path));
    return found == files.end() ? std::nullopt : parse_manifest(found->second);
}

} // namespace

DirectorySink::DirectorySink(fs::path folder, Stale stale) : folder_(std::move(folder)), stale_(stale) {}

void DirectorySink::accept(Artefact artefact) {
    insert_artefact(files_, std::move(artefact));
}

void DirectorySink::accompany(fs::path path, std::string bytes) {
    companions_.emplace_back(std::move(path), std::move(bytes));
}

Outcome DirectorySink::commit() {
    NewFolders folders;
    if (!files_.empty()) folders.make(folder_);
    const FolderLock lock(folder_);
    const std::vector<fs::path> killed = pending_manifests(folder_);
    const EarlierFiles earlier = earlier_files(folder_);
    if (lock.held()) remove_all_half_written(folder_, earlier, files_);

    Outcome outcome;
    std::set<fs::path> checked;
    for (const auto& [path, bytes] : files_) {
        const fs::path parent = (folder_ / path).parent_path();
        if (checked.insert(parent).second) require_inside(parent, folder_);
        (holds(folder_ / path, bytes) ? outcome.unchanged : outcome.written).push_back(path);
    }
    std::map<std::string, std::string> stale;
    if (stale_ == Stale::remove) stale = stale_files(folder_, earlier, files_);
    for (const auto& [path, digest] : stale)
        outcome.removed.push_back(path);

    // From here on until the end it tells the next build what this one, if it is killed, may have left.
    std::optional<PendingManifest> pending;
    if (outcome.written.size() + outcome.removed.size() > 0) {
        if (auto manifest = own_manifest(files_)) {
            manifest->files.insert(stale.begin(), stale.end());
            pending.emplace(folder_, to_artefact(*manifest).bytes);
        }
    }
    std::vector<StagedFile> staged;
    for (const std::string& path : outcome.written) {
        const fs::path place = folder_ / path;
        folders.make(place.parent_path());
        staged.emplace_back(place, files_.at(path));
    }
    std::vector<Replacement> companions;
    for (const auto& [path, bytes] : companions_)
        companions.emplace_back(path, bytes);

    Transaction transaction;
    transaction.put(companions);
    const auto put = [&](bool manifest) {
        for (StagedFile& file : staged) {
            if ((file.target() == folder_ / manifest_path) == manifest) transaction.put(file);
        }
    };
    put(false);
    for (const std::string& path : outcome.removed)
        transaction.take_away(folder_ / path);
    put(true); // last: until then the files are those that the old one lists, or the pending one
    transaction.keep();
    folders.keep();
    if (stale_ == Stale::remove) {
        remove_empty_folders(folder_, earlier, files_);
        for (const fs::path& place : killed)
            if (lock.held()) ::unlink(place.c_str());
    }
    return outcome;
}

} // namespace actlas::output
