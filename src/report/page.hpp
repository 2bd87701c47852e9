#pragma once

#include "base/language.hpp"
#include "base/progress.hpp"
#include "output/artefact.hpp"
#include "report/figures.hpp"
#include "report/mustache.hpp"
#include "report/templates.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace actlas::report {

enum class Format { html, markdown };

/// What all pages of a report share.
struct Site {
    const Templates& templates;
    const FigureBook& figures;
    std::vector<Language> languages;
    std::vector<Format> formats;
    std::vector<std::string> pages;                 ///< their names: "index", "activation/silu"
    std::map<Language, std::string> language_names; ///< each in itself: "简体中文"
    bool single_file = false;                       ///< all HTML pages of a language in one file that needs no other
};

/// What the pages in one language share.
struct Edition {
    Language language = Language::en;
    nlohmann::ordered_json strings;
    Data data; ///< the report's model, with the strings as `t`
};

/// One page: a Markdown template filled with the edition's data and its own.
struct PageOrder {
    std::string name;    ///< "index", "activation/silu": its path in the language's folder, without extension
    std::string body;    ///< path of its Markdown template, "pages/index.md"
    std::string section; ///< "index", "overview", "method": the entry of the site's navigation it belongs to
    std::string title;   ///< plain text, for <title>
    std::string summary; ///< plain text, for the description
    /// Names of its own, a part of the edition's data: a large report would not fit twice. Null: none.
    const Data* data = nullptr;
};

/// The page's path in the output folder.
std::string page_path(std::string_view name, Language language, Format format);

/// The pages of one edition in one format (HTML in one file where the site wants that), their links checked: a template
/// that links to a page or an anchor that is not there is an InputError which names it.
std::vector<output::Artefact> render_pages(const Site& site, const Edition& edition, Format format,
                                           const std::vector<PageOrder>& orders, unsigned jobs, Progress& progress);

} // namespace actlas::report
