#include "plot/cairo_handles.hpp"
#include "plot/draw.hpp"
#include "plot/render.hpp"
#include "plot/svg_rewrite.hpp"

#include <cairo-svg.h>

namespace actlas::plot {
namespace {

/// Cairo keeps coordinates in steps of 1/256 and glyph outlines likewise: drawn 16 times as large they are exact to
/// 1/4096 px.
constexpr double accuracy = 16;

} // namespace

std::string render_svg(const Scene& scene) {
    std::string document;
    {
        const SurfaceHandle surface(cairo_svg_surface_create_for_stream(
            append_to_string, &document, scene.width * accuracy, scene.height * accuracy));
        require(cairo_surface_status(surface.get()));
        cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
        const ContextHandle cairo(cairo_create(surface.get()));
        cairo_scale(cairo.get(), accuracy, accuracy);
        draw(scene, cairo.get());
        require(cairo_status(cairo.get()));
        cairo_surface_finish(surface.get());
        require(cairo_surface_status(surface.get()));
    }
    return rewrite_svg(document, accuracy, {scene.width, scene.height, scene.title, scene.description, scene.language});
}

} // namespace actlas::plot
