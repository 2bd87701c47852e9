#pragma once

#include "output/sink.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace actlas::output {

/// A file that is not what a build would make it.
struct Difference {
    enum class Kind {
        changed, ///< it has other bytes
        missing,
        surplus, ///< an earlier build of ours made it and this one would not
    };
    Kind kind = Kind::changed;
    std::string path;
    std::string before; ///< the bytes on the disk; of a missing file none
    std::string after;  ///< what a build would write; of a surplus file nothing
};

/// The word for a kind: "changed", "missing", "surplus".
std::string_view word(Difference::Kind kind);

/// Compares artefacts with a folder and writes nothing. What the manifest says of the program's version and of fonts
/// makes nothing stale by itself: only the files that it lists count.
class CheckSink : public ArtefactSink {
public:
    explicit CheckSink(std::filesystem::path folder);

    void accept(Artefact artefact) override;

    /// `written` are the files that a build would write, `removed` those that it would remove. Throws FileError for
    /// what cannot be read.
    Outcome commit() override;

    /// What commit() found, by path.
    const std::vector<Difference>& differences() const { return differences_; }

private:
    std::filesystem::path folder_;
    std::map<std::string, std::string> files_;
    std::vector<Difference> differences_;
};

} // namespace actlas::output
