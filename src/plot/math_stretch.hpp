#pragma once

#include "plot/math_box.hpp"
#include "plot/math_font.hpp"

namespace actlas::plot {

/// One glyph on the baseline; `text` is what it stands for.
MathBox glyph_box(const MathFont& font, hb_codepoint_t glyph, double size, std::string text);

/// The character in the smallest form of the font that is at least `height` px tall: its own glyph, a larger variant,
/// or one put together from pieces; where the font's largest is too small, that one. It stands on the baseline as the
/// font has it. Source: OpenType specification, MATH table, MathVariants.
MathBox stretched(const MathFont& font, char32_t character, double size, double height);

} // namespace actlas::plot
