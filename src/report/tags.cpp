#include "report/tags.hpp"

#include "base/base64.hpp"
#include "base/diagnostic.hpp"
#include "base/utf8.hpp"
#include "formula/printers.hpp"
#include "report/anchors.hpp"
#include "report/escape.hpp"
#include "report/math.hpp"
#include "report/prose_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace actlas::report {
namespace {

namespace km = kainjow::mustache;
using Kind = Slots::Kind;

bool in_one_file(const PageState& state) {
    return state.format == Format::html && state.site.single_file;
}

[[noreturn]] void fail(const PageState& state, const std::string& message) {
    throw InputError(
        Diagnostic{Diagnostic::Severity::error, fmt::format("page \"{}\": {}", state.page, message), std::nullopt, {}});
}

std::string word(const PageState& state, std::string_view name) {
    return string_of(state.edition.strings, name, state.edition.language);
}

/// A name may break after its dots and brackets, and only there.
std::string breakable(std::string_view code) {
    std::string out;
    for (const char c : code) {
        out += escape_html({&c, 1});
        if (c == '.' || c == '(' || c == ',' || c == '_' || c == '=') out += "<wbr>";
    }
    return out;
}

/// `|` would end a table's cell.
std::string latex_for_markdown(std::string latex) {
    for (std::size_t at = latex.find('|'); at != std::string::npos; at = latex.find('|', at))
        latex.replace(at, 1, "\\vert ");
    return latex;
}

std::string inline_math(PageState& state, const std::string& latex, const std::string& mathml) {
    if (state.format == Format::html) return state.slots.put(Kind::inline_html, mathml);
    return fmt::format("$`{}`$", latex_for_markdown(latex));
}

/// Whether a formula may be wider than a phone, and so need scrolling, which must be possible without a pointer.
bool is_long(std::string_view mathml) {
    constexpr std::size_t fits = 30; // signs; fractions take less room than their signs side by side
    return code_points(strip_tags(mathml.substr(0, mathml.find("<annotation")))).size() > fits;
}

std::string display_math(PageState& state, const std::string& latex, const std::string& mathml) {
    if (state.format == Format::html)
        return state.slots.put(Kind::block_html, fmt::format("<div class=\"eq\"{}>{}</div>\n",
                                                             is_long(mathml) ? " tabindex=\"0\"" : "", mathml));
    return fmt::format("```math\n{}\n```", latex);
}

const FigureEntry& entry(const PageState& state, const std::string& name) {
    const auto found = state.site.figures.entries.find(name);
    if (found == state.site.figures.entries.end()) fail(state, fmt::format("there is no figure \"{}\"", name));
    return found->second;
}

/// <picture> for both formats: an attribute value, escaped also for Markdown's table cells.
std::string attribute(std::string_view text) {
    std::string escaped = escape_html(text);
    for (std::size_t at = escaped.find('|'); at != std::string::npos; at = escaped.find('|'))
        escaped.replace(at, 1, "&#124;");
    std::replace(escaped.begin(), escaped.end(), '\n', ' ');
    return escaped;
}

/// Where a page finds a figure's file, which a page that is to need no other file holds itself.
std::string figure_address(const PageState& state, const std::string& path) {
    return in_one_file(state) ? "data:image/svg+xml;base64," + base64(figure_bytes(state.site.figures, path))
                              : relative_file(state, path);
}

std::string picture(const PageState& state, const std::string& name, bool decorative, int width = 0) {
    const FigureEntry& figure = entry(state, name);
    const FigureBook& book = state.site.figures;
    const Language language = state.edition.language;
    // The first source that applies is shown: narrow and dark, narrow, dark.
    std::string sources;
    const auto add_source = [&](std::string_view media, const std::string& file, const std::string& theme) {
        sources += fmt::format("<source media=\"{}\" srcset=\"{}\">", media,
                               figure_address(state, figure_path(file, language, theme)));
    };
    const std::string small = small_figure(name);
    if (state.format == Format::html && book.entries.contains(small)) {
        if (!book.dark_theme.empty())
            add_source("(max-width: 40rem) and (prefers-color-scheme: dark)", small, book.dark_theme);
        add_source("(max-width: 40rem)", small, book.default_theme);
    }
    if (!book.dark_theme.empty()) add_source("(prefers-color-scheme: dark)", name, book.dark_theme);
    const int shown = width > 0 ? width : figure.width;
    const int height = (figure.height * shown + figure.width / 2) / std::max(figure.width, 1);
    // GitHub scales a picture down only while its height is free.
    const std::string size = state.format == Format::html ? fmt::format("width=\"{}\" height=\"{}\"", shown, height)
                                                          : fmt::format("width=\"{}\"", shown);
    return fmt::format("<picture>{}<img src=\"{}\" {} alt=\"{}\"></picture>", sources,
                       figure_address(state, figure_path(name, language, book.default_theme)), size,
                       decorative ? "" : attribute(figure.description.at(language)));
}

std::string numbered(PageState& state, std::string_view label, int number, const std::string& caption) {
    const std::string head = fmt::format("{} {}", word(state, label), number);
    return state.format == Format::html ? fmt::format("<b>{}</b> {}", head, inline_to_html(caption, state.slots))
                                        : fmt::format("**{}** {}", head, caption);
}

std::string figure(PageState& state, const std::string& text) {
    const std::size_t bar = text.find('|');
    if (bar == std::string::npos)
        fail(state, fmt::format("the figure \"{}\" has no caption: write name|caption", text));
    const std::string name = text.substr(0, bar);
    const int number = ++state.figures;
    const std::string caption = numbered(state, "figure", number, text.substr(bar + 1));
    if (state.format == Format::markdown) return fmt::format("{}\n\n{}", picture(state, name, false), caption);
    return state.slots.put(Kind::block_html,
                           fmt::format("<figure class=\"fig\" id=\"{}\">\n{}\n<figcaption>{}</figcaption>\n</figure>\n",
                                       element_id(state, state.page, fmt::format("fig-{}", number)),
                                       picture(state, name, false), caption));
}

std::string caption(PageState& state, const std::string& text) {
    const std::string caption = numbered(state, "table", ++state.tables, text);
    return state.format == Format::html ? state.slots.put(Kind::table_caption, caption) : caption;
}

std::string target(PageState& state, const std::string& text) {
    const std::size_t hash = std::min(text.find('#'), text.size());
    const std::string page = hash == 0 ? state.page : text.substr(0, hash);
    if (std::find(state.site.pages.begin(), state.site.pages.end(), page) == state.site.pages.end())
        fail(state, fmt::format("a link goes to page \"{}\", which is not in the report", page));
    std::string address = hash == 0 ? "" : relative_page(state, page, state.edition.language);
    if (hash == text.size()) return address;
    const std::string id = text.substr(hash + 1);
    if (state.format == Format::markdown) return address + "#" + anchor_reference(page, id);
    const std::string element = element_id(state, page, id);
    state.fragments.insert(page + "#" + element);
    return (in_one_file(state) ? "" : address) + "#" + element;
}

/// A word that stands beside a sign of its own: how a number is known, how bad something is.
struct Sign {
    std::string_view level; ///< as the model has it
    std::string_view css, markdown;
};

/// `strings` is where the words are; `inside` goes into the element that the style sheet draws the sign with.
std::string signed_word(PageState& state, const std::string& level, std::string_view strings,
                        std::span<const Sign> signs, std::string_view inside = {}) {
    const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& s) { return s.level == level; });
    if (sign == signs.end()) fail(state, fmt::format("{} knows no \"{}\"", strings, level));
    const std::string name = word(state, fmt::format("{}.{}", strings, level));
    if (state.format == Format::markdown) return fmt::format("{}&nbsp;{}", sign->markdown, name);
    return state.slots.put(Kind::inline_html, fmt::format("<span class=\"{}\"><i aria-hidden=\"true\">{}</i>{}</span>",
                                                          sign->css, inside, name));
}

