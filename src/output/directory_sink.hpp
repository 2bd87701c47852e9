#pragma once

#include "output/sink.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace actlas::output {

/// Writes artefacts into a folder, which is made if need be.
///
/// commit() first writes every file that is new or has changed under a temporary name beside its place, and only when
/// all are on the disk renames them, so that a reader sees a file as it was or as it will be. Where one cannot be put
/// in its place, or one that is to go cannot be taken away, the others get back what they held: a run that fails leaves
/// the folder as it was. One that is killed leaves each file old or new, and the next one clears up after it.
///
/// Files that earlier builds made, by their manifests, and that were not accepted this time are removed, provided that
/// they still hold the bytes listed: a file that somebody has edited, and any file we did not make, stays. Folders left
/// empty by that go too. Files whose bytes are the same are not touched. Two builds into one folder take turns.
class DirectorySink : public ArtefactSink {
public:
    enum class Stale { remove, keep };

    explicit DirectorySink(std::filesystem::path folder, Stale stale = Stale::remove);

    void accept(Artefact artefact) override;

    /// Another file, anywhere, that is written together with the artefacts or, if something fails, not at all. A device
    /// or a pipe is written to before anything else changes.
    void accompany(std::filesystem::path path, std::string bytes);

    /// Throws FileError, with the path and the reason, for whatever cannot be written or removed, and where a folder
    /// inside the output folder is a symbolic link that leads out of it.
    Outcome commit() override;

private:
    std::filesystem::path folder_;
    Stale stale_;
    std::map<std::string, std::string> files_;
    std::vector<std::pair<std::filesystem::path, std::string>> companions_;
};

} // namespace actlas::output
