// Inputs that share an output, and where the slope has the other sign.

#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace actlas::figure::limitation {

namespace {

/// Two inputs on both sides of a turning point that f takes to the same output, within [low, high].
struct Twins {
    double left = 0;
    double right = 0;
    double value = 0;
};

/// Where f turns nearest to 0, by samples; kinks count.
std::optional<double> turning_point(const formula::Evaluator& f, double low, double high) {
    constexpr int steps = 2000;
    std::optional<double> best;
    double before = f(low);
    double direction = 0;
    for (int i = 1; i <= steps; ++i) {
        const double x = low + (high - low) * i / steps;
        const double value = f(x);
        const double step = value - before;
        before = value;
        if (step == 0 || !std::isfinite(step)) continue;
        const double at = x - (high - low) / steps;
        if (direction * step < 0 && (!best || std::abs(at) < std::abs(*best))) best = at;
        direction = step;
    }
    return best;
}

/// The x in a monotone stretch from `turn` outwards at which f comes to `value`.
double solved(const formula::Evaluator& f, double turn, double edge, double value, bool minimum) {
    double inside = turn;
    double outside = edge;
    for (int i = 0; i < 80; ++i) {
        const double middle = (inside + outside) / 2;
        const bool reached = minimum ? f(middle) >= value : f(middle) <= value;
        (reached ? outside : inside) = middle;
    }
    return (inside + outside) / 2;
}

std::optional<Twins> twins(const formula::Evaluator& f, double low, double high) {
    const auto turn = turning_point(f, low, high);
    if (!turn) return std::nullopt;
    const double bottom = f(*turn);
    const double step = (high - low) / 400;
    const bool minimum = f(*turn - step) + f(*turn + step) > 2 * bottom;
    const double sign = minimum ? 1 : -1;
    // How far f comes back on either side before it turns again.
    const auto ceiling = [&](double edge) {
        double best = bottom;
        double at = *turn;
        for (int i = 1; i <= 400; ++i) {
            const double x = *turn + (edge - *turn) * i / 400;
            if (sign * f(x) < sign * best) break;
            best = f(x);
            at = x;
        }
        return std::pair{at, best};
    };
    const auto [left_edge, left_top] = ceiling(low);
    const auto [right_edge, right_top] = ceiling(high);
    const double rise = std::min(sign * (left_top - bottom), sign * (right_top - bottom));
    if (!(rise > 0)) return std::nullopt;
    const double value = bottom + sign * 0.6 * rise;
    return Twins{solved(f, *turn, left_edge, value, minimum), solved(f, *turn, right_edge, value, minimum), value};
}

} // namespace

void order(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const Pair boxes = side_by_side(page, 0.5, 10);
    const double reach = usual_reach(page);
    const auto pair = twins(page.study.f, -reach, reach);
    plot::Window window = window_of(page.study.f, -reach, reach);
    // What lies far above the turn would press it flat.
    if (pair && !page.study.properties.extrema.empty()) {
        const double turn = std::max(std::abs(pair->value), 0.12);
        window.y1 = std::min(window.y1, std::max(8 * turn, 1.0));
        window.y0 = std::max(window.y0, -std::max(8 * turn, 1.0));
    }
    const plot::Panel panel(boxes.left, window);
    const plot::Stroke axis{theme.axis, context.profile.axes.axis_width, {}, plot::Cap::butt};
    panel_title(page, boxes.left, wording.phrase("limitation.twins_panel"));
    draw_edges(page.scene, panel, context, number_ticks(-reach, reach, 5), number_ticks(window.y0, window.y1, 4),
               {.bottom = false});
    draw_segment(page.scene, panel.at(-reach, 0), panel.at(reach, 0), axis, plot::Role::axis, "axis x");
    if (pair)
        draw_segment(page.scene, panel.at(-reach, pair->value), panel.at(reach, pair->value), dotted(context),
                     plot::Role::asymptote, "one output");
    draw_curve(page.scene, panel, source(page.study, 0),
               {theme.function.stroke, context.profile.strokes.function.width, {}, plot::Cap::round, "f", false, true},
               context, true);
    if (pair) {
        for (const double x : {pair->left, pair->right}) {
            const plot::Point at = panel.at(x, pair->value);
            draw_point(page.scene, at, theme.function.stroke, context, false, "twin");
            page.notes.push_back(note_at(
                context, at,
                {label_text(context, {expression(row({symbol("x"),
                                                      relation("="),
                                                      {plot::MathNode::Kind::number, fixed_for_people(x, 2), {}}}))}),
                 label_text(context, {{plot::Run{fixed_for_people(x, 2), {}, plot::Weight::regular}}})},
                x == pair->left ? "left twin" : "right twin"));
        }
        page.notes.push_back(note_in(
            context, boxes.left, {boxes.left.right - page.px(50), panel.y.to_px(pair->value) - page.px(13)},
            {label_text(context,
                        {wording.phrase("limitation.one_output", {{"number", fixed_for_people(pair->value, 3)}})}),
             label_text(context, {{plot::Run{fixed_for_people(pair->value, 3), {}, plot::Weight::regular}}})},
            "one output"));
        page.notes.back().colour = theme.muted;
    }

    plot::Window slopes = window_of(page.study.slope, -reach, reach);
    slopes.y0 = std::max(slopes.y0, -4.0);
    slopes.y1 = std::min(slopes.y1, 4.0);
    const plot::Panel slope_panel(boxes.right, slopes);
    panel_title(page, boxes.right, wording.phrase("limitation.one_layer", {{"slope", of_x(1)}}));
    const auto& slope = page.study.slope;
    draw_area(
        page.scene, slope_panel, [&](double x) { return std::min(slope(x), 0.0); }, 0, -reach, reach,
        tint(theme.derivative.stroke, theme), "negative slope");
    draw_edges(page.scene, slope_panel, context, number_ticks(-reach, reach, 5), number_ticks(slopes.y0, slopes.y1, 4),
               {.bottom = false});
    draw_segment(page.scene, slope_panel.at(-reach, 0), slope_panel.at(reach, 0), axis, plot::Role::axis, "axis x");
    draw_curve(
        page.scene, slope_panel, source(page.study, 1),
        {theme.derivative.stroke, context.profile.strokes.function.width, {}, plot::Cap::round, "f'", true, true},
        context, true);
    const auto& lowest = page.study.properties.slope_infimum;
    if (!lowest.at.empty() && std::isfinite(lowest.value) && slope_panel.x.contains(lowest.at.front()) &&
        slope_panel.y.contains(lowest.value) && std::abs(slope(lowest.at.front()) - lowest.value) < 1e-6) {
        const plot::Point at = slope_panel.at(lowest.at.front(), lowest.value);
        draw_point(page.scene, at, theme.derivative.stroke, context, false, "least slope");
        page.notes.push_back(
            note_at(context, at,
                    {label_text(context, {wording.phrase("note.minimum_short", {{"number", number(lowest.value)}})})},
                    "least slope", plot::Side::below));
    }
    page.notes.push_back(note_in(context, boxes.right,
                                 {slope_panel.x.to_px(-0.55 * reach), slope_panel.y.to_px(0) - page.px(16)},
                                 {label_text(context, {wording.phrase("limitation.wrong_sign")})}, "negative slope"));
    page.notes.back().colour = theme.derivative.text;
}

} // namespace actlas::figure::limitation