constexpr Sign evidence_signs[] = {{"proved", "ev ev-p", "■"},
                                   {"exact", "ev ev-e", "="},
                                   {"estimated", "ev ev-a", "≈"},
                                   {"undecided", "ev ev-u", "?"}};
constexpr Sign severity_signs[] = {
    {"minor", "sv sv-1", "●○○"}, {"moderate", "sv sv-2", "●●○"}, {"severe", "sv sv-3", "●●●"}};
constexpr Sign verdict_signs[] = {{"confirmed", "vd vd-y", "✓"},
                                  {"partly", "vd vd-p", "◐"},
                                  {"contradicted", "vd vd-n", "✗"},
                                  {"undecided", "vd vd-u", "?"}};
constexpr std::string_view three_pips = "<b></b><b></b><b></b>";

} // namespace

std::string relative_file(const PageState& state, std::string_view path) {
    const auto depth = static_cast<std::size_t>(std::count(state.page.begin(), state.page.end(), '/'));
    std::string out = "../";
    for (std::size_t i = 0; i < depth; ++i)
        out += "../";
    return out += path;
}

std::string element_id(const PageState& state, std::string_view page, std::string_view id) {
    return in_one_file(state) ? fmt::format("{}/{}", page, id) : std::string(id);
}

std::string relative_page(const PageState& state, std::string_view page, Language language) {
    if (in_one_file(state)) return fmt::format("#{}", page);
    const std::string path = page_path(page, language, state.format);
    if (language != state.edition.language) return relative_file(state, path);
    const std::size_t here = state.page.rfind('/');
    const std::string folder = here == std::string::npos ? "" : state.page.substr(0, here + 1);
    const std::string in_edition = path.substr(code(language).size() + 1);
    if (in_edition.starts_with(folder)) return in_edition.substr(folder.size());
    return "../" + in_edition; // folders are one deep
}

