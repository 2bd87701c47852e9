// What a parameter moves: the curve, the mean output and the size of the slope.

#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/family.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/wording.hpp"
#include "formula/notation.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actlas::figure::limitation {

void parameter(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const auto& parameters = page.study.activation.parameters;
    // The findings of this kind stand in the order of the parameters.
    std::size_t place = 0;
    for (const auto& finding : page.study.limitations) {
        if (&finding == &page.finding) break;
        if (finding.kind == page.finding.kind) ++place;
    }
    if (place >= parameters.size()) return;
    Options options = page.options;
    options.parameter = parameters[place].name;
    const Family all = family_of(page.study, family_studies(page.study, options), theme, options);
    Pair boxes = side_by_side(page, 0.6, 78);
    boxes.left.right -= page.px(78); // the names of the curves stand between the panels

    Options wide = page.options;
    wide.derivative = false;
    const plot::Panel curves(boxes.left, family_window(page.study, all, boxes.left, wide));
    panel_title(page, boxes.left, wording.phrase("limitation.function_panel", {{"f", of_x(0)}}));
    const plot::Stroke axis{theme.axis, context.profile.axes.axis_width, {}, plot::Cap::butt};
    draw_edges(page.scene, curves, context, number_ticks(curves.x.low(), curves.x.high(), 5),
               number_ticks(curves.y.low(), curves.y.high(), 4), {.bottom = false});
    if (curves.y.contains(0))
        draw_segment(page.scene, curves.at(curves.x.low(), 0), curves.at(curves.x.high(), 0), axis, plot::Role::axis,
                     "axis x");
    // The names stand to the right where they have room, else beside the curves.
    auto notes = draw_members(page.scene, curves, all, context, 0, true);
    page.notes.insert(page.notes.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));

    constexpr int steps = 16;
    const double low = all.members.front().value;
    const double high = all.members.back().value;
    if (!(low < high)) return;
    const bool by_ratio = low > 0 && high / low >= 8;
    const auto place_of = [&](double value) { return by_ratio ? std::log10(value) : value; };
    std::vector<plot::Point> means;
    std::vector<plot::Point> slopes;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double value = by_ratio ? low * std::pow(high / low, t) : low + (high - low) * t;
        const auto behaviour = analysis::rules::behaviour(page.study.activation, all.parameter.name, value);
        means.push_back({place_of(value), behaviour.mean});
        slopes.push_back({place_of(value), behaviour.slope});
    }
    double least = 0;
    double greatest = 0;
    for (const auto* points : {&means, &slopes})
        for (const auto& point : *points)
            if (std::isfinite(point.y)) {
                least = std::min(least, point.y);
                greatest = std::max(greatest, point.y);
            }
    const double room = std::max(0.1 * (greatest - least), 1e-3);
    const plot::Panel panel(boxes.right, {place_of(low), place_of(high), least - room, greatest + room});
    panel_title(page, boxes.right,
                wording.phrase("limitation.parameter_panel",
                               {{"parameter", to_math(formula::notate_parameter(all.parameter.name))}}));
    std::vector<AxisTick> ticks;
    if (by_ratio) {
        const double apart = page.px(34); // a number's width and some air
        for (const auto& member : all.members) {
            const double place = place_of(member.value);
            if (ticks.empty() || panel.x.to_px(place) - panel.x.to_px(ticks.back().at) >= apart)
                ticks.push_back({place, significant_for_people(member.value, 3)});
        }
    } else {
        ticks = number_ticks(low, high, 4.5);
    }
    draw_edges(page.scene, panel, context, ticks, number_ticks(panel.y.low(), panel.y.high(), 4), {.bottom = false});
    draw_segment(page.scene, panel.at(panel.x.low(), 0), panel.at(panel.x.high(), 0), axis, plot::Role::axis, "axis x");
    if (all.parameter.value > low && all.parameter.value < high) {
        const double x = panel.x.to_px(place_of(all.parameter.value));
        draw_segment(page.scene, {x, boxes.right.top}, {x, boxes.right.bottom}, dotted(context), plot::Role::asymptote,
                     "present value");
    }
    std::vector<plot::EndLabel> ends;
    const auto series = [&](const std::vector<plot::Point>& points, const plot::Hue& hue,
                            const std::vector<double>& dash, const char* key) {
        draw_points_line(
            page.scene, panel, points,
            {hue.stroke, context.profile.strokes.overlay, dash, dash.empty() ? plot::Cap::round : plot::Cap::butt},
            key);
        if (!std::isfinite(points.back().y)) return;
        ends.push_back({key,
                        context.typesetter.words(wording.text(key), context.profile.type.note, context.language,
                                                 plot::Weight::semibold),
                        panel.at(points.back().x, points.back().y), hue.text});
    };
    series(means, theme.function, {}, "limitation.mean_output");
    series(slopes, theme.derivative, context.profile.strokes.derivative.dash, "limitation.rms_slope");
    plot::place_end_labels(page.scene, ends, context.profile.ends);
}

} // namespace actlas::figure::limitation
