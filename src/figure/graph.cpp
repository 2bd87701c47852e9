#include "figure/graph.hpp"

#include "figure/window.hpp"

#include <utility>

namespace actlas::figure {

namespace {

void size_point(plot::PointMark& point, const Profile& profile) {
    point.radius = profile.strokes.point_radius;
    point.ring = point.hollow ? profile.strokes.hollow_ring : profile.strokes.point_ring;
}

} // namespace

double curve_end_inset(const plot::Panel& panel) {
    return 0.008 * (panel.x.high() - panel.x.low());
}

plot::CurveSource source(const analysis::Study& study, int order) {
    plot::CurveSource result;
    if (order == 0)
        result.value = [&study](double x) { return study.f(x); };
    else
        result.value = [&study](double x) { return defined_slope(study, x); };
    const auto& slope = order == 0 ? study.slope : study.curvature;
    result.slope = [&slope](double x) { return slope(x); };
    for (const auto& kink : study.properties.kinks)
        result.splits.push_back(kink.x);
    // A bend in f' (a jump of f'') lies where a strict extremum of f' was found at a break point; tracing finds the
    // others.
    for (const auto& extremum : study.properties.slope_extrema)
        result.splits.push_back(extremum.x);
    return result;
}

plot::Curve draw_curve(plot::Scene& scene, const plot::Panel& panel, const plot::CurveSource& source,
                       const CurveStyle& style, const Context& context, bool to_edge) {
    plot::CurveOptions options;
    if (!to_edge) options.to = panel.x.high() - curve_end_inset(panel);
    plot::Curve curve = plot::trace(source, panel, options);
    scene.marks.push_back(plot::curve_mark(curve, {style.colour, style.width, style.dash, style.cap}, style.name));
    if (style.dots) draw_jumps(scene, curve, panel, style, context);
    return curve;
}

void draw_jumps(plot::Scene& scene, const plot::Curve& curve, const plot::Panel& panel, const CurveStyle& style,
                const Context& context) {
    for (auto& mark : plot::jump_marks(curve, panel, style.colour, context.theme.page, style.name)) {
        auto& point = std::get<plot::PointMark>(mark.shape);
        point.hollow = point.hollow || style.hollow_jumps;
        size_point(point, context.profile);
        scene.marks.push_back(std::move(mark));
    }
}

GraphCurves draw_graph(plot::Scene& scene, const plot::Panel& panel, const analysis::Study& study,
                       const Context& context, bool derivative, bool small) {
    const auto& theme = context.theme;
    GraphCurves curves;
    const auto& strokes = context.profile.strokes;
    const Profile::Line& function_line = small ? strokes.panel_function : strokes.function;
    const CurveStyle function{
        theme.function.stroke, function_line.width, function_line.dash, plot::Cap::round, "f", false, false};
    curves.function = draw_curve(scene, panel, source(study, 0), function, context);
    if (derivative) {
        const Profile::Line& line = small ? strokes.panel_derivative : strokes.derivative;
        const CurveStyle slope{theme.derivative.stroke, line.width, line.dash, plot::Cap::butt, "f'", true, !small};
        curves.derivative = draw_curve(scene, panel, source(study, 1), slope, context);
    }
    // What f itself does at a jump is seen even where f' passes.
    draw_jumps(scene, curves.function, panel, function, context);
    return curves;
}

void draw_point(plot::Scene& scene, plot::Point centre, plot::Colour colour, const Context& context, bool hollow,
                std::string name) {
    plot::PointMark point;
    point.centre = centre;
    point.colour = colour;
    point.background = context.theme.page;
    point.hollow = hollow;
    size_point(point, context.profile);
    scene.marks.push_back({plot::Role::point, point, std::move(name)});
}

} // namespace actlas::figure
