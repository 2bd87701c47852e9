#include "analysis/gaussian.hpp"
#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

constexpr int most_layers = 50;
constexpr double most_decades = 24; ///< up or down, beyond which nothing is drawn

/// One network: an activation with weights of some variance.
struct Network {
    const analysis::Study* study = nullptr;
    double weight_variance = 0;
    bool recommended = false; ///< by PyTorch's gain, not by the edge of chaos or the user
    plot::Hue hue;
    std::vector<plot::Point> gradient; ///< (layer, decimal logarithm of the size against that at layer 0)
    std::vector<plot::Point> signal;
};

/// Root mean square sizes of signal and gradient after each layer, in the limit of great width
/// (analysis/mean_field.hpp); the signal starts with mean square 1.
void propagate(Network& network) {
    std::vector<double> splits;
    for (const auto& kink : network.study->properties.kinks)
        splits.push_back(kink.x);
    double length = 1;
    double gradient = 0;
    network.signal = {{0, 0}};
    network.gradient = {{0, 0}};
    for (int layer = 1; layer <= most_layers; ++layer) {
        const auto moments = analysis::gaussian_moments(network.study->f, network.study->slope, splits, length, 400);
        const double chi = network.weight_variance * moments.slope_second_moment.value;
        length = network.weight_variance * moments.second_moment.value;
        if (!std::isfinite(chi) || !(chi > 0) || !std::isfinite(length) || !(length > 0)) return;
        gradient += std::log10(chi) / 2;
        const double signal = std::log10(length) / 2;
        if (std::abs(gradient) <= most_decades) network.gradient.push_back({static_cast<double>(layer), gradient});
        if (std::abs(signal) > most_decades) return;
        network.signal.push_back({static_cast<double>(layer), signal});
    }
}

/// The variance that keeps gradients from vanishing and from exploding, without biases; else that which keeps the size
/// of signals.
double critical_variance(const analysis::Study& study) {
    if (!study.signals.edge.points.empty()) return study.signals.edge.points.front().weight_variance;
    const double gain = study.properties.gaussian.forward_gain.value;
    return gain * gain;
}

std::vector<Network> networks(const Studies& studies, const Context& context, const Options& options) {
    const auto& theme = context.theme;
    const std::array<plot::Hue, 6> hues{theme.function, theme.derivative, theme.green,
                                        theme.purple,   theme.ochre,      plot::Hue{theme.ink, theme.ink}};
    std::vector<Network> result;
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const plot::Hue hue = hues[i % hues.size()];
        const double variance = options.weight_variance.value_or(critical_variance(*studies[i]));
        result.push_back({studies[i], variance, false, hue, {}, {}});
        const auto gain = studies[i]->signals.recommended_gain;
        if (!options.weight_variance && gain && std::abs(*gain * *gain / variance - 1) > 1e-6)
            result.push_back({studies[i], *gain * *gain, true, hue, {}, {}});
    }
    for (auto& network : result)
        if (std::isfinite(network.weight_variance)) propagate(network);
    std::erase_if(result, [](const Network& network) { return network.gradient.size() < 2; });
    return result;
}

/// "Tanh  σ² = 1".
std::shared_ptr<const plot::Typeset> label_of(const Network& network, const Context& context) {
    std::vector<plot::Run> runs{{network.study->activation.name + "  ", {}, plot::Weight::semibold}};
    runs.push_back(
        {{},
         {row({plot::MathNode{
                   plot::MathNode::Kind::superscript, {}, {symbol("σ"), {plot::MathNode::Kind::number, "2", {}}}},
               relation("="),
               {plot::MathNode::Kind::number, significant_for_people(network.weight_variance, 3), {}}})},
         plot::Weight::regular});
    return context.typesetter.line(runs, context.profile.type.note, context.language);
}

