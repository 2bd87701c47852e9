#include "cli/card_sheet.hpp"

#include "base/utf8.hpp"
#include "base/wrap.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::cli {
namespace {

constexpr int indent_of_rows = 2;
constexpr int gap = 2;

/// The parameters of the "select graphic rendition" escape code.
std::string_view escape_code(Style style) {
    switch (style) {
    case Style::plain:
        return {};
    case Style::strong:
        return "1";
    case Style::faint:
        return "2";
    case Style::good:
        return "32";
    case Style::fair:
        return "33";
    case Style::bad:
        return "31";
    case Style::open:
        return "35";
    }
    return {};
}

std::string blanks(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

} // namespace

std::string Sheet::styled(std::string_view text, Style style) const {
    const std::string_view code = escape_code(style);
    if (!paper_.colour || code.empty() || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

void Sheet::title(std::string_view text) {
    paragraph({std::string(text), Style::strong});
}

void Sheet::paragraph(const Styled& text, int indent, int hanging) {
    for (const std::string& line : wrapped(text.text, paper_.width - indent - hanging)) {
        text_ += fmt::format("{}{}\n", blanks(indent), styled(line, text.style));
        indent += hanging;
        hanging = 0;
    }
}

void Sheet::blank_line() {
    text_ += '\n';
}

void Sheet::section(std::string_view heading, std::string_view remark, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    blank_line();
    const bool one_line = text_width(heading) + gap + text_width(remark) <= paper_.width;
    text_ += styled(heading, Style::strong);
    if (!remark.empty() && one_line) text_ += blanks(gap) + styled(remark, Style::faint);
    text_ += '\n';
    if (!one_line) paragraph({std::string(remark), Style::faint}, indent_of_rows);
    int label_width = 0;
    for (const Row& row : rows)
        label_width = std::max(label_width, text_width(row.label.text));
    label_width = std::min(label_width, paper_.width * 2 / 5);
    for (const Row& row : rows)
        add_row(row, label_width);
}

void Sheet::add_row(const Row& row, int label_width) {
    const int text_column = indent_of_rows + (label_width > 0 ? label_width + gap : 0);
    const std::string mark = row.mark.text.empty() ? "" : styled(row.mark.text, row.mark.style) + " ";
    const int mark_width = row.mark.text.empty() ? 0 : text_width(row.mark.text) + 1;
    const std::vector<std::string> labels = wrapped(row.label.text, std::max(label_width, 2));
    const std::vector<std::string> lines = wrapped(row.text.text, paper_.width - text_column - mark_width);
    for (std::size_t i = 0; i < std::max(labels.size(), lines.size()); ++i) {
        const std::string label = i < labels.size() ? labels[i] : "";
        std::string line = blanks(indent_of_rows) + styled(label, row.label.style);
        if (i < lines.size())
            line += blanks(text_column - indent_of_rows - text_width(label)) + (i == 0 ? mark : blanks(mark_width)) +
                    styled(lines[i], row.text.style);
        text_ += line + "\n";
    }
}

} // namespace actlas::cli
