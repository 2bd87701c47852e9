#pragma once

#include <string>

namespace actlas::output {

/// A file to be: a path relative to the output folder (forward slashes, no "..", not absolute) and its bytes.
struct Artefact {
    std::string path;
    std::string bytes;
};

} // namespace actlas::output
