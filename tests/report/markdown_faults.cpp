#include "markdown_faults.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <glib.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <regex>
#include <set>
#include <string_view>

namespace pages {
namespace {

struct Free {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using Tree = std::unique_ptr<cmark_node, Free>;

/// As GitHub parses a file.
Tree parse(const std::string& text) {
    cmark_gfm_core_extensions_ensure_registered();
    const std::unique_ptr<cmark_parser, Free> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char* const name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"})
        cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    Tree tree(cmark_parser_finish(parser.get()));
    cmark_consolidate_text_nodes(tree.get());
    return tree;
}

std::vector<cmark_node*> nodes_of(cmark_node* root) {
    std::vector<cmark_node*> all;
    const std::unique_ptr<cmark_iter, Free> iterator(cmark_iter_new(root));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get()))
        if (event == CMARK_EVENT_ENTER) all.push_back(cmark_iter_get_node(iterator.get()));
    return all;
}

std::string literal(cmark_node* node) {
    const char* const text = node == nullptr ? nullptr : cmark_node_get_literal(node);
    return text == nullptr ? "" : text;
}

bool is_text(cmark_node* node) {
    return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_TEXT;
}

/// GitHub's anchor of a heading: \p{Word}, '-' and ' ' of its text, in small letters, with '-' for ' '.
std::string anchor(cmark_node* heading) {
    std::string text;
    for (cmark_node* const node : nodes_of(heading))
        if (is_text(node) || cmark_node_get_type(node) == CMARK_NODE_CODE) text += literal(node);
    std::string out;
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        const GUnicodeType type = g_unichar_type(c);
        const bool mark = type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK ||
                          type == G_UNICODE_ENCLOSING_MARK || type == G_UNICODE_CONNECT_PUNCTUATION;
        if (c != ' ' && c != '-' && !mark && !g_unichar_isalpha(c) && type != G_UNICODE_DECIMAL_NUMBER) continue;
        char bytes[6];
        const int length = g_unichar_to_utf8(c == ' ' ? '-' : g_unichar_tolower(c), bytes);
        out.append(bytes, static_cast<std::size_t>(length));
    }
    return out;
}

std::set<std::string> anchors_of(cmark_node* root) {
    std::set<std::string> all;
    for (cmark_node* const node : nodes_of(root)) {
        if (cmark_node_get_type(node) != CMARK_NODE_HEADING) continue;
        const std::string first = anchor(node);
        std::string unique = first;
        for (int i = 1; !all.insert(unique).second; ++i)
            unique = first + "-" + std::to_string(i);
    }
    return all;
}

/// Braces and environments that close as they open.
bool is_balanced_tex(const std::string& tex) {
    int depth = 0;
    for (std::size_t i = 0; i < tex.size(); ++i) {
        if (tex[i] == '\\')
            ++i;
        else if (tex[i] == '{')
            ++depth;
        else if (tex[i] == '}' && --depth < 0)
            return false;
    }
    const auto count = [&tex](const std::string& part) {
        std::size_t times = 0;
        for (std::size_t at = tex.find(part); at != std::string::npos; at = tex.find(part, at + 1))
            ++times;
        return times;
    };
    return depth == 0 && count("\\begin{") == count("\\end{") && count("\\left") == count("\\right");
}

class Page {
public:
    using Files = std::map<std::string, std::string>;
    using Anchors = std::map<std::string, std::set<std::string>>;

    Page(const std::string& path, const Files& files, const Anchors& anchors, std::vector<std::string>& faults)
        : path_(path), files_(files), anchors_(anchors), faults_(faults) {}

    void check(cmark_node* root) {
        for (cmark_node* const node : nodes_of(root)) {
            switch (cmark_node_get_type(node)) {
            case CMARK_NODE_LINK:
            case CMARK_NODE_IMAGE:
                address(cmark_node_get_url(node));
                break;
            case CMARK_NODE_HTML_BLOCK:
            case CMARK_NODE_HTML_INLINE:
                html(literal(node));
                break;
            case CMARK_NODE_HEADING:
                heading(cmark_node_get_heading_level(node));
                break;
            case CMARK_NODE_CODE:
                code(node);
                break;
            case CMARK_NODE_CODE_BLOCK:
                if (std::string_view(cmark_node_get_fence_info(node)) == "math") math(literal(node));
                break;
            case CMARK_NODE_TEXT:
                text(node);
                break;
            default:
                if (std::string_view(cmark_node_get_type_string(node)) == "table") table(node);
            }
        }
        if (level_ == 0) fault("no heading");
    }

private:
    void fault(const std::string& what) { faults_.push_back(path_ + ": " + what); }

