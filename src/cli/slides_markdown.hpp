#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {

/// One slide as a picture.
struct SlidePage {
    std::string title;
    std::string description; ///< alternative text
    std::string picture;     ///< its path, relative to the deck
    std::string speech;      ///< notes for the speaker; may be empty
};

struct SlideFront {
    std::string title;
    std::string language; ///< BCP 47
    std::string page;     ///< "#RRGGBB", for what the pictures leave free
};

/// A deck for Marp, which pandoc reads too: front matter, and a picture a slide that fills it, with notes for the
/// speaker in a comment.
std::string slides_markdown(const SlideFront& front, const std::vector<SlidePage>& pages);

} // namespace actlas::cli
