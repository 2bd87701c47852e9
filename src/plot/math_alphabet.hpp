#pragma once

#include <string>
#include <string_view>

namespace actlas::plot {

/// The Mathematical Italic form of a letter: Latin letters (h is U+210E) and small Greek ones with their variants;
/// capital Greek stays upright, as in TeX. Any other character is returned as it is.
char32_t math_italic(char32_t letter);

/// An identifier as it is set: a single letter in italics, a longer name upright.
std::string identifier_text(std::string_view identifier);

} // namespace actlas::plot