Data tags(PageState& state) {
    Data all(Data::type::object);
    const bool html = state.format == Format::html;
    const auto section = [&all](const char* name,
                                std::function<std::string(const std::string&, const km::renderer&)> body) {
        all.set(name, Data(km::lambda2(std::move(body))));
    };
    // Most sections work on their rendered text.
    const auto of_text = [&section](const char* name, std::function<std::string(const std::string&)> body) {
        section(name, [body = std::move(body)](const std::string& text, const km::renderer& render) {
            return body(render(text));
        });
    };
    of_text("math", [&state](const std::string& text) {
        const auto notation = prose_math(text);
        return inline_math(state, formula::to_latex(notation), formula::to_mathml(notation));
    });
    of_text("equation", [&state](const std::string& text) {
        const auto notation = prose_math(text);
        return display_math(state, formula::to_latex(notation), formula::to_mathml(notation, true));
    });
    section("typeset", [&state](const std::string& key, const km::renderer& render) {
        return inline_math(state, render("{{{" + key + ".latex}}}"), render("{{{" + key + ".mathml}}}"));
    });
    section("display", [&state](const std::string& key, const km::renderer& render) {
        return display_math(state, render("{{{" + key + ".latex}}}"), render("{{{" + key + ".mathml_display}}}"));
    });
    of_text("code_span", [&state, html](const std::string& text) {
        return html ? state.slots.put(Kind::inline_html, "<code>" + breakable(text) + "</code>")
                    : markdown_code_span(text, true);
    });
    of_text("figure", [&state](const std::string& text) { return figure(state, text); });
    of_text("icon", [&state, html](const std::string& name) {
        const std::string image = picture(state, name, true);
        return html ? state.slots.put(Kind::inline_html, "<span class=\"icon\">" + image + "</span>") : image;
    });
    of_text("picture", [&state, html](const std::string& name) {
        const std::string image = picture(state, name, false, html ? 0 : 320);
        return html ? state.slots.put(Kind::inline_html, "<span class=\"pic\">" + image + "</span>") : image;
    });
    of_text("caption", [&state](const std::string& text) { return caption(state, text); });
    of_text("table", [&state, html](const std::string& classes) {
        return html ? state.slots.put(Kind::table_class, classes) : "";
    });
    of_text("anchor", [&state, html](const std::string& id) {
        return html ? state.slots.put(Kind::heading_id, escape_html(element_id(state, state.page, id)))
                    : anchor_mark(id);
    });
    of_text("to", [&state](const std::string& text) { return target(state, text); });
    of_text("label", [&state, html](const std::string& text) {
        return html ? state.slots.put(Kind::inline_html, "<span class=\"no\">" + escape_html(text) + "</span>")
                    : text + " ";
    });
    of_text("known",
            [&state](const std::string& level) { return signed_word(state, level, "evidence", evidence_signs); });
    section("plain", [&state, html](const std::string& key, const km::renderer& render) {
        const std::string text = render("{{{" + key + "}}}");
        return html ? state.slots.put(Kind::inline_html, escape_html(text)) : escape_markdown(text);
    });
    of_text("unproved", [&state](const std::string& level) {
        return level == "exact" || level == "proved" ? std::string()
                                                     : " " + signed_word(state, level, "evidence", evidence_signs);
    });
    of_text("graded", [&state](const std::string& level) {
        return signed_word(state, level, "severity", severity_signs, three_pips);
    });
    of_text("judged",
            [&state](const std::string& level) { return signed_word(state, level, "verdict", verdict_signs); });
    of_text("english", [&state, html](const std::string& text) {
        if (!html || state.edition.language == Language::en) return text;
        return state.slots.put(Kind::inline_html, "<span lang=\"en\">") + text +
               state.slots.put(Kind::inline_html, "</span>");
    });
    return all;
}

} // namespace actlas::report
