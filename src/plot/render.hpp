#pragma once

#include "plot/scene.hpp"

#include <string>

namespace actlas::plot {

/// The scene as an SVG document: ids unique by content (a salt of the figure's content hash), <title>, <desc>,
/// role="img", xml:lang. The same bytes for the same scene, whatever the process drew before.
std::string render_svg(const Scene& scene);

/// As a one-page PDF with title and language in its metadata; its date is that of $SOURCE_DATE_EPOCH or none/fixed.
std::string render_pdf(const Scene& scene);

/// As a PNG of width*scale by height*scale pixels, with the physical resolution (96*scale dpi) in it.
std::string render_png(const Scene& scene, double scale = 2);

} // namespace actlas::plot
