#pragma once

#include "plot/fonts.hpp"
#include "plot/math_layout.hpp"

#include <stdexcept>

namespace actlas::plot {

/// The machine's mathematics font.
inline const MathFont& test_math_font() {
    static const MathFont font(find_fonts(font_folders()).math);
    return font;
}

/// Lays out in the machine's mathematics font, where no words are expected.
inline MathBox lay_out(const MathNode& node, double size, MathStyle style = MathStyle::display) {
    return lay_out_math(test_math_font(), node, size, style,
                        [](std::string_view, double) -> std::shared_ptr<const Typeset> {
                            throw std::logic_error("no words expected");
                        });
}

} // namespace actlas::plot
