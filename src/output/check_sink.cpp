#include "output/check_sink.hpp"

#include "base/file.hpp"
#include "output/manifest.hpp"
#include "output/memory_sink.hpp"
#include "output/stale_files.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace actlas::output {

namespace fs = std::filesystem;

namespace {

bool lists_the_same(const std::string& before, const std::string& after) {
    const auto was = parse_manifest(before), is = parse_manifest(after);
    return was && is && was->files == is->files;
}

} // namespace

std::string_view word(Difference::Kind kind) {
    switch (kind) {
    case Difference::Kind::missing:
        return "missing";
    case Difference::Kind::surplus:
        return "surplus";
    case Difference::Kind::changed:
        break;
    }
    return "changed";
}

CheckSink::CheckSink(fs::path folder) : folder_(std::move(folder)) {}

void CheckSink::accept(Artefact artefact) {
    insert_artefact(files_, std::move(artefact));
}

Outcome CheckSink::commit() {
    Outcome outcome;
    for (const auto& [path, bytes] : files_) {
        const fs::path place = folder_ / path;
        std::error_code error;
        if (!fs::is_regular_file(place, error)) {
            outcome.written.push_back(path);
            differences_.push_back({Difference::Kind::missing, path, {}, bytes});
            continue;
        }
        std::string before = read_file(place);
        if (before == bytes || (path == manifest_path && lists_the_same(before, bytes))) {
            outcome.unchanged.push_back(path);
            continue;
        }
        outcome.written.push_back(path);
        differences_.push_back({Difference::Kind::changed, path, std::move(before), bytes});
    }
    for (const auto& [path, digest] : stale_files(folder_, earlier_files(folder_), files_)) {
        outcome.removed.push_back(path);
        differences_.push_back({Difference::Kind::surplus, path, read_file(folder_ / path), {}});
    }
    std::sort(differences_.begin(), differences_.end(),
              [](const Difference& a, const Difference& b) { return a.path < b.path; });
    return outcome;
}

} // namespace actlas::output
