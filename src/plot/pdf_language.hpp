#pragma once

#include <string>
#include <string_view>

namespace actlas::plot {

/// Adds the language of the text (BCP 47) and the wish that viewers show the title to a PDF file made by Cairo, which
/// has no means for either: an incremental update (ISO 32000-1, 7.5.6) with a new document catalogue. Unchanged for an
/// empty language. Throws std::runtime_error where the file is not of the form that Cairo writes.
std::string with_pdf_language(std::string document, std::string_view language);

} // namespace actlas::plot
