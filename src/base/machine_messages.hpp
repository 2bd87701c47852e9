#pragma once

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>

namespace actlas {

// Messages for programs; format_for_github() is with Diagnostic.

/// One line with a JSON object of `severity` ("error" or "warning") and `message`, and of `file`, `line`, `column`,
/// `end_column` (the column after the last one) and `hint` where there is one of them.
std::string format_as_json(const Diagnostic& diagnostic);

/// A message that is about no fault, as such a line of the severity "note".
std::string note_as_json(std::string_view message);

/// ... as GitHub's notice: `::notice::message`.
std::string notice_for_github(std::string_view message);

} // namespace actlas
