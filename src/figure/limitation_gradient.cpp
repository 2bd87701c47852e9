// What the slope makes of a gradient: in one layer, and in many.

#include "analysis/number_format.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/notes.hpp"
#include "figure/sheet.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actlas::figure::limitation {

namespace {

constexpr int most_layers = 50;
constexpr int named_layers = 10;

/// The window of f': the flat tails in view, and slope 1 where that is what the slope is measured by.
plot::Window slope_window(const Page& page) {
    double reach = usual_reach(page);
    for (const char* name : {"left", "right"}) {
        const auto end = page.number(name);
        if (page.finding.kind == "vanishing_gradient" && end && !page.options.x_range)
            reach = std::clamp(1.3 * std::abs(*end), reach, 30.0);
    }
    plot::Window window = window_of(page.study.slope, -reach, reach);
    if (page.finding.kind != "vanishing_gradient") {
        window.y1 = std::max(window.y1, 1.15);
        if (window.y0 < -1) window.y0 -= 0.1;
    }
    return window;
}

void one_layer(Page& page, const plot::Box& box) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    panel_title(page, box, wording.phrase("limitation.one_layer", {{"slope", of_x(1)}}));
    const plot::Panel panel(box, slope_window(page));
    const bool vanishing = page.finding.kind == "vanishing_gradient";
    if (vanishing) {
        // The text below the picture holds the inequality too, so that a narrow region may go without.
        constexpr double narrowest = 30;
        auto regions = draw_regions(page.scene, panel, page.study, context, narrowest);
        page.notes.insert(page.notes.end(), std::make_move_iterator(regions.begin()),
                          std::make_move_iterator(regions.end()));
        const double height = 0.62 * std::max(panel.y.high(), 0.4 * (panel.y.high() - panel.y.low()));
        const double peak = normal_density(0);
        draw_area(
            page.scene, panel, [&](double x) { return height * normal_density(x) / peak; }, 0, -4, 4,
            tint(theme.function.stroke, theme), "density of N(0, 1)");
    } else {
        const auto& slope = page.study.slope;
        const plot::Colour over = tint(theme.derivative.stroke, theme);
        draw_area(
            page.scene, panel, [&](double x) { return std::max(slope(x), 1.0); }, 1, panel.x.low(), panel.x.high(),
            over, "slope above 1");
        if (panel.y.low() < -1)
            draw_area(
                page.scene, panel, [&](double x) { return std::min(slope(x), -1.0); }, -1, panel.x.low(),
                panel.x.high(), over, "slope below -1");
    }
    draw_edges(page.scene, panel, context, number_ticks(panel.x.low(), panel.x.high(), 5),
               number_ticks(panel.y.low(), panel.y.high(), 4), {.left = true, .bottom = false});
    const auto& axes = context.profile.axes;
    draw_segment(page.scene, panel.at(panel.x.low(), 0), panel.at(panel.x.high(), 0),
                 {theme.axis, axes.axis_width, {}, plot::Cap::butt}, plot::Role::axis, "axis x");
    if (!vanishing) {
        draw_segment(page.scene, panel.at(panel.x.low(), 1), panel.at(panel.x.high(), 1), dotted(context),
                     plot::Role::asymptote, "slope 1");
        plot::Box area = box;
        page.notes.push_back(note_in(context, area, {area.left + page.px(60), panel.y.to_px(1) - page.px(12)},
                                     {label_text(context, {wording.phrase("limitation.size_kept")})}, "slope 1"));
        page.notes.back().colour = theme.muted;
    }
    const auto& stroke = context.profile.strokes.function;
    draw_curve(page.scene, panel, source(page.study, 1),
               {theme.derivative.stroke, stroke.width, {}, plot::Cap::round, "f'", true, true}, context, true);

    const auto& bound = page.study.properties.lipschitz;
    if (bound.at.empty()) return;
    const double x = *std::min_element(bound.at.begin(), bound.at.end(),
                                       [](double a, double b) { return std::abs(a) < std::abs(b); });
    const double y = page.study.slope(x);
    if (!panel.x.contains(x) || !std::isfinite(y) || !panel.y.contains(y) ||
        std::abs(std::abs(y) - bound.value) > 1e-6 * bound.value)
        return;
    draw_point(page.scene, panel.at(x, y), theme.derivative.stroke, context, false, "largest slope");
    page.notes.push_back(
        note_at(context, panel.at(x, y),
                {label_text(context, {wording.phrase("limitation.largest_slope", {{"number", number(y)}})}),
                 label_text(context, {expression(number(y))})},
                "largest slope", y > 0 ? plot::Side::above : plot::Side::below));
}

