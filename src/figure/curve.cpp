#include "figure/curve_figure.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/headline.hpp"
#include "figure/magnifier.hpp"
#include "figure/notes.hpp"
#include "figure/window.hpp"
#include "plot/axes.hpp"
#include "plot/place.hpp"
#include "plot/tick_text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace actlas::figure {

namespace {

void append(std::vector<plot::LabelRequest>& all, std::vector<plot::LabelRequest> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

CurveFigure curve_figure(const analysis::Study& study, const Context& context, const Options& options) {
    const std::string title = options.title.value_or(study.activation.label.in(context.language));
    const Profile& profile = context.profile;
    plot::Scene scene =
        make_scene(options.width.value_or(profile.width), options.height.value_or(profile.height), context, title, {});
    Head head{title, {}, definitions(study, context.language)};
    head.subtitle = {plot::Run{headline(study, context.language), {}, plot::Weight::regular}};
    const double top = draw_head(scene, head, context) + profile.margins.below_head;

    plot::Box box{profile.margins.left, top, scene.width - profile.margins.right,
                  scene.height - profile.margins.bottom};
    plot::AxesOptions axes = profile.axes;
    axes.dashed_grid = options.dashed_grid;
    const auto set_number = [&](std::string_view text) {
        return context.typesetter.words(text, profile.type.tick, context.language);
    };
    const auto choose_panel = [&] {
        const plot::Panel panel(box, choose_window(study, box, options));
        AxisLandmarks round_numbers = axis_landmarks(study, panel.window(), options.derivative);
        axes.x_landmarks = std::move(round_numbers.x);
        axes.y_landmarks = std::move(round_numbers.y);
        axes.y_ticks = plot::choose_y_ticks(panel, axes);
        return panel;
    };
    std::optional<plot::Panel> chosen = choose_panel();
    // Long numbers need a wider margin.
    double numbers = 0;
    for (const double tick : axes.y_ticks)
        numbers = std::max(numbers, set_number(plot::tick_text(tick))->width());
    if (const double left = profile.placing.page_minimum + numbers + axes.number_gap + profile.px(2); left > box.left) {
        box.left = left;
        chosen = choose_panel();
    }
    const plot::Panel& panel = *chosen;
    scene.description = describe(study, panel.window(), options.derivative, context.language);

    std::vector<plot::LabelRequest> notes;
    if (options.annotate) append(notes, draw_regions(scene, panel, study, context));
    plot::draw_axes(scene, panel, context.theme, set_number, axes);
    if (options.annotate) append(notes, draw_asymptotes(scene, panel, study, context));

    const GraphCurves curves = draw_graph(scene, panel, study, context, options.derivative, false);
    if (options.annotate) {
        append(notes, draw_poles(scene, panel, study, context, curves.function));
        draw_magnifier(scene, panel, study, context, options.derivative);
        append(notes, draw_landmarks(scene, panel, study, context, options.derivative));
    }

    std::vector<plot::EndLabel> ends;
    const auto label_end = [&](const plot::Curve& curve, int order, plot::Colour colour) {
        if (!curve.end) return;
        plot::Point end = *curve.end;
        // A curve that leaves through the top or bottom at a small angle is seen for half its width beyond its end.
        if (end.x < box.right - profile.px(8)) {
            const double x = panel.x.to_data(end.x);
            const double slope = order == 0 ? study.slope(x) : study.curvature(x);
            const double steepness = std::abs(slope * panel.y.factor() / panel.x.factor());
            const double width = order == 0 ? profile.strokes.function.width : profile.strokes.derivative.width;
            if (steepness > 0) end.x += std::min(width / (2 * steepness), profile.px(80));
        }
        // At the bottom the label keeps off the numbers there.
        end.y = std::min(end.y, box.bottom - profile.px(10));
        auto text = context.typesetter.math(of_x(order), profile.type.end_label);
        // Nor may the y axis run through it.
        const double room = profile.px(6);
        if (panel.x.contains(0)) {
            const double axis = panel.x.to_px(0);
            const double left = end.x + profile.ends.gap;
            if (left - room < axis && axis < left + text->ink().width() + room) end.x = axis + room - profile.ends.gap;
        }
        ends.push_back({order == 0 ? "f(x)" : "f'(x)", std::move(text), end, colour});
    };
    label_end(curves.function, 0, context.theme.function.text);
    if (curves.derivative) label_end(*curves.derivative, 1, context.theme.derivative.text);
    plot::EndLabelOptions end_options = profile.ends;
    for (const plot::Mark& mark : scene.marks) // a tall formula of the head comes close to curves that leave upwards
        if (mark.name == "formula")
            end_options.top = std::max(end_options.top.value_or(end_options.page_margin),
                                       plot::bounds(mark).bottom + end_options.clearance + profile.px(1));
    // Curves that leave through the top or bottom side by side: both labels stand right of both, not on the other
    // curve.
    if (ends.size() == 2 && std::abs(ends[0].end.x - ends[1].end.x) < profile.px(80))
        end_options.left = std::max(ends[0].end.x, ends[1].end.x) + end_options.gap;
    // Nor on the axis, where a curve ends on it before the edge of the panel.
    for (const plot::EndLabel& each : ends)
        if (panel.y.contains(0) && each.end.x < box.right - profile.px(8) &&
            std::abs(each.end.y - panel.y.to_px(0)) < profile.px(14))
            end_options.left = box.right + end_options.gap - profile.px(4);
    plot::place_end_labels(scene, ends, end_options);
    place_notes(scene, std::move(notes), profile.most_notes, context);
    return {std::move(scene), panel.window()};
}

plot::Scene curve(const analysis::Study& study, const Context& context, const Options& options) {
    return curve_figure(study, context, options).scene;
}

} // namespace actlas::figure
