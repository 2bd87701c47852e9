#pragma once

#include "output/sink.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace actlas::output {

/// Writes artefacts into a folder, which is made if need be.
///
/// commit() first writes every file that is new or has changed under a temporary name beside its place, and only when
/// all are on the disk renames them; so a run that fails before that leaves the folder as it was. Files that the
/// manifest.json already there lists and that were not accepted this time are removed, provided that they still hold
/// the bytes listed: a file that somebody has edited, and any file we did not make, stays. Folders left empty by that
/// go too. Files whose bytes are the same are not touched.
class DirectorySink : public ArtefactSink {
public:
    enum class Stale { remove, keep };

    explicit DirectorySink(std::filesystem::path folder, Stale stale = Stale::remove);

    void accept(Artefact artefact) override;

    /// Throws FileError, with the path and the reason, for whatever cannot be written, and where a folder inside the
    /// output folder is a symbolic link that leads out of it.
    Outcome commit() override;

private:
    std::filesystem::path folder_;
    Stale stale_;
    std::map<std::string, std::string> files_;
};

} // namespace actlas::output