/// A quantity that every layer multiplies by the same factor.
struct Fate {
    double per_layer = 0; ///< decimal logarithm
    bool bound = false;   ///< the most that slopes can make of it, not what they make on average
};

void many_layers(Page& page, const plot::Box& box) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    panel_title(page, box, wording.phrase("limitation.many_layers", {{"layers", symbol("L")}}));
    std::vector<Fate> fates;
    const double typical = page.study.properties.gaussian.slope_second_moment.value;
    if (std::isfinite(typical) && typical > 0) fates.push_back({std::log10(typical) / 2, false});
    const double most = page.study.properties.lipschitz.value;
    if (std::isfinite(most) && most > 0) fates.push_back({std::log10(most), true});
    double low = -0.5;
    double high = 0.5;
    for (const auto& fate : fates) {
        low = std::min(low, most_layers * fate.per_layer * 1.04);
        high = std::max(high, most_layers * fate.per_layer * 1.04);
    }
    const double room = 0.03 * (high - low);
    // The last number stays clear of the names beside the panel.
    const plot::Panel panel(box, {0, 1.04 * most_layers, low - room, high + room});
    draw_edges(page.scene, panel, context, number_ticks(0, most_layers, 6),
               decade_ticks(panel.y.low(), panel.y.high(), 6));
    if (low < -9 || high > 6) {
        const auto& half = *analysis::find_number_format("float16");
        const bool vanish = low < -9;
        const double limit = std::log10(vanish ? half.smallest_positive() : half.largest);
        draw_segment(page.scene, panel.at(0, limit), panel.at(panel.x.high(), limit), dotted(context),
                     plot::Role::asymptote, "fp16 limit");
        plot::LabelRequest note = note_in(
            context, box,
            {vanish ? box.right - page.px(60) : box.left + page.px(60), panel.y.to_px(limit) - page.px(12)},
            {label_text(context, {wording.phrase(vanish ? "limitation.half_smallest" : "limitation.half_largest",
                                                 {{"number", significant_for_people(vanish ? half.smallest_positive()
                                                                                           : half.largest,
                                                                                    vanish ? 2 : 5)}})})},
            "fp16 limit");
        note.colour = theme.muted;
        page.notes.push_back(std::move(note));
    }
    std::vector<plot::EndLabel> ends;
    for (const auto& fate : fates) {
        const plot::Hue& hue = theme.derivative;
        plot::Stroke stroke{hue.stroke, context.profile.strokes.overlay, {}, plot::Cap::butt};
        if (fate.bound) {
            stroke.width = context.profile.strokes.panel_derivative.width;
            stroke.dash = context.profile.strokes.derivative.dash;
        }
        const char* name = fate.bound ? "bound" : "typical";
        const double end_x = most_layers;
        draw_points_line(page.scene, panel, {{0, 0}, {end_x, end_x * fate.per_layer}}, stroke, name);
        ends.push_back({name,
                        context.typesetter.words(wording.text(fate.bound ? "limitation.at_most" : "limitation.typical"),
                                                 context.profile.type.note, context.language, plot::Weight::semibold),
                        panel.at(end_x, end_x * fate.per_layer), hue.text});
        const plot::Point at = panel.at(named_layers, named_layers * fate.per_layer);
        draw_point(page.scene, at, hue.stroke, context, false, fmt::format("{} after 10", name));
        const double value = std::pow(10, named_layers * fate.per_layer);
        const bool upper = fates.size() < 2 || fate.per_layer > fates[fate.bound ? 0 : 1].per_layer;
        page.notes.push_back(note_at(
            context, at,
            {label_text(context,
                        {wording.phrase("limitation.after_layers", {{"layers", std::to_string(named_layers)},
                                                                    {"number", significant_for_people(value, 2)}})}),
             label_text(context, {{plot::Run{significant_for_people(value, 2), {}, plot::Weight::regular}}})},
            fmt::format("{} after 10", name), upper ? plot::Side::above : plot::Side::below));
    }
    plot::EndLabelOptions end_options = context.profile.ends;
    end_options.left = box.right + page.px(7);
    plot::place_end_labels(page.scene, ends, end_options);
}

} // namespace

void gradient(Page& page) {
    const Pair boxes = side_by_side(page, 0.46, 68);
    one_layer(page, boxes.left);
    many_layers(page, boxes.right);
}

} // namespace actlas::figure::limitation
