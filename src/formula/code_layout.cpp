#include "formula/code_layout.hpp"

#include "base/utf8.hpp"

#include <utility>

namespace actlas::formula {

namespace {

using Kind = Layout::Kind;

class Writer {
public:
    Writer(std::size_t width, std::size_t column) : width_(width), column_(column) {}

    /// `after` columns must still fit behind it on its last line.
    void write(const Layout& layout, bool broken, std::size_t indent, std::size_t after) {
        switch (layout.kind) {
        case Kind::text:
            put(layout.text, layout.columns);
            return;
        case Kind::broken:
            if (broken) put(layout.text, code_points(layout.text).size());
            return;
        case Kind::space:
        case Kind::cut:
            if (broken)
                end_line(indent);
            else if (layout.kind == Kind::space)
                put(" ", 1);
            return;
        case Kind::group:
            broken = column_ + layout.columns + after > width_;
            break;
        case Kind::nest:
            indent += 4;
            break;
        case Kind::list:
            break;
        }
        const std::vector<Layout>& children = *layout.children;
        for (std::size_t i = 0; i < children.size(); ++i)
            write(children[i], broken, indent, until_break(children, i + 1, broken, after));
    }

    std::string take() { return std::move(out_); }

private:
    void put(const std::string& text, std::size_t columns) {
        out_ += text;
        column_ += columns;
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
            const Layout& first =
                child.kind == Kind::nest && !child.children->empty() ? child.children->front() : child;
            if (broken && (first.kind == Kind::space || first.kind == Kind::cut)) return sum;
            sum += child.columns;
        }
        return sum + after;
    }

    std::string out_;
    std::size_t width_;
    std::size_t column_;
};

} // namespace

Layout::Layout(std::string plain) : text(std::move(plain)), columns(code_points(text).size()) {}

Layout::Layout(Kind what, std::vector<Layout> parts)
    : kind(what), children(std::make_shared<const std::vector<Layout>>(std::move(parts))) {
    columns = kind == Kind::space ? 1 : 0;
    for (const Layout& part : *children)
        columns += part.columns;
}

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
