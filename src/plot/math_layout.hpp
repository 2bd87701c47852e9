#pragma once

#include "plot/math_box.hpp"
#include "plot/math_font.hpp"
#include "plot/typeset.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace actlas::plot {

/// Display: alone on its line, with full-size fractions. Text: within a line of words.
enum class MathStyle { display, text };

/// Sets words that the mathematics font cannot, as Chinese ones, at a type size in px.
using WordsInMath = std::function<std::shared_ptr<const Typeset>(std::string_view text, double size)>;

/// Lays out an expression; `size` is the type size of the mathematics font in px. By the rules of The TeXbook, appendix
/// G, with the font's MATH table for its parameters. Upright text that the font lacks goes to `words`; throws
/// InputError for any other character that the font does not have.
MathBox lay_out_math(const MathFont& font, const MathNode& node, double size, MathStyle style,
                     const WordsInMath& words);

} // namespace actlas::plot
