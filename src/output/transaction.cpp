#include "output/transaction.hpp"

#include "base/diagnostic.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace actlas::output {

namespace fs = std::filesystem;

namespace {

/// Gives what is at `place` a second name and returns it; "" where nothing is there. Throws FileError.
fs::path second_name(const fs::path& place) {
    for (;;) {
        fs::path name = name_beside(place);
        if (::link(place.c_str(), name.c_str()) == 0) return name;
        if (errno == EEXIST) continue;
        if (errno == ENOENT) return {};
        // A file system without hard links, or a file of somebody else's.
        std::error_code error;
        fs::copy(place, name, fs::copy_options::copy_symlinks, error);
        if (!error) return name;
        ::unlink(name.c_str());
        fail_to("write", place, error.value());
    }
}

} // namespace

Transaction::~Transaction() {
    for (auto step = steps_.rbegin(); step != steps_.rend(); ++step) {
        // Where that fails, what was there keeps its second name: it is not lost.
        if (step->before.empty())
            ::unlink(step->place.c_str());
        else
            ::rename(step->before.c_str(), step->place.c_str());
    }
}

void Transaction::put(StagedFile& file) {
    steps_.push_back({file.target(), second_name(file.target())});
    try {
        file.put_in_place();
    } catch (const FileError&) {
        if (!steps_.back().before.empty()) ::unlink(steps_.back().before.c_str());
        steps_.pop_back();
        throw;
    }
}

void Transaction::put(std::vector<Replacement>& replacements) {
    for (Replacement& each : replacements) {
        if (each.staged() == nullptr) each.put_in_place();
    }
    for (Replacement& each : replacements) {
        if (StagedFile* const file = each.staged()) put(*file);
    }
}

void Transaction::take_away(const fs::path& path) {
    fs::path name = name_beside(path);
    while (fs::exists(fs::symlink_status(name)))
        name = name_beside(path);
    steps_.push_back({path, std::move(name)});
    if (::rename(path.c_str(), steps_.back().before.c_str()) == 0) return;
    const int error = errno;
    steps_.pop_back();
    fail_to("remove", path, error);
}

void Transaction::keep() {
    for (const Step& step : steps_) {
        if (!step.before.empty()) ::unlink(step.before.c_str());
    }
    steps_.clear();
}

} // namespace actlas::output
