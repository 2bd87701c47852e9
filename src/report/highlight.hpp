#pragma once

#include <string>
#include <string_view>

namespace actlas::report {

/// Code as HTML, escaped. For "python" and "cpp", comments, strings and keywords are put in <span class="c|s|k">; other
/// languages stay plain.
std::string highlight(std::string_view code, std::string_view language);

} // namespace actlas::report
