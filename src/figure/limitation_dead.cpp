// How much of the inputs falls where no gradient comes back.

#include "analysis/limitations_text.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace actlas::figure::limitation {

void dead(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const auto& intervals = page.study.properties.dead_intervals;
    const plot::Box all = whole(page, 40);
    const double gap = page.px(46);
    const double upper_height = 0.58 * (all.height() - gap);
    const plot::Box upper{all.left, all.top, all.right, all.top + upper_height};
    const plot::Box lower{all.left, upper.bottom + gap, all.right, all.bottom};

    double reach = std::max(usual_reach(page), 3.5);
    for (const auto& interval : intervals)
        for (const double end : {interval.low, interval.high})
            if (std::isfinite(end) && std::abs(end) < 7) reach = std::max(reach, 1.3 * std::abs(end));
    plot::Window window = window_of(page.study.f, -reach, reach);
    const plot::Panel panel(upper, window);
    panel_title(page, upper, wording.phrase("limitation.dead_panel", {{"f", of_x(0)}}));
    const plot::Panel density_panel(lower, {-reach, reach, 0, 1.1 * normal_density(0)});
    draw_area(page.scene, density_panel, normal_density, 0, -reach, reach, tint(theme.function.stroke, theme),
              "density of N(0, 1)");
    double share = 0;
    std::optional<plot::Point> middle;
    double widest = -1;
    for (const auto& interval : intervals) {
        const double low = std::max(interval.low, -reach);
        const double high = std::min(interval.high, reach);
        const double part = normal_share(interval.low, interval.high);
        share += part;
        if (!(low < high)) continue;
        draw_hatch(page.scene, {panel.x.to_px(low), upper.top, panel.x.to_px(high), upper.bottom}, context, "dead");
        draw_area(page.scene, density_panel, normal_density, 0, low, high, tint(theme.derivative.stroke, theme),
                  "inputs without gradient");
        if (part > widest) {
            widest = part;
            middle = plot::Point{(low + high) / 2, 0};
        }
    }
    draw_edges(page.scene, panel, context, number_ticks(-reach, reach, 7),
               number_ticks(panel.y.low(), panel.y.high(), 3.5), {.bottom = false, .numbers = false});
    draw_segment(page.scene, panel.at(-reach, 0), panel.at(reach, 0),
                 {theme.axis, context.profile.axes.axis_width, {}, plot::Cap::butt}, plot::Role::axis, "axis x");
    draw_curve(page.scene, panel, source(page.study, 0),
               {theme.function.stroke, context.profile.strokes.function.width, {}, plot::Cap::round, "f", false, true},
               context, true);
    panel_title(page, lower, wording.phrase("limitation.density_panel", {{"x", symbol("x")}}));
    draw_edges(page.scene, density_panel, context, number_ticks(-reach, reach, 7), {},
               {.left = false, .grid_x = false});
    std::vector<plot::Point> outline;
    for (int i = 0; i <= 160; ++i) {
        const double x = -reach + 2 * reach * i / 160;
        outline.push_back({x, normal_density(x)});
    }
    draw_points_line(page.scene, density_panel, outline,
                     {theme.muted, context.profile.strokes.panel_derivative.width, {}, plot::Cap::round}, "density");
    if (!middle) return;

    plot::LabelRequest reason =
        note_in(context, upper, {panel.x.to_px(middle->x), upper.top + 0.4 * upper.height()},
                {label_text(context, {wording.phrase("note.dead_reason", {{"equation", slope_is_zero()}})}),
                 label_text(context, {expression(slope_is_zero())})},
                "dead region");
    page.notes.push_back(std::move(reason));
    const std::string percent = analysis::percent(share).in(context.language);
    const plot::Point near = density_panel.at(middle->x, 0.4 * normal_density(std::clamp(middle->x, -1.2, 1.2)));
    // The number stands in what it measures where it can, else just beside.
    page.notes.push_back(note_in(context, lower, near,
                                 {label_text(context, {wording.phrase("limitation.dead_share", {{"share", percent}})}),
                                  label_text(context, {{plot::Run{percent, {}, plot::Weight::semibold}}})},
                                 "share"));
    page.notes.back().colour = theme.derivative.text;
}

} // namespace actlas::figure::limitation
