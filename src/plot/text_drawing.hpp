#pragma once

#include <cairo.h>

#include <memory>

namespace actlas::plot {

struct DestroyFontOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using FontOptions = std::unique_ptr<cairo_font_options_t, DestroyFontOptions>;

/// No hinting of outlines or of advances, grey antialiasing: the only way in which SVG, PDF and PNG agree.
FontOptions unhinted();

/// Whether glyphs are to be filled as outlines. Cairo 1.16 puts the glyphs of a pixel surface at whole pixels, which
/// spaces small text unevenly; in a PDF they must stay text.
bool wants_outlines(cairo_t* cairo);

} // namespace actlas::plot
