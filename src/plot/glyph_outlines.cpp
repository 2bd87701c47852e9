#include "plot/glyph_outlines.hpp"

#include "plot/cairo_handles.hpp"
#include "plot/svg_path.hpp"
#include "plot/text_drawing.hpp"

#include <charconv>

namespace actlas::plot {
namespace {

struct DestroyPath {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

} // namespace

struct GlyphOutlines::State {
    SurfaceHandle surface{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
    ContextHandle cairo{cairo_create(surface.get())};
    std::unordered_map<std::uint32_t, GlyphOutline> known;
};

GlyphOutlines::GlyphOutlines(cairo_font_face_t* face) : state_(std::make_unique<State>()) {
    cairo_t* cairo = state_->cairo.get();
    cairo_set_font_options(cairo, unhinted().get());
    cairo_set_font_face(cairo, face);
    cairo_set_font_size(cairo, em);
    require(cairo_status(cairo));
}

GlyphOutlines::~GlyphOutlines() = default;

const GlyphOutline& GlyphOutlines::operator()(std::uint32_t glyph) const {
    const auto found = state_->known.find(glyph);
    if (found != state_->known.end()) return found->second;
    cairo_t* cairo = state_->cairo.get();
    const cairo_glyph_t at_origin{glyph, 0, 0};
    cairo_new_path(cairo);
    cairo_glyph_path(cairo, &at_origin, 1);
    const std::unique_ptr<cairo_path_t, DestroyPath> path(cairo_copy_path(cairo));
    require(path->status);

    Path outline;
    for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
        const cairo_path_data_t* part = path->data + i;
        const auto point = [part](int index) { return Point{part[index].point.x, part[index].point.y}; };
        switch (part->header.type) {
        case CAIRO_PATH_MOVE_TO:
            outline.move_to(point(1));
            break;
        case CAIRO_PATH_LINE_TO:
            outline.line_to(point(1));
            break;
        case CAIRO_PATH_CURVE_TO:
            outline.cubic_to(point(1), point(2), point(3));
            break;
        case CAIRO_PATH_CLOSE_PATH:
            outline.close();
            break;
        }
    }
    GlyphOutline result;
    PathWriter writer(0);
    writer.add(outline);
    if (!writer.data().empty()) {
        // "M12-34" is cut off: where the outline begins is up to the glyph's place.
        const std::string& data = writer.data();
        const char* const data_end = data.data() + data.size();
        const char* at = std::from_chars(data.data() + 1, data_end, result.start.x).ptr;
        if (*at == ' ') ++at;
        at = std::from_chars(at, data_end, result.start.y).ptr;
        result.data.assign(at, data_end);
        result.end = writer.pen();
    }
    return state_->known.emplace(glyph, std::move(result)).first->second;
}

} // namespace actlas::plot
