#pragma once

#include <cstdio>

namespace actlas::cli {

/// What a stream can show.
struct Paper {
    int width = 80;      ///< columns of a line
    bool colour = false; ///< escape codes for bold and colours are understood and wanted
};

/// Whether escape codes may be written: the stream is a terminal, and $NO_COLOR is not set or empty.
bool wants_colour(std::FILE* stream);

/// A terminal's own width, within 60 and 100; 80 where the stream is no terminal or does not say.
Paper paper_of(std::FILE* stream);

} // namespace actlas::cli
