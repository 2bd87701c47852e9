#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::formula {

/// Text that knows where it may be broken into lines. A group stands on one line where it fits; where not, all its own
/// breaks become line ends, and those of the groups in it only as far as needed.
struct Layout {
    enum class Kind {
        text,   ///< goes out as it is
        space,  ///< a blank, or a line end in a broken group
        cut,    ///< nothing, or a line end in a broken group
        broken, ///< the text, but only in a broken group
        nest,   ///< children, their lines indented by four more columns
        group,
        list, ///< children, breaking with the group around them
    };
    Kind kind = Kind::text;
    std::string text = {};
    std::shared_ptr<const std::vector<Layout>> children = {}; ///< shared, as layouts are put into others by copying
    std::size_t columns = 0;                                  ///< what it takes on one line

    Layout(std::string plain);
    Layout(const char* plain) : Layout(std::string(plain)) {}
    Layout(Kind what, std::vector<Layout> parts);
    static Layout space() { return {Kind::space, {}}; }
    static Layout cut() { return {Kind::cut, {}}; }
    static Layout only_broken(std::string text);
};

/// The layout as lines of at most `width` columns where the breaks allow it, beginning at column `column`; lines after
/// the first are indented by `indent`.
std::string lay_out(const Layout& layout, std::size_t width, std::size_t column, std::size_t indent);

} // namespace actlas::formula
