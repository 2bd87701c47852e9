#include "figure/figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/headline.hpp"
#include "plot/axes.hpp"

namespace actlas::figure {

plot::Scene icon(const analysis::Study& study, const Context& context) {
    // FIGURES 8: one window for all, so that icons can be compared.
    constexpr double width = 96, height = 64, pad = 4, px_per_unit = 16;
    plot::Scene scene = make_scene(width, height, context, study.activation.label.in(context.language), {});
    scene.background.reset();
    const plot::Box box{pad, pad, width - pad, height - pad};
    const double half_x = box.width() / px_per_unit / 2;
    const double half_y = box.height() / px_per_unit / 2;
    const plot::Panel panel(box, {-half_x, half_x, -half_y, half_y});
    scene.description = describe(study, panel.window(), false, context.language);
    plot::draw_plain_axes(scene, panel, {context.theme.hatch, 1, {}, plot::Cap::butt});
    CurveStyle style{context.theme.function.stroke, 2.25, {}, plot::Cap::round, "f", false, false};
    draw_curve(scene, panel, source(study, 0), style, context, true);
    return scene;
}

} // namespace actlas::figure