    void address(const std::string& address) {
        if (address.starts_with("https://") || address.starts_with("http://")) return;
        const std::size_t hash = std::min(address.find('#'), address.size());
        const auto folder = std::filesystem::path(path_).parent_path();
        const std::string target =
            hash == 0 ? path_ : (folder / address.substr(0, hash)).lexically_normal().generic_string();
        if (!files_.contains(target)) return fault("leads to no file: " + address);
        if (hash == address.size()) return;
        const auto page = anchors_.find(target);
        if (page == anchors_.end() || !page->second.contains(address.substr(hash + 1)))
            fault("leads to no heading: " + address);
    }

    /// Only tags and attributes that GitHub keeps.
    void html(const std::string& html) {
        static const std::set<std::string> tags{"br", "sub", "sup", "picture", "source", "img", "details", "summary"};
        static const std::set<std::string> attributes{"src", "srcset", "media", "alt", "width", "height"};
        static const std::regex tag("</?([A-Za-z][A-Za-z0-9]*)([^>]*)>");
        static const std::regex attribute("([A-Za-z-]+)=\"([^\"]*)\"");
        for (auto found = std::sregex_iterator(html.begin(), html.end(), tag); found != std::sregex_iterator();
             ++found) {
            const std::string inside = (*found)[2];
            if (!tags.contains((*found)[1])) fault("GitHub strips " + found->str());
            for (auto part = std::sregex_iterator(inside.begin(), inside.end(), attribute);
                 part != std::sregex_iterator(); ++part) {
                const std::string name = (*part)[1];
                if (!attributes.contains(name)) fault("GitHub strips " + part->str());
                if (name == "src" || name == "srcset") address((*part)[2]);
            }
        }
        if (html.starts_with("<!--")) fault("a comment: " + html);
    }

    void heading(int level) {
        if (level == 1 && level_ != 0) fault("a second title");
        if (level > level_ + 1 || level > 3)
            fault("heading of level " + std::to_string(level) + " under " + std::to_string(level_));
        level_ = level;
    }

    /// $`..`$ is mathematics: a code span between two dollar signs.
    void code(cmark_node* node) {
        const bool opens = literal(cmark_node_previous(node)).ends_with('$');
        const bool closes = literal(cmark_node_next(node)).starts_with('$');
        if (opens != closes) fault("a dollar sign on one side of `" + literal(node) + "`");
        if (opens && closes) math(literal(node));
    }

    void math(const std::string& tex) {
        if (tex.find_first_not_of(" \n") == std::string::npos || tex.find("\n\n") != std::string::npos ||
            !is_balanced_tex(tex))
            fault("not TeX that GitHub typesets: " + tex);
    }

    void text(cmark_node* node) {
        std::string text = literal(node);
        const auto beside_code = [](cmark_node* other) {
            return other != nullptr && cmark_node_get_type(other) == CMARK_NODE_CODE;
        };
        if (beside_code(cmark_node_previous(node)) && text.starts_with('$')) text.erase(0, 1);
        if (beside_code(cmark_node_next(node)) && text.ends_with('$')) text.pop_back();
        for (const std::string_view left : {"$", "**", "](", "{{", "}}", "~~", "```"})
            if (text.find(left) != std::string::npos) fault("markup that stayed text: " + text);
        const bool opens_paragraph = cmark_node_previous(node) == nullptr &&
                                     cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_PARAGRAPH;
        if (text.starts_with('|') && opens_paragraph) fault("a table that is none: " + text);
    }

    /// The parser fills up short rows and cuts long ones, so their length shows only in the source.
    void table(cmark_node* node) {
        const int columns = cmark_gfm_extensions_get_table_columns(node);
        for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
            const std::string line = source_line(cmark_node_get_start_line(row));
            int bars = 0;
            for (std::size_t i = 0; i < line.size(); ++i) {
                if (line[i] == '\\')
                    ++i;
                else if (line[i] == '|')
                    ++bars;
            }
            if (bars != columns + 1) fault("a row that is not of " + std::to_string(columns) + " cells: " + line);
        }
    }

    std::string source_line(int number) const {
        const std::string& text = files_.at(path_);
        std::size_t begin = 0;
        for (int i = 1; i < number; ++i)
            begin = text.find('\n', begin) + 1;
        return text.substr(begin, text.find('\n', begin) - begin);
    }

    const std::string& path_;
    const Files& files_;
    const Anchors& anchors_;
    std::vector<std::string>& faults_;
    int level_ = 0; // of the last heading
};

} // namespace

std::vector<std::string> markdown_faults(const std::map<std::string, std::string>& files) {
    std::map<std::string, Tree> trees;
    Page::Anchors anchors;
    for (const auto& [path, text] : files) {
        if (!path.ends_with(".md")) continue;
        trees[path] = parse(text);
        anchors[path] = anchors_of(trees[path].get());
    }
    std::vector<std::string> faults;
    for (const auto& [path, tree] : trees)
        Page(path, files, anchors, faults).check(tree.get());
    return faults;
}

} // namespace pages
