#pragma once

#include "cli/paper.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace actlas::cli {

enum class Style { plain, strong, faint, good, fair, bad, open };

/// A text in one style.
struct Styled {
    std::string text;
    Style style = Style::plain;
};

/// One entry of a section: a label on the left, a mark, and a text that is wrapped beside them.
struct Row {
    Styled label;     ///< empty: belongs to the row above
    Styled mark = {}; ///< one column; empty: the text starts in its place
    Styled text;
};

/// Lays a card out in lines that are no wider than the paper. Control characters in what it is given do not reach the
/// terminal.
class Sheet {
public:
    explicit Sheet(Paper paper) : paper_(paper) {}

    /// The first line of the card.
    void title(std::string_view text);

    /// A wrapped text, so many columns from the left; after the first line of it, `hanging` columns more.
    void paragraph(const Styled& text, int indent = 0, int hanging = 0);

    void blank_line();

    /// A heading with a remark behind it, and rows whose texts stand under each other. Nothing if there are no rows.
    void section(std::string_view heading, std::string_view remark, const std::vector<Row>& rows);

    const std::string& text() const { return text_; }

private:
    std::string styled(std::string_view text, Style style) const;
    void add_row(const Row& row, int label_width);

    Paper paper_;
    std::string text_;
};

} // namespace actlas::cli
