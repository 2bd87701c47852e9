#include "plot/draw.hpp"

#include <cairo.h>

#include <numbers>

namespace actlas::plot {
namespace {

class Painter {
public:
    explicit Painter(cairo_t* cairo) : cairo_(cairo) {
        // SVG's own default, so that it need not be written.
        cairo_set_miter_limit(cairo_, 4);
    }

    void operator()(const PathMark& mark) const {
        const bool clipped = is_cut(mark);
        if (clipped) {
            cairo_save(cairo_);
            cairo_rectangle(cairo_, mark.clip->left, mark.clip->top, mark.clip->width(), mark.clip->height());
            cairo_clip(cairo_);
        }
        outline(mark.path);
        if (mark.fill) {
            colour(*mark.fill);
            cairo_fill_preserve(cairo_);
        }
        if (mark.stroke) stroke(*mark.stroke);
        cairo_new_path(cairo_);
        if (clipped) cairo_restore(cairo_);
    }

    void operator()(const TextMark& mark) const {
        if (mark.plate) {
            const Box plate = mark.text->ink().moved(mark.origin.x, mark.origin.y).grown(mark.plate_pad);
            colour(*mark.plate);
            cairo_rectangle(cairo_, plate.left, plate.top, plate.width(), plate.height());
            cairo_fill(cairo_);
        }
        colour(mark.colour);
        mark.text->draw(cairo_, mark.origin.x, mark.origin.y);
    }

    void operator()(const PointMark& mark) const {
        if (mark.hollow) {
            if (mark.background) disc(mark.centre, mark.radius, *mark.background);
            colour(mark.colour);
            cairo_set_line_width(cairo_, mark.ring);
            cairo_set_dash(cairo_, nullptr, 0, 0);
            circle(mark.centre, mark.radius);
            cairo_stroke(cairo_);
        } else {
            if (mark.background) disc(mark.centre, mark.radius + mark.ring, *mark.background);
            disc(mark.centre, mark.radius, mark.colour);
        }
    }

    void operator()(const HatchMark& mark) const {
        outline(hatch_lines(mark));
        stroke({mark.colour, mark.width, {}, Cap::butt});
    }

private:
    void colour(Colour c) const { cairo_set_source_rgb(cairo_, c.red / 255.0, c.green / 255.0, c.blue / 255.0); }

    void circle(Point centre, double radius) const {
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, centre.x, centre.y, radius, 0, 2 * std::numbers::pi);
        cairo_close_path(cairo_);
    }
    void disc(Point centre, double radius, Colour c) const {
        colour(c);
        circle(centre, radius);
        cairo_fill(cairo_);
    }
    void outline(const Path& path) const {
        for (const auto& s : path.segments) {
            switch (s.verb) {
            case Path::Verb::move:
                cairo_move_to(cairo_, s.to.x, s.to.y);
                break;
            case Path::Verb::line:
                cairo_line_to(cairo_, s.to.x, s.to.y);
                break;
            case Path::Verb::cubic:
                cairo_curve_to(cairo_, s.c1.x, s.c1.y, s.c2.x, s.c2.y, s.to.x, s.to.y);
                break;
            case Path::Verb::close:
                cairo_close_path(cairo_);
                break;
            }
        }
    }
    void stroke(const Stroke& s) const {
        colour(s.colour);
        cairo_set_line_width(cairo_, s.width);
        cairo_set_dash(cairo_, s.dash.data(), static_cast<int>(s.dash.size()), 0);
        const bool round = s.cap == Cap::round;
        cairo_set_line_cap(cairo_, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cairo_, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_stroke(cairo_);
    }

    cairo_t* cairo_;
};

} // namespace

void draw(const Scene& scene, cairo_t* cairo) {
    if (scene.background) {
        const Colour c = *scene.background;
        cairo_set_source_rgb(cairo, c.red / 255.0, c.green / 255.0, c.blue / 255.0);
        cairo_rectangle(cairo, 0, 0, scene.width, scene.height);
        cairo_fill(cairo);
    }
    const Painter painter(cairo);
    for (const auto& mark : scene.marks)
        std::visit(painter, mark.shape);
}

} // namespace actlas::plot
