// How mean and variance of a signal move from layer to layer.

#include "analysis/gaussian.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace actlas::figure::limitation {

namespace {

constexpr int layers = 20;

struct Layer {
    double mean = 0;
    double variance = 0;
};

/// The outputs of each layer, the first one's inputs being N(0, 1): the inputs of the next are N(0, E f^2), as weights
/// of mean 0 and variance 1/n make them. Ends early where a variance leaves what can be drawn.
std::vector<Layer> propagated(const analysis::Study& study) {
    std::vector<double> splits;
    for (const auto& kink : study.properties.kinks)
        splits.push_back(kink.x);
    std::vector<Layer> result;
    double length = 1;
    for (int i = 0; i < layers; ++i) {
        const auto moments = analysis::gaussian_moments(study.f, study.slope, splits, length, 400);
        if (!std::isfinite(moments.mean.value) || !std::isfinite(moments.variance.value)) break;
        result.push_back({moments.mean.value, moments.variance.value});
        length = moments.second_moment.value;
        if (!(length > 1e-30) || !(length < 1e12)) break;
    }
    return result;
}

void mark(Page& page, const plot::Panel& panel, double layer, double value, double shown, const char* name) {
    const plot::Point at = panel.at(layer, value);
    page.notes.push_back(note_at(
        page.context, at,
        {label_text(
            page.context,
            {{plot::Run{significant_for_people(std::abs(shown) < 1e-12 ? 0 : shown, 3), {}, plot::Weight::regular}}})},
        name));
}

void series(Page& page, const plot::Panel& panel, const std::vector<plot::Point>& points, const char* name) {
    const auto& hue = page.context.theme.function;
    draw_points_line(page.scene, panel, points,
                     {hue.stroke, page.context.profile.strokes.panel_derivative.width, {}, plot::Cap::round}, name);
    for (const auto& point : points)
        if (panel.y.contains(point.y))
            draw_point(page.scene, panel.at(point.x, point.y), hue.stroke, page.context, false, name);
}

} // namespace

void moments(Page& page) {
    const Context& context = page.context;
    const Wording& wording = Wording::in(context.language);
    const Pair boxes = side_by_side(page, 0.5, 10);
    const std::vector<Layer> outputs = propagated(page.study);
    std::vector<plot::Point> means{{0, 0}};
    std::vector<plot::Point> variances{{0, 0}};
    double low = 0;
    double high = 0;
    double decades_low = 0;
    double decades_high = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto layer = static_cast<double>(i + 1);
        means.push_back({layer, outputs[i].mean});
        low = std::min(low, outputs[i].mean);
        high = std::max(high, outputs[i].mean);
        if (!(outputs[i].variance > 0)) continue;
        variances.push_back({layer, std::log10(outputs[i].variance)});
        decades_low = std::min(decades_low, variances.back().y);
        decades_high = std::max(decades_high, variances.back().y);
    }
    const double room = std::max(0.12 * (high - low), 0.05);
    const double decades_room = std::max(0.1 * (decades_high - decades_low), 0.12);
    const plot::Panel left(boxes.left, {0, layers + 0.5, low - room, high + room});
    const plot::Panel right(boxes.right, {0, layers + 0.5, decades_low - decades_room, decades_high + decades_room});

    panel_title(page, boxes.left, wording.phrase("limitation.mean_panel"));
    panel_title(page, boxes.right, wording.phrase("limitation.variance_panel"));
    const auto layer_ticks = number_ticks(0, layers, 5);
    draw_edges(page.scene, left, context, layer_ticks, number_ticks(left.y.low(), left.y.high(), 4));
    draw_segment(page.scene, left.at(0, 0), left.at(layers + 0.5, 0), dotted(context), plot::Role::asymptote, "kept");
    auto decades = decade_ticks(right.y.low(), right.y.high(), 6);
    if (decades.size() < 2) {
        decades.clear();
        for (const double value : {0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0})
            if (right.y.contains(std::log10(value)))
                decades.push_back({std::log10(value), significant_for_people(value, 2)});
    }
    draw_edges(page.scene, right, context, layer_ticks, decades);
    draw_segment(page.scene, right.at(0, 0), right.at(layers + 0.5, 0), dotted(context), plot::Role::asymptote, "kept");
    series(page, left, means, "mean");
    series(page, right, variances, "variance");
    if (outputs.empty()) return;
    mark(page, left, 1, outputs.front().mean, outputs.front().mean, "mean after 1");
    if (variances.size() > 1 && variances[1].x == 1)
        mark(page, right, 1, variances[1].y, outputs.front().variance, "variance after 1");
    if (outputs.size() < 3) return;
    mark(page, left, static_cast<double>(outputs.size()), outputs.back().mean, outputs.back().mean, "mean at the end");
    if (variances.size() > 2)
        mark(page, right, variances.back().x, variances.back().y, std::pow(10, variances.back().y),
             "variance at the end");
}

} // namespace actlas::figure::limitation
