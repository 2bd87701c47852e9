#include "plot/cairo_handles.hpp"
#include "plot/draw.hpp"
#include "plot/pdf_language.hpp"
#include "plot/render.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace actlas::plot {
namespace {

constexpr double points_per_px = 0.75;

/// $SOURCE_DATE_EPOCH as an ISO 8601 time in UTC; "" without it, or where it is no number of seconds before the year
/// 10000. An empty date keeps Cairo from asking the clock, and leaves the entry out.
std::string creation_date() {
    const char* variable = std::getenv("SOURCE_DATE_EPOCH");
    if (variable == nullptr) return {};
    const std::string_view text(variable);
    long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds >= 253402300800) return {};
    const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

} // namespace

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