void draw_quantity(plot::Scene& scene, const plot::Box& box, const std::vector<Network>& all,
                   std::vector<plot::Point> Network::*quantity, const Context& context, bool x_numbers,
                   bool names_needed) {
    double low = -0.5;
    double high = 0.5;
    for (const auto& network : all)
        for (const auto& point : network.*quantity) {
            low = std::min(low, point.y);
            high = std::max(high, point.y);
        }
    const double room = 0.05 * (high - low);
    // The last number stays clear of the names beside the panel.
    const plot::Panel panel(box, {0, 1.05 * most_layers, low - room, high + room});
    const double most = std::clamp(std::floor(box.height() / context.profile.px(28)), 2.0, 6.0);
    auto ticks = decade_ticks(panel.y.low(), panel.y.high(), static_cast<std::size_t>(most));
    draw_edges(scene, panel, context, number_ticks(0, most_layers, 6), ticks, {.numbers = x_numbers});
    draw_segment(scene, panel.at(0, 0), panel.at(panel.x.high(), 0), dotted(context), plot::Role::asymptote, "kept");
    std::vector<plot::EndLabel> labels;
    for (const auto& network : all) {
        const auto& points = network.*quantity;
        const auto& strokes = context.profile.strokes;
        const plot::Stroke stroke{network.hue.stroke, strokes.overlay,
                                  network.recommended ? strokes.overlay_dashes[1] : std::vector<double>{},
                                  network.recommended ? plot::Cap::butt : plot::Cap::round};
        const std::string name = fmt::format("{} {}", network.study->activation.id, shortest(network.weight_variance));
        draw_points_line(scene, panel, points, stroke, name);
        labels.push_back(
            {name, label_of(network, context), panel.at(points.back().x, points.back().y), network.hue.text});
    }
    plot::EndLabelOptions options = context.profile.ends;
    options.left = box.right + context.profile.px(8);
    options.top = box.top - context.profile.px(10);
    options.bottom = box.bottom + context.profile.px(10);
    const bool fit = plot::end_labels_height(labels, options) <= *options.bottom - *options.top;
    if (!fit && names_needed)
        throw InputError(
            Diagnostic{Diagnostic::Severity::error,
                       fmt::format("a figure of this size has no room for the names of {} networks", labels.size()),
                       std::nullopt, "show fewer activations, or make it a figure of a document"});
    // The other panel has the same curves in the same colours.
    if (fit) plot::place_end_labels(scene, labels, options);
}

} // namespace

plot::Scene depth(const Studies& studies, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const std::vector<Network> all = networks(studies, context, options);
    std::vector<std::string> names;
    for (const auto* study : studies)
        names.push_back(study->activation.name);
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("depth.title"));
    const bool dashed = std::any_of(all.begin(), all.end(), [](const Network& each) { return each.recommended; });
    texts.subtitle = wording.text(options.weight_variance ? "depth.subtitle_given"
                                  : dashed                ? "depth.subtitle_both"
                                                          : "depth.subtitle_edge");
    texts.foot = {wording.text("depth.foot")};
    for (const auto& network : all) {
        if (network.recommended || options.weight_variance || !network.study->signals.edge.points.empty()) continue;
        texts.foot.push_back(wording.text("depth.no_edge", {{"name", network.study->activation.name}}));
    }
    texts.description = wording.text("alt.depth", {{"names", listed(names, context.language)}});
    for (const auto& network : all) {
        if (network.gradient.back().x != most_layers) continue;
        if (context.language == Language::en) texts.description += ' ';
        texts.description += wording.text(
            "alt.depth_factor", {{"name", network.study->activation.name},
                                 {"variance", significant_for_people(network.weight_variance, 3)},
                                 {"factor", significant_for_people(std::pow(10, network.gradient.back().y), 2)}});
    }
    Sheet sheet = make_sheet(texts, context, options, 600);
    const double left = profile.page_margin + profile.px(38);
    double names_width = profile.px(120);
    for (const auto& network : all)
        names_width = std::max(names_width, label_of(network, context)->width());
    const double right = sheet.scene.width - names_width - profile.px(24);
    const double top = sheet.top + profile.px(30);
    const double bottom = sheet.bottom - profile.px(46);
    const double gap = profile.px(40);
    const double height = bottom - top - gap;
    const plot::Box upper{left, top, right, top + 0.6 * height};
    const plot::Box lower{left, upper.bottom + gap, right, bottom};
    const auto title = [&](const plot::Box& box, const char* key) {
        draw_panel_title(sheet.scene, wording.phrase(key, {{"layers", symbol("L")}}, plot::Weight::semibold),
                         {profile.page_margin, box.top - profile.px(14)}, context);
    };
    title(upper, "depth.gradient_panel");
    draw_quantity(sheet.scene, upper, all, &Network::gradient, context, false, true);
    title(lower, "depth.signal_panel");
    draw_quantity(sheet.scene, lower, all, &Network::signal, context, true, false);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
