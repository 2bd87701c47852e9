#pragma once

#include "output/artefact.hpp"

#include <string>
#include <vector>

namespace actlas::output {

/// What a sink found or did, by path, each list sorted.
struct Outcome {
    std::vector<std::string> written; ///< new, or with other bytes than before
    std::vector<std::string> unchanged;
    std::vector<std::string> removed; ///< made by an earlier build and not by this one
};

/// Where artefacts go. The only way to the disk for whatever makes them.
class ArtefactSink {
public:
    virtual ~ArtefactSink() = default;

    /// Takes an artefact; nothing happens to the disk yet. Throws InputError for a path that require_safe_path()
    /// refuses and for a path that was given before.
    virtual void accept(Artefact artefact) = 0;

    /// Deals with everything accepted. To be called once.
    virtual Outcome commit() = 0;
};

} // namespace actlas::output
