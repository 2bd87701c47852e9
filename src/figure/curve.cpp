#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/headline.hpp"
#include "figure/notes.hpp"
#include "figure/window.hpp"
#include "plot/axes.hpp"
#include "plot/place.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace actlas::figure {

namespace {

void append(std::vector<plot::LabelRequest>& all, std::vector<plot::LabelRequest> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

} // namespace

plot::Scene curve(const analysis::Study& study, const Context& context, const Options& options) {
    const std::string title = options.title.value_or(study.activation.label.in(context.language));
    const Profile& profile = context.profile;
    plot::Scene scene =
        make_scene(options.width.value_or(profile.width), options.height.value_or(profile.height), context, title, {});
    Head head{title, {}, definitions(study, context.language)};
    head.subtitle = {plot::Run{headline(study, context.language), {}, plot::Weight::regular}};
    const double top = draw_head(scene, head, context) + profile.margins.below_head;

    const plot::Box box{profile.margins.left, top, scene.width - profile.margins.right,
                        scene.height - profile.margins.bottom};
    const plot::Panel panel(box, choose_window(study, box, options));
    scene.description = describe(study, panel.window(), options.derivative, context.language);

    std::vector<plot::LabelRequest> notes;
    if (options.annotate) append(notes, draw_regions(scene, panel, study, context));
    plot::AxesOptions axes = profile.axes;
    axes.dashed_grid = options.dashed_grid;
    plot::draw_axes(
        scene, panel, context.theme,
        [&](std::string_view text) { return context.typesetter.words(text, profile.type.tick, context.language); },
        axes);
    if (options.annotate) append(notes, draw_asymptotes(scene, panel, study, context));

    const GraphCurves curves = draw_graph(scene, panel, study, context, options.derivative, false);
    if (options.annotate) append(notes, draw_landmarks(scene, panel, study, context, options.derivative));

    std::vector<plot::EndLabel> ends;
    const auto label_end = [&](const plot::Curve& curve, int order, plot::Colour colour) {
        if (curve.end)
            ends.push_back({order == 0 ? "f(x)" : "f'(x)", context.typesetter.math(of_x(order), profile.type.end_label),
                            *curve.end, colour});
    };
    label_end(curves.function, 0, context.theme.function.text);
    if (curves.derivative) label_end(*curves.derivative, 1, context.theme.derivative.text);
    plot::EndLabelOptions end_options = profile.ends;
    // Curves that leave through the top or bottom side by side: both labels stand right of both, not on the other
    // curve.
    if (ends.size() == 2 && std::abs(ends[0].end.x - ends[1].end.x) < profile.px(80))
        end_options.left = std::max(ends[0].end.x, ends[1].end.x) + end_options.gap;
    plot::place_end_labels(scene, ends, end_options);
    place_notes(scene, std::move(notes), profile.most_notes, context);
    return scene;
}

} // namespace actlas::figure
