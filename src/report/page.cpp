#include "report/page.hpp"

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "report/anchors.hpp"
#include "report/escape.hpp"
#include "report/prose_html.hpp"
#include "report/tags.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace actlas::report {
namespace {

/// A finished page: its text, and what its links ask of others.
struct Rendered {
    std::string text;
    std::set<std::string> ids;       // of an HTML page's headings, as "page#id"
    std::set<std::string> fragments; // that it links to
};

/// The data that only this page in this format has.
Data page_data(const PageState& state, const PageOrder& order) {
    Data data(Data::type::object);
    data.set("html", Data(state.format == Format::html));
    data.set("lang", Data(std::string(tag(state.edition.language))));
    data.set("page_name", Data(order.name));
    data.set("page_title", Data(order.title));
    data.set("page_summary", Data(order.summary));
    // One landmark among many of its kind needs a name of its own.
    const auto word = [&](std::string_view name) {
        return string_of(state.edition.strings, name, state.edition.language);
    };
    data.set("rail_label",
             Data(word("on_this_page") + (state.site.single_file ? word("colon") + order.title : std::string())));
    Data others(Data::type::list);
    for (const Language language : state.site.languages) {
        if (language == state.edition.language) continue;
        Data other(Data::type::object);
        other.set("tag", Data(std::string(tag(language))));
        other.set("name", Data(state.site.language_names.at(language)));
        other.set("href", Data(relative_page(state, order.name, language)));
        others.push_back(other);
    }
    // A file that is to need no other does not link to one.
    const bool linked = state.site.languages.size() > 1 && !(state.site.single_file && state.format == Format::html);
    data.set("translations", linked ? others : Data(false));
    Data menu(Data::type::list);
    const auto is_there = [&](const std::string& page) {
        return std::find(state.site.pages.begin(), state.site.pages.end(), page) != state.site.pages.end();
    };
    for (const std::string section :
         {"index", "overview", "vectors", "compare", "choose", "claims", "experiments", "method"}) {
        // The overview leads to the activations of vectors.
        if (!is_there(section) || (section == "vectors" && is_there("overview"))) continue;
        Data item(Data::type::object);
        item.set("href", Data(relative_page(state, section, state.edition.language)));
        item.set("name", Data(word(section + ".menu")));
        item.set("current", Data(section == order.section));
        menu.push_back(item);
    }
    data.set("menu", menu);
    data.set("home", Data(relative_page(state, "index", state.edition.language)));
    data.set("stylesheet", Data(relative_file(state, "assets/atlas.css")));
    // The one script there is makes the comparison table sortable.
    data.set("script", order.name == "compare" ? Data(relative_file(state, "assets/compare.js")) : Data(false));
    return data;
}

std::string wrap_html(const PageState& state, const Names& names, const Prose& prose) {
    Data outline(Data::type::list);
    for (const auto& entry : prose.outline) {
        if (entry.level != 2) continue;
        Data item(Data::type::object);
        item.set("id", Data(entry.id));
        item.set("html", Data(entry.html));
        outline.push_back(item);
    }
    Data shell(Data::type::object);
    shell.set("content", Data(prose.html));
    shell.set("has_outline", Data(!prose.outline.empty()));
    shell.set("outline", prose.outline.empty() ? Data(false) : outline);
    Names with_shell = names;
    with_shell.layers.insert(with_shell.layers.begin(), &shell);
    const std::string name = state.site.single_file ? "html/section.html" : "html/page.html";
    return render(name, state.site.templates.text(name), with_shell, escape_html);
}

/// The one HTML file of an edition, from its pages' sections; `front` is the page that opens it.
output::Artefact single_file(const Site& site, const Edition& edition, const PageOrder& front, std::string sections) {
    const PageState state{site, edition, Format::html, front.name, {}, 0, 0, {}};
    const Data own = page_data(state, front);
    Data shell(Data::type::object);
    shell.set("content", Data(std::move(sections)));
    shell.set("style", Data(stylesheet(site.templates)));
    shell.set("compare_script", Data(site.templates.text("assets/compare.js")));
    const Names names{{&shell, &own, &edition.data}, &site.templates, std::string(code(edition.language))};
    return {fmt::format("atlas.{}.html", code(edition.language)),
            render("html/single.html", site.templates.text("html/single.html"), names, escape_html)};
}

Rendered render_page(const Site& site, const Edition& edition, Format format, const PageOrder& order) {
    PageState state{site, edition, format, order.name, {}, 0, 0, {}};
    const Data own = page_data(state, order);
    const Data sections = tags(state);
    Names names{{&own}, &site.templates, std::string(code(edition.language))};
    if (order.data != nullptr) names.layers.push_back(order.data);
    names.layers.insert(names.layers.end(), {&sections, &edition.data});
    const auto escape = [](std::string_view text) { return escape_markdown(without_tokens(text)); };
    std::string markdown = render(order.body, site.templates.text(order.body), names, escape);
    if (format == Format::markdown) return {std::move(markdown), {}, {}};
    const Prose prose = markdown_to_html(markdown, state.slots);
    Rendered page;
    for (const auto& entry : prose.outline)
        page.ids.insert(order.name + "#" + entry.id);
    page.text = wrap_html(state, names, prose);
    page.fragments = std::move(state.fragments);
    return page;
}

/// At most one blank line at a time, no blanks at the ends of lines: sections that render nothing leave theirs behind.
std::string tidy(std::string_view markdown) {
    std::string out;
    bool in_code = false;
    bool blank = true;
    for (std::size_t begin = 0; begin < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
        const std::string_view line = markdown.substr(begin, end - begin);
        if (line.starts_with("```")) in_code = !in_code;
        const std::string_view trimmed = in_code ? line : line.substr(0, line.find_last_not_of(' ') + 1);
        if (!trimmed.empty() || in_code || !blank) (out += trimmed) += '\n';
        blank = trimmed.empty() && !in_code;
        begin = end + 1;
    }
    while (out.ends_with("\n\n"))
        out.pop_back();
    return out;
}

} // namespace

