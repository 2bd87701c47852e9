#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::report {

/// Finished HTML that has to pass through Markdown untouched (mathematics, figures) and remarks to the HTML writer (a
/// heading's id, a table's caption). Each stands in the Markdown as a short token of private-use characters, which
/// Markdown leaves alone.
class Slots {
public:
    enum class Kind {
        inline_html,   ///< inside a paragraph
        block_html,    ///< alone in its paragraph, which it replaces
        heading_id,    ///< inside a heading: its id
        table_caption, ///< alone in its paragraph: the caption of the next table
        table_class,   ///< alone in its paragraph: classes of the next table
    };
    struct Slot {
        Kind kind = Kind::inline_html;
        std::string html;
    };

    /// Keeps a slot and returns its token.
    std::string put(Kind kind, std::string html);

    /// The slot whose token begins at `offset`, which is moved past it; nullptr, with `offset` unchanged, where there
    /// is none.
    const Slot* at(std::string_view text, std::size_t& offset) const;

    /// The slot of a text that is one token and nothing else.
    const Slot* only(std::string_view text) const;

private:
    std::vector<Slot> slots_;
};

/// Text without the characters that tokens are made of, so that no text from outside can name a slot.
std::string without_tokens(std::string_view text);

} // namespace actlas::report
