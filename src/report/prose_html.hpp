#pragma once

#include "report/slots.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// A heading that can be linked to, for the list of contents beside the text.
struct OutlineEntry {
    int level = 2;
    std::string id;
    std::string html; ///< the heading's text
};

struct Prose {
    std::string html;
    std::vector<OutlineEntry> outline; ///< headings of level 2 and 3 that have an id, in order
};

/// GitHub's Markdown (CommonMark with tables and strikethrough) to the HTML of our pages: headings take the id of their
/// slot, tables get caption, scopes, row headers and a region that scrolls, a block quote is a note in the margin. Raw
/// HTML passes. Throws InputError where a caption or class slot is followed by no table, and
/// where it nests deeper than base/limits.hpp allows.
Prose markdown_to_html(std::string_view markdown, const Slots& slots);

/// One paragraph's worth of Markdown, without the <p>.
std::string inline_to_html(std::string_view markdown, const Slots& slots);

/// The text of HTML without its tags, still with character references: for aria-label and title.
std::string strip_tags(std::string_view html);

} // namespace actlas::report
