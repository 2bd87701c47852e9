#include "plot/cairo_handles.hpp"
#include "plot/draw.hpp"
#include "plot/pdf_date.hpp"
#include "plot/pdf_language.hpp"
#include "plot/render.hpp"

#include <cairo-pdf.h>

namespace actlas::plot {

std::string render_pdf(const Scene& scene) {
    std::string document;
    {
        const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(
            append_to_string, &document, scene.width * points_per_px, scene.height * points_per_px));
        require(cairo_surface_status(surface.get()));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, scene.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, scene.description.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, creation_date().c_str());
        const ContextHandle cairo(cairo_create(surface.get()));
        cairo_scale(cairo.get(), points_per_px, points_per_px);
        draw(scene, cairo.get());
        require(cairo_status(cairo.get()));
        cairo_surface_finish(surface.get());
        require(cairo_surface_status(surface.get()));
    }
    return with_pdf_language(std::move(document), scene.language);
}

} // namespace actlas::plot
