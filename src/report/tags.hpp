#pragma once

#include "report/page.hpp"
#include "report/slots.hpp"

#include <set>
#include <string>

namespace actlas::report {

/// What changes while one page is rendered.
struct PageState {
    const Site& site;
    const Edition& edition;
    Format format = Format::html;
    std::string page; ///< its name
    Slots slots;      ///< of an HTML page
    int figures = 0;  ///< numbered so far
    int tables = 0;
    std::set<std::string> fragments; ///< "page#id" that an HTML page links to
};

/// The address of a page relative to the page being rendered.
std::string relative_page(const PageState& state, std::string_view page, Language language);

/// The id of heading or figure `id` of a page: where all pages are one file, the page's name stands before it.
std::string element_id(const PageState& state, std::string_view page, std::string_view id);

/// The address of a file of the output folder relative to the page being rendered.
std::string relative_file(const PageState& state, std::string_view path);

/// The sections that templates may use for what looks different in HTML and Markdown:
///   {{#math}}z = w*x + b{{/math}}, {{#equation}}...{{/equation}}      mathematics in a line or displayed (see
///   prose_math())
///   {{#typeset}}key{{/typeset}}, {{#display}}key{{/display}}    a formula of the model (members latex, mathml,
///   mathml_display), in a line or displayed
///   {{#code_span}}text{{/code_span}}                                            a code span; the text is raw:
///   {{{name}}}
///   {{#figure}}name|caption{{/figure}}, {{#icon}}name{{/icon}}        a numbered figure; a small picture without words
///   {{#picture}}name{{/picture}}                                      a picture in a table cell, with its alternative
///   text
///   {{#caption}}text{{/caption}}, {{#table}}classes{{/table}}         the numbered caption and the CSS classes of the
///   table that follows
///   {{#anchor}}name{{/anchor}}                                                a heading's id, at its end
///   {{#to}}page{{/to}}, {{#to}}page#id{{/to}}, {{#to}}#id{{/to}}      the address of a page or heading, for [..](..)
///   {{#label}}Chapter 1{{/label}}                                   what stands before a chapter's title
///   {{#known}}exact{{/known}}                                   how a number is known: sign and word
///   {{#plain}}key{{/plain}}                                         a text of the model where the template is raw HTML
///   {{#unproved}}estimated{{/unproved}}                        the sign alone, and only of what is neither exact nor
///   proved
///   {{#graded}}minor{{/graded}}, {{#judged}}partly{{/judged}}   how bad a limitation is, what came of a claim: sign
///   and word
///   {{#english}}text{{/english}}                                      text that is English whatever the page's
///   language
Data tags(PageState& state);

} // namespace actlas::report
