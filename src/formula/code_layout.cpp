#include "formula/code_layout.hpp"

#include "base/utf8.hpp"

namespace actlas::formula {

namespace {

using Kind = Layout::Kind;

std::size_t columns(std::string_view text) {
    return code_points(text).size();
}

/// The columns it takes on one line.
std::size_t flat_width(const Layout& layout) {
    if (layout.kind == Kind::text) return columns(layout.text);
    if (layout.kind == Kind::space) return 1;
    if (layout.kind == Kind::broken) return 0;
    std::size_t sum = 0;
    for (const Layout& child : layout.children)
        sum += flat_width(child);
    return sum;
}

class Writer {
public:
    Writer(std::size_t width, std::size_t column) : width_(width), column_(column) {}

    /// `after` columns must still fit behind it on its last line.
    void write(const Layout& layout, bool broken, std::size_t indent, std::size_t after) {
        switch (layout.kind) {
        case Kind::text:
            put(layout.text);
            return;
        case Kind::broken:
            if (broken) put(layout.text);
            return;
        case Kind::space:
        case Kind::cut:
            if (broken)
                end_line(indent);
            else if (layout.kind == Kind::space)
                put(" ");
            return;
        case Kind::group:
            broken = column_ + flat_width(layout) + after > width_;
            break;
        case Kind::nest:
            indent += 4;
            break;
        case Kind::list:
            break;
        }
        for (std::size_t i = 0; i < layout.children.size(); ++i)
            write(layout.children[i], broken, indent, until_break(layout.children, i + 1, broken, after));
    }

    std::string take() { return std::move(out_); }

private:
    void put(const std::string& text) {
        out_ += text;
        column_ += columns(text);
    }

    void end_line(std::size_t indent) {
        out_ += "\n" + std::string(indent, ' ');
        column_ = indent;
    }

    /// The columns from child `from` on to the next line end.
    static std::size_t until_break(const std::vector<Layout>& children, std::size_t from, bool broken,
                                   std::size_t after) {
        std::size_t sum = 0;
        for (std::size_t i = from; i < children.size(); ++i) {
            const Layout& child = children[i];
            const Layout& first = child.kind == Kind::nest && !child.children.empty() ? child.children[0] : child;
            if (broken && (first.kind == Kind::space || first.kind == Kind::cut)) return sum;
            sum += flat_width(child);
        }
        return sum + after;
    }

    std::string out_;
    std::size_t width_;
    std::size_t column_;
};

} // namespace

Layout Layout::only_broken(std::string text) {
    Layout layout(Kind::broken, {});
    layout.text = std::move(text);
    return layout;
}

std::string lay_out(const Layout& layout, std::size_t width, std::size_t column, std::size_t indent) {
    Writer writer(width, column);
    writer.write(layout, false, indent, 0);
    return writer.take();
}

} // namespace actlas::formula
