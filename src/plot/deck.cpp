#include "plot/deck.hpp"

#include "plot/cairo_handles.hpp"
#include "plot/draw.hpp"
#include "plot/pdf_date.hpp"
#include "plot/pdf_language.hpp"

#include <cairo-pdf.h>
#include <fmt/core.h>

#include <stdexcept>

namespace actlas::plot {

std::string render_pdf_deck(const std::vector<const Scene*>& pages, const DeckInfo& info) {
    if (pages.empty()) throw std::invalid_argument("a deck has at least one page");
    std::string document;
    {
        const SurfaceHandle surface(cairo_pdf_surface_create_for_stream(
            append_to_string, &document, pages.front()->width * points_per_px, pages.front()->height * points_per_px));
        require(cairo_surface_status(surface.get()));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, info.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_SUBJECT, info.subject.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, creation_date().c_str());
        const ContextHandle cairo(cairo_create(surface.get()));
        cairo_scale(cairo.get(), points_per_px, points_per_px);
        for (const Scene* page : pages) {
            cairo_pdf_surface_set_size(surface.get(), page->width * points_per_px, page->height * points_per_px);
            draw(*page, cairo.get());
            cairo_show_page(cairo.get());
        }
        for (const DeckInfo::Entry& entry : info.contents)
            cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT, entry.title.c_str(),
                                          fmt::format("page={} pos=[0 0]", entry.page).c_str(),
                                          static_cast<cairo_pdf_outline_flags_t>(0));
        require(cairo_status(cairo.get()));
        cairo_surface_finish(surface.get());
        require(cairo_surface_status(surface.get()));
    }
    return with_pdf_language(std::move(document), info.language);
}

} // namespace actlas::plot
