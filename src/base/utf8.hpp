#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace actlas {

/// The code point that starts at byte `offset`, which is moved past it. A byte that starts no valid UTF-8 sequence
/// (overlong forms and surrogates included) is taken alone and gives U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// All code points of a text, by the rule of next_code_point().
std::u32string code_points(std::string_view text);

/// Appends a code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// How many columns of a terminal a code point takes: 0 for combining marks, 2 for East Asian wide and full-width
/// characters (Unicode 15, UAX #11 classes W and F, in blocks), else 1.
int display_width(char32_t code_point);

/// Control characters (C0 except the tab, DEL, C1) and invalid bytes as U+FFFD, so that text of a stranger cannot steer
/// a terminal.
std::string printable(std::string_view text);

} // namespace actlas
