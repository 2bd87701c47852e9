#pragma once

#include <string>
#include <string_view>

namespace actlas::report {

/// Text for HTML, inside an element or a quoted attribute: & < > " ' become references; control characters, which no
/// HTML document may hold, become U+FFFD.
std::string escape_html(std::string_view text);

/// Text for a Markdown paragraph, heading, list or table cell, so that it reads as itself and can start no markup,
/// mathematics or HTML of its own, on GitHub and in cmark-gfm. Line breaks become spaces.
std::string escape_markdown(std::string_view text);

/// A code span that shows `code` as it is; `|` is escaped as GitHub's tables ask where `in_table` is set.
std::string markdown_code_span(std::string_view code, bool in_table);

/// An address to link to, percent-encoded so that it can stand in Markdown's (...) and in an HTML attribute; "" unless
/// it begins with http:// or https://.
std::string safe_url(std::string_view url);

/// The anchor that GitHub gives a heading with this text: lower case, spaces as hyphens, punctuation gone.
std::string github_slug(std::string_view heading);

} // namespace actlas::report
