#pragma once

#include "base/language.hpp"
#include "plot/geometry.hpp"

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::plot {

enum class Weight { regular, semibold };

/// A piece of mathematics for the typesetter; mirrors formula::Notation (plot knows nothing of formulas).
struct MathNode {
    enum class Kind {
        identifier,
        upright,
        number,
        binary,
        relation,
        prefix,
        punctuation,
        space,
        row,
        fraction,
        superscript,
        subscript,
        radical,
        fenced,
        cases,
        prime
    };
    Kind kind = Kind::row;
    std::string text;
    std::vector<MathNode> children;
};

/// In the text of a fenced node: this side has no fence, as TeX's \left. has it.
inline constexpr char32_t no_fence = U'.';

/// A run of a label: words, or an expression.
struct Run {
    std::string words;          ///< UTF-8; used where `math` is empty
    std::vector<MathNode> math; ///< one node: an expression set in the mathematics font
    Weight weight = Weight::regular;
};

class GlyphOutlines;

/// A glyph in its place.
struct PlacedGlyph {
    const GlyphOutlines* outlines = nullptr; ///< its face's
    std::uint32_t glyph = 0;
    Point origin;    ///< px
    double size = 0; ///< of the type, px
};

/// All that a text inks, for a file that is written without drawing.
struct TextInk {
    std::vector<PlacedGlyph> glyphs;
    std::vector<Box> rules; ///< bars of fractions and radicals
};

/// Text laid out once: it knows its size and can draw itself. Immutable, and safe to draw from the thread that made it.
class Typeset {
public:
    virtual ~Typeset() = default;
    /// Advance width in px.
    virtual double width() const = 0;
    /// The logical extent above and below the baseline in px (positive both).
    virtual double ascent() const = 0;
    virtual double descent() const = 0;
    /// The ink box relative to the origin (start of the baseline, y down).
    virtual Box ink() const = 0;
    /// Draws with the current source colour, the origin at (x, y).
    virtual void draw(cairo_t* cairo, double x, double y) const = 0;
    /// Appends what draw() would ink; the outlines live as long as this object.
    virtual void append_ink(TextInk& ink, Point origin) const = 0;
    /// The text as a screen reader would have it.
    virtual const std::string& plain() const = 0;
};

/// A font file that a figure may use, for the manifest.
struct FontFile {
    std::string family;
    std::string path;
};

/// Sets words (Pango: Inter and Noto Sans CJK SC) and mathematics (HarfBuzz: STIX Math). One object a thread.
class Typesetter {
public:
    /// Finds the fonts in the usual folders, in $ACTLAS_FONT_PATH first; throws InputError naming the missing family
    /// and the package that holds it.
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// One line of runs. `size` is the type size of words in px; mathematics is scaled to match (x 1.12).
    /// Throws InputError where no font has a glyph for a character.
    std::shared_ptr<const Typeset> line(const std::vector<Run>& runs, double size, Language language) const;

    /// Words only.
    std::shared_ptr<const Typeset> words(std::string_view text, double size, Language language,
                                         Weight weight = Weight::regular) const;

    /// An expression only, `size` being the size of its own type (no scaling).
    std::shared_ptr<const Typeset> math(const MathNode& node, double size) const;

    /// The font files in use.
    const std::vector<FontFile>& fonts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace actlas::plot
