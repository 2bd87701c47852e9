#pragma once

#include "plot/geometry.hpp"

#include <cairo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

namespace actlas::plot {

/// A glyph's outline as SVG path data, y downwards.
struct GlyphOutline {
    Point start;      ///< where it begins, from the glyph's origin
    Point end;        ///< where its last contour begins, which is where closing it leaves the pen
    std::string data; ///< relative, from `start`; empty for a blank
};

/// The outlines of one face, each made once by Cairo. For one thread at a time.
class GlyphOutlines {
public:
    /// What an em is long in the outlines: its thousandth is the accuracy that fonts are drawn with themselves.
    static constexpr double em = 1000;

    explicit GlyphOutlines(cairo_font_face_t* face);
    ~GlyphOutlines();
    GlyphOutlines(const GlyphOutlines&) = delete;
    GlyphOutlines& operator=(const GlyphOutlines&) = delete;

    const GlyphOutline& operator()(std::uint32_t glyph) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace actlas::plot
