#pragma once

#include "plot/math_box.hpp"

#include <string>
#include <vector>

namespace actlas::plot {

/// Every two glyphs of an expression that touch, and every glyph that touches a bar. The pieces of a put-together glyph
/// may touch each other, and a root its bar.
std::vector<std::string> collisions(const MathBox& box);

} // namespace actlas::plot
