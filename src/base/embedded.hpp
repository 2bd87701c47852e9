#pragma once

#include <span>
#include <string_view>

namespace actlas {

/// A text file compiled into the binary by cmake/EmbedFiles.cmake.
struct EmbeddedFile {
    std::string_view path; ///< relative, with forward slashes
    std::string_view text;
};

} // namespace actlas
