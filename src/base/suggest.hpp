#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace actlas {

/// The candidate nearest to `word` by Damerau-Levenshtein distance (case ignored), if it is near enough to be what was
/// meant: at most a third of the longer length, and at least one shared letter. Ties go to the first.
std::optional<std::string> nearest_word(std::string_view word, std::span<const std::string> candidates);

/// `did you mean "x"?` for the nearest word, else "".
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

} // namespace actlas
