#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::config {

/// "#rrggbb" in lower case from "#rrggbb", "#rgb" or one of the 148 colour names of CSS Color Module Level 4, in any
/// case; nothing for any other text.
std::optional<std::string> resolve_colour(std::string_view text);

/// The CSS names, for suggestions.
const std::vector<std::string>& colour_names();

} // namespace actlas::config
