#pragma once

#include <string>
#include <string_view>

namespace actlas::plot {

/// What Cairo cannot be told about a document.
struct SvgHead {
    double width = 0;  ///< px
    double height = 0; ///< px
    std::string title;
    std::string description;
    std::string language; ///< BCP 47
};

/// Turns what Cairo's SVG surface wrote into a document fit for a page: ids made of a hash of the content and a number,
/// so that two figures may share a page and the same figure has the same bytes whatever was drawn before; <title>,
/// <desc> and role="img"; presentation attributes instead of style="" (which a strict content security policy forbids),
/// without defaults; lengths divided by `scale` (Cairo keeps 8 binary places: it draws larger for accuracy) and
/// shortened to 1/1000 px, glyphs to 1/100; no unused glyphs. No XML declaration, so that the file may also be put
/// inside an HTML page.
std::string rewrite_svg(std::string_view cairo_svg, double scale, const SvgHead& head);

} // namespace actlas::plot
