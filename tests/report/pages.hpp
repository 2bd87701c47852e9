#pragma once
// A small report, made once, for the tests of pages.

#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "report/report.hpp"

#include <map>
#include <string>
#include <vector>

namespace pages {

/// The four functions, GELU, sine (many landmarks) and one of a user's with hostile texts, in both languages and
/// formats.
const std::map<std::string, std::string>& small_report();

/// The input of small_report(), for variations.
const actlas::report::Input& small_input();

/// The values of an attribute in a page, references resolved as far as our own pages use them.
std::vector<std::string> attributes(const std::string& html, const std::string& name);

/// The links of a report's pages that lead to no file or heading of it, as "page -> address".
std::vector<std::string> broken_links(const std::map<std::string, std::string>& report);

/// Throws std::runtime_error where tags do not nest, or an attribute is not quoted.
void require_well_formed(const std::string& html);

} // namespace pages
