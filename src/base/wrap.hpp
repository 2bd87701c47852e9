#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace actlas {

/// How many columns of a terminal a text takes, by display_width().
int text_width(std::string_view text);

/// The text with spaces after it up to so many columns; unchanged where it takes more.
std::string padded(std::string_view text, int width);

/// A text in lines of at most `width` columns (>= 2), control characters replaced as by printable(). Lines end at
/// spaces, which are dropped, and between Chinese characters, though not before closing or after opening punctuation.
/// "x < −5" and "N(0, 1)" stay together where they can; what has no such place is cut where the line is full. An empty
/// text has no lines.
std::vector<std::string> wrapped(std::string_view text, int width);

} // namespace actlas
