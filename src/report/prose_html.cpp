#include "report/prose_html.hpp"

#include "base/diagnostic.hpp"
#include "base/limits.hpp"
#include "report/escape.hpp"
#include "report/highlight.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <memory>
#include <utility>

namespace actlas::report {
namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::unique_ptr<cmark_node, FreeNode> parse(std::string_view markdown) {
    // The library's own "ensure" is not safe where pages are made on several threads at once.
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    static_cast<void>(registered);
    const std::unique_ptr<cmark_parser, FreeParser> parser(
        cmark_parser_new(CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8));
    for (const char* const name : {"table", "strikethrough"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
    std::unique_ptr<cmark_node, FreeNode> document(cmark_parser_finish(parser.get()));
    cmark_consolidate_text_nodes(document.get());
    return document;
}

std::string_view literal(cmark_node* node) {
    const char* const text = cmark_node_get_literal(node);
    return text == nullptr ? std::string_view{} : std::string_view{text};
}

/// The length of the punctuation that a text begins with and that may not begin a line, or 0.
std::size_t closing_mark(std::string_view text) {
    for (const std::string_view mark : {",", ".", ";", ":", ")", "，", "。", "；", "：", "、", "）", "？", "！"})
        if (text.starts_with(mark)) return mark.size();
    return 0;
}

/// What a template of the user's may have brought about.
InputError unusable(std::string message) {
    return InputError(Diagnostic{Diagnostic::Severity::error, std::move(message), std::nullopt, {}});
}

class Writer {
public:
    explicit Writer(const Slots& slots) : slots_(slots) {}

    void blocks(cmark_node* parent) {
        const Level level(*this);
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            block(node);
        if (!caption_.empty() || !table_class_.empty())
            throw unusable("a table's caption or class is followed by no table");
    }

    std::string inlines(cmark_node* parent) {
        const Level level(*this);
        std::string out;
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
            out += inline_(node);
        return out;
    }

    Prose take() { return std::move(prose_); }

private:
    /// One step deeper into the document, while it lives.
    struct Level {
        explicit Level(Writer& w) : writer(w) {
            if (++writer.depth_ > limits::markdown_depth)
                throw unusable(fmt::format("Markdown nests deeper than {} levels", limits::markdown_depth));
        }
        ~Level() { --writer.depth_; }
        Level(const Level&) = delete;
        Level& operator=(const Level&) = delete;
        Writer& writer;
    };

    void block(cmark_node* node) {
        switch (const cmark_node_type type = cmark_node_get_type(node)) {
        case CMARK_NODE_PARAGRAPH:
            paragraph(node);
            return;
        case CMARK_NODE_HEADING:
            heading(node);
            return;
        case CMARK_NODE_LIST:
            list(node);
            return;
        case CMARK_NODE_CODE_BLOCK:
            code_block(node);
            return;
        case CMARK_NODE_HTML_BLOCK:
            prose_.html += filled(literal(node));
            return;
        case CMARK_NODE_THEMATIC_BREAK:
            prose_.html += "<hr>\n";
            return;
        case CMARK_NODE_BLOCK_QUOTE:
            prose_.html += "<div class=\"note\" role=\"note\">\n";
            blocks(node);
            prose_.html += "</div>\n";
            return;
        default:
            if (std::string_view(cmark_node_get_type_string(node)) != "table")
                throw unusable(fmt::format("Markdown node of type {} is not expected here", static_cast<int>(type)));
            table(node);
        }
    }

    void paragraph(cmark_node* node) {
        cmark_node* const child = cmark_node_first_child(node);
        const Slots::Slot* const slot =
            child != nullptr && cmark_node_next(child) == nullptr && cmark_node_get_type(child) == CMARK_NODE_TEXT
                ? slots_.only(literal(child))
                : nullptr;
        if (slot != nullptr) {
            switch (slot->kind) {
            case Slots::Kind::block_html:
                prose_.html += slot->html;
                return;
            case Slots::Kind::table_caption:
                caption_ = slot->html;
                return;
            case Slots::Kind::table_class:
                table_class_ = slot->html;
                return;
            case Slots::Kind::heading_id:
            case Slots::Kind::inline_html:
                break;
            }
        }
        cmark_node* const item = cmark_node_parent(node);
        cmark_node* const list = item == nullptr ? nullptr : cmark_node_parent(item);
        const bool tight =
            list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list) != 0;
        prose_.html += tight ? inlines(node) : "<p>" + inlines(node) + "</p>\n";
    }

    void heading(cmark_node* node) {
        id_.clear();
        const int level = cmark_node_get_heading_level(node);
        const std::string content = inlines(node);
        heading_ = content;
        if (level == 1) title_ = strip_tags(content);
        const std::string attribute = id_.empty() ? "" : fmt::format(" id=\"{}\"", id_);
        prose_.html += fmt::format("<h{0}{1}>{2}</h{0}>\n", level, attribute, content);
        if (!id_.empty() && (level == 2 || level == 3)) prose_.outline.push_back({level, id_, content});
    }

    void list(cmark_node* node) {
        const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        prose_.html += ordered ? "<ol>\n" : "<ul>\n";
        for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
            prose_.html += "<li>";
            blocks(item);
            prose_.html += "</li>\n";
        }
        prose_.html += ordered ? "</ol>\n" : "</ul>\n";
    }

    void code_block(cmark_node* node) {
        const std::string_view info = cmark_node_get_fence_info(node);
        const std::string language = escape_html(info.substr(0, info.find(' ')));
        const std::string attribute = language.empty() ? "" : fmt::format(" class=\"language-{}\"", language);
        prose_.html +=
            fmt::format("<pre tabindex=\"0\"><code{}>{}</code></pre>\n", attribute, highlight(literal(node), language));
    }

    void table(cmark_node* node) {
        const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(node);
        const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(node);
        const std::string classes = std::exchange(table_class_, {});
        // Without a caption of its own a table is named by the heading above it, for those who cannot see it.
        const bool hidden = caption_.empty();
        const std::string caption = hidden ? strip_tags(heading_) : std::exchange(caption_, {});
        // Where all pages are one file, the caption alone would name many tables.
        const std::string label = (title_.empty() ? "" : title_ + " · ") + strip_tags(caption);
        const bool wide = (" " + classes + " ").find(" wide ") != std::string::npos;
        prose_.html += fmt::format("<div class=\"tw{}\" role=\"region\" aria-label=\"{}\" tabindex=\"0\">\n<table{}>\n",
                                   wide ? " wide" : "", label, classes.empty() ? "" : " class=\"" + classes + "\"");
        if (!caption.empty())
            prose_.html += fmt::format("<caption{}>{}</caption>\n", hidden ? " class=\"vh\"" : "", caption);
        std::vector<std::string> labels;
        bool in_body = false;
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
            if (header)
                prose_.html += "<thead>\n";
            else if (!std::exchange(in_body, true))
                prose_.html += "<tbody>\n";
            prose_.html += "<tr>";
            std::uint16_t column = 0;
            for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr && column < columns;
                 cell = cmark_node_next(cell), ++column) {
                const std::string content = inlines(cell);
                const std::string number = alignments[column] == 'r' ? " class=\"n\"" : "";
                if (header) {
                    labels.push_back(strip_tags(content));
                    prose_.html += fmt::format("<th scope=\"col\"{}>{}</th>", number, content);
                } else if (column == 0) {
                    prose_.html += fmt::format("<th scope=\"row\"{}>{}</th>", number, content);
                } else {
                    // Where rows become blocks on a phone, a cell that says "none" is left out.
                    const std::string none = content == "—" ? " data-none" : "";
                    prose_.html += fmt::format("<td{} data-l=\"{}\"{}>{}</td>", number, labels[column], none, content);
                }
            }
            prose_.html += header ? "</tr>\n</thead>\n" : "</tr>\n";
        }
        prose_.html += in_body ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n";
    }

    std::string inline_(cmark_node* node) {
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_TEXT:
            return text(literal(node));
        case CMARK_NODE_SOFTBREAK:
            return "\n";
        case CMARK_NODE_LINEBREAK:
            return "<br>\n";
        case CMARK_NODE_CODE:
            return "<code>" + escape_html(literal(node)) + "</code>";
        case CMARK_NODE_HTML_INLINE:
            return std::string(literal(node));
        case CMARK_NODE_EMPH:
            return "<em>" + inlines(node) + "</em>";
        case CMARK_NODE_STRONG:
            return "<strong>" + inlines(node) + "</strong>";
        case CMARK_NODE_LINK:
            return fmt::format("<a href=\"{}\">{}</a>", escape_html(cmark_node_get_url(node)), inlines(node));
        case CMARK_NODE_IMAGE:
            return fmt::format("<img src=\"{}\" alt=\"{}\">", escape_html(cmark_node_get_url(node)),
                               strip_tags(inlines(node)));
        default:
            return "<del>" + inlines(node) + "</del>";
        }
    }

    /// Raw HTML with its slots filled in.
    std::string filled(std::string_view html) const {
        std::string out;
        for (std::size_t i = 0; i < html.size();) {
            if (const Slots::Slot* const slot = slots_.at(html, i))
                out += slot->html;
            else
                out += html[i++];
        }
        return out;
    }

    std::string text(std::string_view text) {
        std::string out;
        std::size_t plain = 0;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t start = i;
            const Slots::Slot* const slot = slots_.at(text, i);
            if (slot == nullptr) {
                ++i;
                continue;
            }
            out += escape_html(text.substr(plain, start - plain));
            plain = i;
            if (slot->kind == Slots::Kind::heading_id) {
                id_ = slot->html;
                continue;
            }
            // A line may break between <math> and the punctuation after it unless told otherwise.
            const std::size_t mark = slot->html.starts_with("<math") ? closing_mark(text.substr(i)) : 0;
            out += mark == 0 ? slot->html
                             : fmt::format("<span class=\"nb\">{}{}</span>", slot->html, text.substr(i, mark));
            plain = i += mark;
        }
        return out += escape_html(text.substr(plain));
    }

    const Slots& slots_;
    std::size_t depth_ = 0;
    Prose prose_;
    std::string id_;          // of the heading being written
    std::string title_;       // of the page, without tags
    std::string heading_;     // the last one written
    std::string caption_;     // of the table to come
    std::string table_class_; // likewise
};

} // namespace

Prose markdown_to_html(std::string_view markdown, const Slots& slots) {
    const auto document = parse(markdown);
    Writer writer(slots);
    writer.blocks(document.get());
    return writer.take();
}

std::string inline_to_html(std::string_view markdown, const Slots& slots) {
    const auto document = parse(markdown);
    cmark_node* const paragraph = cmark_node_first_child(document.get());
    if (paragraph == nullptr) return {};
    if (cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH || cmark_node_next(paragraph) != nullptr)
        throw unusable(fmt::format("expected one paragraph of Markdown: {}", markdown));
    return Writer(slots).inlines(paragraph);
}

std::string strip_tags(std::string_view html) {
    std::string out;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<')
            in_tag = true;
        else if (c == '>')
            in_tag = false;
        else if (!in_tag)
            out += c == '\n' ? ' ' : c;
    }
    return out;
}

} // namespace actlas::report
