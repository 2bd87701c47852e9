#pragma once

#include "plot/geometry.hpp"
#include "plot/glyph_outlines.hpp"

#include <cairo.h>
#include <hb-ot.h>
#include <hb.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

/// A glyph of the mathematics font: lengths in em, y upwards from the baseline.
struct GlyphMetrics {
    double advance = 0;
    double left = 0, right = 0; ///< ink, from the origin
    double top = 0, bottom = 0; ///< ink, upwards
    double italic = 0;          ///< the font's italic correction
};

/// A glyph of a shaped text, with the bytes it stands for.
struct ShapedGlyph {
    hb_codepoint_t glyph = 0;
    double advance = 0;
    double x_offset = 0, y_offset = 0;
    std::string text;
};

/// A taller or shorter form of a glyph.
struct GlyphVariant {
    hb_codepoint_t glyph = 0;
    double height = 0; ///< ink height in em
};

/// A piece of a glyph that is put together to any height, bottom piece first.
struct AssemblyPart {
    hb_codepoint_t glyph = 0;
    double start_connector = 0, end_connector = 0, height = 0;
    bool extender = false;
};

/// An OpenType font with a MATH table, opened once. Lengths are in em.
class MathFont {
public:
    /// Throws InputError where the file is no font with a MATH table.
    explicit MathFont(const std::string& path);
    ~MathFont();
    MathFont(const MathFont&) = delete;
    MathFont& operator=(const MathFont&) = delete;

    /// A MathConstants value in em; the two script percentages as fractions of 1.
    double constant(hb_ot_math_constant_t name) const;

    /// The nominal glyph of a character; throws InputError where there is none.
    hb_codepoint_t glyph(char32_t character) const;

    /// Whether every character of a text has a glyph.
    bool covers(std::string_view text) const;

    GlyphMetrics metrics(hb_codepoint_t glyph) const;

    /// Shapes text with the font's kerning; `script_level` 0, 1 or 2 picks glyphs drawn for scripts where the font has
    /// them. Throws InputError for a character without a glyph.
    std::vector<ShapedGlyph> shape(std::string_view text, int script_level) const;

    /// The vertical forms of a glyph by height, itself first.
    std::vector<GlyphVariant> variants(hb_codepoint_t glyph) const;

    /// The vertical pieces of a glyph, bottom first; empty where the font has none.
    std::vector<AssemblyPart> assembly(hb_codepoint_t glyph) const;

    /// The least overlap of two pieces.
    double min_connector_overlap() const;

    /// For drawing; owned by the font.
    cairo_font_face_t* face() const;
    const GlyphOutlines& outlines() const;

    const std::string& family() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace actlas::plot
