// All outputs while one input moves.

#include "figure/chart.hpp"
#include "figure/end_names.hpp"
#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/vector_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace actlas::figure {
namespace {

constexpr std::size_t curve_points = 801;
constexpr std::size_t most_curves = 6;

struct ResponseCurve {
    std::vector<std::size_t> outputs; ///< that share it
    std::vector<plot::Point> points;
};

std::vector<ResponseCurve> response_curves(const analysis::VectorStudy& study, const std::vector<double>& others,
                                           double low, double high) {
    std::vector<ResponseCurve> curves(study.activation.formula.outputs(study.inputs));
    for (std::size_t i = 0; i < curves.size(); ++i)
        curves[i].outputs = {i};
    for (std::size_t k = 0; k < curve_points; ++k) {
        std::vector<double> x = others;
        x[0] = low + (high - low) * static_cast<double>(k) / static_cast<double>(curve_points - 1);
        const std::vector<double> y = study.evaluate(x);
        for (std::size_t i = 0; i < curves.size(); ++i)
            curves[i].points.push_back({x[0], y[i]});
    }
    // One line for outputs that coincide.
    std::vector<ResponseCurve> merged;
    for (ResponseCurve& curve : curves) {
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const ResponseCurve& known) {
            return std::equal(known.points.begin(), known.points.end(), curve.points.begin(),
                              [](plot::Point p, plot::Point q) { return std::fabs(p.y - q.y) < 1e-9; });
        });
        if (same == merged.end())
            merged.push_back(std::move(curve));
        else
            same->outputs.push_back(curve.outputs.front());
    }
    return merged;
}

/// Where the value jumps, a gap.
std::vector<plot::Point> with_gaps(const std::vector<plot::Point>& points, double range) {
    std::vector<plot::Point> result;
    for (const plot::Point& point : points) {
        if (!result.empty() && std::fabs(point.y - result.back().y) > 0.12 * range)
            result.push_back({point.x, std::numeric_limits<double>::quiet_NaN()});
        result.push_back(point);
    }
    return result;
}

} // namespace

plot::Scene response_figure(const analysis::VectorStudy& study, const Context& context, const Options& options) {
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    const bool halves = study.evaluate.formula().of_halves();
    std::vector<double> others{0, 0.5, -1, 1.5, 0, -0.5};
    others.resize(study.inputs, 0.25);
    if (halves) others = std::vector<double>(study.inputs, 1);
    const auto [low, high] = options.x_range.value_or(std::pair(-5.0, 5.0));
    std::vector<double> told(others.begin() + 1, others.end());
    Sheet sheet =
        make_sheet(vector_texts("response", study, context, options, {{"others", analysis::vector_text(told)}}),
                   context, options, 430);
    const std::vector<ResponseCurve> curves = response_curves(study, others, low, high);
    double least = 0;
    double most = 0;
    for (const ResponseCurve& curve : curves)
        for (const plot::Point& point : curve.points)
            if (std::isfinite(point.y)) {
                least = std::min(least, point.y);
                most = std::max(most, point.y);
            }
    if (most - least < 1e-9) most = 1;
    const double room = 0.06 * (most - least);
    const auto name_of = [&](const ResponseCurve& curve) {
        std::vector<plot::MathNode> parts;
        for (const std::size_t i : curve.outputs) {
            if (!parts.empty()) parts.push_back({plot::MathNode::Kind::punctuation, ",", {}});
            parts.push_back({plot::MathNode::Kind::subscript, {}, {symbol("y"), number(static_cast<double>(i + 1))}});
        }
        if (study.activation.formula.size() == formula::VectorFormula::Size::one) parts = {symbol("y")};
        return context.typesetter.math(row(std::move(parts)), profile.type.note * 1.12);
    };
    double names_width = 0;
    for (const ResponseCurve& curve : curves)
        names_width = std::max(names_width, name_of(curve)->width());
    const plot::Box box{profile.page_margin + profile.px(34), sheet.top + profile.px(18),
                        sheet.scene.width - names_width - profile.px(end_names_gap + 22),
                        sheet.bottom - profile.px(44)};
    const plot::Panel panel(box, {low, high, least - room, most + room});
    draw_edges(sheet.scene, panel, context, number_ticks(low, high, 7), number_ticks(panel.y.low(), panel.y.high(), 5));
    const std::array<plot::Hue, most_curves> hues{theme.function, theme.derivative, theme.green,
                                                  theme.purple,   theme.ochre,      plot::Hue{theme.ink, theme.ink}};
    std::vector<EndName> names;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const plot::Hue& hue = hues[i % most_curves];
        const auto& dashes = profile.strokes.overlay_dashes;
        const auto& dash = dashes[i % dashes.size()];
        const std::string name = fmt::format("y{}", curves[i].outputs.front() + 1);
        draw_points_line(sheet.scene, panel, with_gaps(curves[i].points, most - least),
                         {hue.stroke, profile.strokes.overlay, dash, dash.empty() ? plot::Cap::round : plot::Cap::butt},
                         name);
        const plot::Point end = curves[i].points.back();
        names.push_back({{name, name_of(curves[i]), panel.at(end.x, end.y), hue.text}, hue.stroke});
    }
    require_end_names(sheet.scene, box, names, context);
    const auto axis = context.typesetter.math(
        plot::MathNode{plot::MathNode::Kind::subscript, {}, {symbol(halves ? "a" : "x"), number(1)}},
        profile.type.note * 1.12);
    put_text(sheet.scene, axis, {box.right + profile.px(10), box.bottom + profile.px(22)}, theme.ink, plot::Role::title,
             "input");
    return std::move(sheet.scene);
}

} // namespace actlas::figure
