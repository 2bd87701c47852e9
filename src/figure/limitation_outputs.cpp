// Where the outputs of centred inputs lie.

#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace actlas::figure::limitation {

namespace {

constexpr int bins = 44;

/// The share of outputs in each of `bins` equal parts of [low, high], for inputs from N(0, 1); what lies beyond counts
/// in none. Even steps in x, weighted with the density: the same numbers on every run.
std::vector<double> shares(const formula::Evaluator& f, double low, double high) {
    constexpr int steps = 16000;
    constexpr double reach = 8;
    constexpr double width = 2 * reach / steps;
    std::vector<double> result(bins, 0);
    for (int i = 0; i < steps; ++i) {
        const double x = -reach + (i + 0.5) * width;
        const double place = (f(x) - low) / (high - low) * bins;
        if (place >= 0 && place < bins) result[static_cast<std::size_t>(place)] += normal_density(x) * width;
    }
    return result;
}

/// The share of inputs whose output is one and the same value, where f is constant, within a bin of that centre.
double shared_output(const analysis::Study& study, double centre, double bin) {
    double share = 0;
    for (const auto& interval : study.properties.dead_intervals) {
        const double inside =
            std::isfinite(interval.low)
                ? (std::isfinite(interval.high) ? (interval.low + interval.high) / 2 : interval.low + 1)
                : interval.high - 1;
        if (std::abs(study.f(inside) - centre) <= bin) share += normal_share(interval.low, interval.high);
    }
    return share;
}

} // namespace

void outputs(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const Pair boxes = side_by_side(page, 0.58, 24);
    const double mean = page.number("mean").value_or(0);
    constexpr double reach = 3.5; // holds 99.95% of the inputs
    plot::Window window = window_of(page.study.f, -reach, reach);
    // A function that shoots up must not press the rest flat; the mean stays in view.
    const double tall = std::max(4 * std::abs(mean), 4.0);
    window.y0 = std::max(window.y0, -tall);
    window.y1 = std::min(window.y1, tall);
    const plot::Panel panel(boxes.left, window);
    const plot::Panel bars({boxes.left.right + page.px(30), boxes.left.top, boxes.right.right, boxes.left.bottom},
                           {0, 1, window.y0, window.y1});
    panel_title(page, boxes.left, wording.phrase("limitation.inputs_panel", {{"f", of_x(0)}}));
    draw_panel_title(page.scene, wording.phrase("limitation.outputs_panel", {}, plot::Weight::semibold),
                     {bars.box.left, bars.box.top - page.px(16)}, context);

    const double height = 0.3 * (window.y1 - window.y0);
    draw_area(
        page.scene, panel, [&](double x) { return window.y0 + height * normal_density(x) / normal_density(0); },
        window.y0, -reach, reach, tint(theme.function.stroke, theme), "density of N(0, 1)");
    draw_edges(page.scene, panel, context, number_ticks(-reach, reach, 6), number_ticks(window.y0, window.y1, 4));
    std::vector<double> share = shares(page.study.f, window.y0, window.y1);
    // A bar that towers over the others (inputs that all share one output) is cut off, and says how long it is.
    std::vector<double> sorted = share;
    std::sort(sorted.rbegin(), sorted.rend());
    const double scale = std::min(sorted[0], std::max(4 * sorted[1], 1e-6));
    double cut_at = std::numeric_limits<double>::quiet_NaN();
    for (int i = 0; i < bins; ++i) {
        const double part = share[static_cast<std::size_t>(i)];
        if (!(part > 0)) continue;
        const double low = window.y0 + (window.y1 - window.y0) * i / bins;
        const double high = window.y0 + (window.y1 - window.y0) * (i + 1) / bins;
        const double length = std::min(part / scale, 1.0) * 0.96;
        draw_fill(page.scene, {bars.box.left, bars.y.to_px(high) + 0.5, bars.x.to_px(length), bars.y.to_px(low) - 0.5},
                  tint(theme.function.stroke, theme), "bar");
        if (part > 1.02 * scale) cut_at = (low + high) / 2;
    }
    draw_edges(page.scene, bars, context, {}, {}, {.bottom = false});
    draw_curve(page.scene, panel, source(page.study, 0),
               {theme.function.stroke, context.profile.strokes.function.width, {}, plot::Cap::round, "f", false, true},
               context, true);
    const plot::Stroke axis{theme.axis, context.profile.axes.axis_width, {}, plot::Cap::butt};
    draw_segment(page.scene, {panel.box.left, panel.y.to_px(0)}, {bars.box.right, panel.y.to_px(0)}, axis,
                 plot::Role::axis, "axis x");
    plot::Stroke line = dotted(context);
    line.colour = theme.derivative.stroke;
    line.width *= 1.6;
    if (!panel.y.contains(mean)) return;
    draw_segment(page.scene, {panel.box.left, panel.y.to_px(mean)}, {bars.box.right, panel.y.to_px(mean)}, line,
                 plot::Role::asymptote, "mean");
    const double side = mean > 0 ? -1 : 1;
    page.notes.push_back(note_in(
        context, bars.box, {bars.box.right - page.px(46), bars.y.to_px(mean) + side * page.px(13)},
        {label_text(context, {wording.phrase("limitation.mean", {{"number", significant_for_people(mean, 3)}})})},
        "mean"));
    page.notes.back().colour = theme.derivative.text;
    page.notes.back().priority = 1;
    const double cut = shared_output(page.study, cut_at, (window.y1 - window.y0) / bins);
    if (cut > 0)
        page.notes.push_back(note_in(
            context, bars.box, {bars.box.right - page.px(60), bars.y.to_px(cut_at) - side * page.px(14)},
            {label_text(context, {wording.phrase("limitation.cut_bar",
                                                 {{"share", significant_for_people(100 * cut, 2) + "%"}})}),
             label_text(context, {{plot::Run{significant_for_people(100 * cut, 2) + "%", {}, plot::Weight::regular}}})},
            "cut bar"));
}

} // namespace actlas::figure::limitation
