#pragma once
// What GitHub would not show as it is meant, found in the tree that cmark-gfm, GitHub's own parser, makes of a page.

#include <map>
#include <string>
#include <vector>

namespace pages {

/// The faults of the Markdown pages among `files` (bytes by path), each "PATH: what is wrong": addresses that lead to
/// no file or heading, HTML that GitHub strips, mathematics that it would not typeset, tables that are none or whose
/// rows differ in length, markup that stayed text, headings that skip a level.
std::vector<std::string> markdown_faults(const std::map<std::string, std::string>& files);

} // namespace pages
