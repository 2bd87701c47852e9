#pragma once

#include "plot/geometry.hpp"
#include "plot/typeset.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace actlas::plot {

/// A glyph of the mathematics font in its place.
struct MathGlyph {
    std::uint32_t glyph = 0;
    Point origin;
    double size = 0; ///< type size in px
    Box ink;
    std::string text;   ///< the UTF-8 it stands for; empty for a further piece of a put-together glyph
    bool piece = false; ///< part of a put-together glyph: it overlaps the other pieces
};

/// A fraction bar or the bar of a radical.
struct MathRule {
    Box box;
};

/// Words among mathematics that the mathematics font cannot set.
struct MathWords {
    std::shared_ptr<const Typeset> text;
    Point origin;

    Box ink() const { return text->ink().moved(origin.x, origin.y); }
};

/// Laid-out mathematics in px, y downwards, the origin at the left end of the baseline. Height and depth are those of
/// the ink (both count positive away from the baseline), as TeX has them.
struct MathBox {
    double width = 0;
    double height = 0;
    double depth = 0;
    double italic = 0;      ///< the part of the width that is italic correction; a subscript starts before it
    bool character = false; ///< a plain run of letters or digits: scripts go to their standard places
    std::vector<MathGlyph> glyphs;
    std::vector<MathRule> rules;
    std::vector<MathWords> words;

    /// Puts another box with its origin at (x, y); the height and depth grow, the width is left alone.
    void place(MathBox&& part, double x, double y);
    /// How far right of (x, y) another box must stand so that none of its glyphs (the tail of an italic p) runs into
    /// ink of this one.
    double lacking_room(const MathBox& part, double x, double y) const;
    /// Puts another box on the baseline after this one, with the room that it lacks; the width grows.
    void append(MathBox&& part);
    void place_rule(const Box& rule);
    /// Moves everything down by dy; height and depth follow.
    void shift(double dy);
    bool is_empty() const { return glyphs.empty() && rules.empty() && words.empty(); }
    /// All that is inked.
    Box ink() const;
};

} // namespace actlas::plot
