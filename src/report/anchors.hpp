#pragma once

#include <map>
#include <string>
#include <string_view>

namespace actlas::report {

/// In Markdown a heading's anchor is made by GitHub from its text, so a link to it can be written only when that page
/// is finished. Until then both are tokens of private-use characters.

/// What a heading ends in to have an id.
std::string anchor_mark(std::string_view id);

/// What stands for the fragment of a link to heading `id` of page `page`.
std::string anchor_reference(std::string_view page, std::string_view id);

/// Replaces all tokens in the finished Markdown pages (by page name). Throws InputError for a link to an id that the
/// page lacks.
void resolve_anchors(std::map<std::string, std::string>& pages);

} // namespace actlas::report