std::string page_path(std::string_view name, Language language, Format format) {
    return fmt::format("{}/{}.{}", code(language), name, format == Format::html ? "html" : "md");
}

std::vector<output::Artefact> render_pages(const Site& site, const Edition& edition, Format format,
                                           const std::vector<PageOrder>& orders, unsigned jobs, Progress& progress) {
    std::vector<Rendered> rendered(orders.size());
    parallel_for(orders.size(), jobs, [&](std::size_t i, unsigned) {
        rendered[i] = render_page(site, edition, format, orders[i]);
        progress.step();
    });

    if (format == Format::markdown) {
        std::map<std::string, std::string> texts;
        for (std::size_t i = 0; i < orders.size(); ++i)
            texts[orders[i].name] = std::move(rendered[i].text);
        resolve_anchors(texts);
        for (std::size_t i = 0; i < orders.size(); ++i)
            rendered[i].text = tidy(texts[orders[i].name]);
    }
    std::set<std::string> ids;
    for (const auto& page : rendered)
        ids.insert(page.ids.begin(), page.ids.end());
    std::vector<Diagnostic> problems;
    for (std::size_t i = 0; i < orders.size(); ++i)
        for (const auto& fragment : rendered[i].fragments)
            if (!ids.contains(fragment))
                problems.push_back(
                    {Diagnostic::Severity::error,
                     fmt::format("page \"{}\" links to \"{}\", which is not there", orders[i].name, fragment),
                     std::nullopt,
                     {}});
    if (!problems.empty()) throw InputError(std::move(problems));

    if (format == Format::html && site.single_file) {
        std::string sections;
        for (const auto& page : rendered)
            sections += page.text;
        return {single_file(site, edition, orders.front(), std::move(sections))};
    }
    std::vector<output::Artefact> artefacts;
    for (std::size_t i = 0; i < orders.size(); ++i)
        artefacts.push_back({page_path(orders[i].name, edition.language, format), std::move(rendered[i].text)});
    return artefacts;
}

} // namespace actlas::report
