#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/end_names.hpp"
#include "figure/experiments.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace actlas::figure {

namespace {

std::vector<plot::Hue> hues(const Depths& depths, const Context& context) {
    const auto& theme = context.theme;
    const std::array<plot::Hue, 6> all{theme.function, theme.derivative, theme.green,
                                       theme.purple,   theme.ochre,      plot::Hue{theme.ink, theme.ink}};
    std::vector<plot::Hue> result;
    for (const auto& network : depths.networks) {
        const auto at = std::find(depths.studies.begin(), depths.studies.end(), network.study);
        result.push_back(all[static_cast<std::size_t>(at - depths.studies.begin()) % all.size()]);
    }
    return result;
}

/// "Tanh  σ² = 1".
std::shared_ptr<const plot::Typeset> label_of(const DeepNetwork& network, const Context& context) {
    std::vector<plot::Run> runs{{network.study->activation.name + "  ", {}, plot::Weight::semibold}};
    runs.push_back(
        {{},
         {row({plot::MathNode{
                   plot::MathNode::Kind::superscript, {}, {symbol("σ"), {plot::MathNode::Kind::number, "2", {}}}},
               relation("="), text_number(significant_for_people(network.weight_variance, 3))})},
         plot::Weight::regular});
    return context.typesetter.line(runs, context.profile.type.note, context.language);
}

constexpr double most_drawn_decades = 24; ///< up or down, beyond which nothing is drawn

/// The part of a line that is drawn.
std::vector<plot::Point> drawn(const std::vector<plot::Point>& points) {
    std::vector<plot::Point> result;
    for (const auto& point : points) {
        if (std::abs(point.y) > most_drawn_decades) break;
        result.push_back(point);
    }
    return result;
}

std::vector<Measured> drawn(const std::vector<Measured>& points) {
    std::vector<Measured> result;
    for (const auto& point : points) {
        if (std::abs(point.least) > most_drawn_decades || std::abs(point.greatest) > most_drawn_decades) break;
        result.push_back(point);
    }
    return result;
}

/// One of the two quantities of a network, in theory and as measured.
struct Quantity {
    std::vector<plot::Point> DeepNetwork::*theory;
    std::vector<Measured> DeepNetwork::*measured;
};

/// A point for the mean of the networks measured, and a bar from the least to the greatest of them.
void draw_measured(plot::Scene& scene, const plot::Panel& panel, const std::vector<Measured>& points, plot::Colour hue,
                   const Context& context, const std::string& name) {
    const auto& profile = context.profile;
    for (const auto& point : points) {
        const auto at = [&](double decades) { return panel.at(point.layer, decades); };
        draw_segment(scene, at(point.least), at(point.greatest), {hue, profile.px(1.1), {}, plot::Cap::butt},
                     plot::Role::guide, "spread " + name);
        scene.marks.push_back(
            {plot::Role::point,
             plot::PointMark{at(point.mean), profile.px(3), hue, context.theme.page, false, profile.px(0.9)},
             "measured " + name});
    }
}

void draw_quantity(plot::Scene& scene, const plot::Box& box, const Depths& depths, const Quantity& quantity,
                   const Context& context, bool x_numbers, bool names_needed) {
    double low = -0.5;
    double high = 0.5;
    const auto widen = [&](double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    };
    for (const auto& network : depths.networks) {
        for (const auto& point : drawn(network.*quantity.theory))
            widen(point.y);
        for (const auto& point : drawn(network.*quantity.measured)) {
            widen(point.least);
            widen(point.greatest);
        }
    }
    const double room = 0.05 * (high - low);
    const auto layers = static_cast<double>(depths.settings.depth);
    // The last number stays clear of the names beside the panel.
    const plot::Panel panel(box, {0, 1.05 * layers, low - room, high + room});
    const double most = std::clamp(std::floor(box.height() / context.profile.px(28)), 2.0, 6.0);
    auto ticks = decade_ticks(panel.y.low(), panel.y.high(), static_cast<std::size_t>(most));
    draw_edges(scene, panel, context, number_ticks(0, layers, 6), ticks, {.numbers = x_numbers});
    draw_segment(scene, panel.at(0, 0), panel.at(panel.x.high(), 0), dotted(context), plot::Role::asymptote, "kept");
    const std::vector<plot::Hue> colours = hues(depths, context);
    const auto& strokes = context.profile.strokes;
    std::vector<EndName> names;
    for (std::size_t i = 0; i < depths.networks.size(); ++i) {
        const auto& network = depths.networks[i];
        const auto points = drawn(network.*quantity.theory);
        const plot::Stroke stroke{colours[i].stroke, strokes.overlay,
                                  network.recommended ? strokes.overlay_dashes[1] : std::vector<double>{},
                                  network.recommended ? plot::Cap::butt : plot::Cap::round};
        const std::string name = fmt::format("{} {}", network.study->activation.id, shortest(network.weight_variance));
        draw_points_line(scene, panel, points, stroke, name);
        names.push_back(
            {{name, label_of(network, context), panel.at(points.back().x, points.back().y), colours[i].text},
             colours[i].stroke});
    }
    // On top of all lines, so that none is hidden.
    for (std::size_t i = 0; i < depths.networks.size(); ++i)
        draw_measured(scene, panel, drawn(depths.networks[i].*quantity.measured), colours[i].stroke, context,
                      depths.networks[i].study->activation.id);
    if (names_needed)
        require_end_names(scene, box, names, context);
    else
        draw_end_names(scene, box, names, context); // the other panel has the same curves in the same colours
}

} // namespace

plot::Scene depth(const Studies& studies, const Context& context, const Options& options) {
    return depth(measure_depths(studies, options.weight_variance, options.experiments, 1), context, options);
}

plot::Scene depth(const Depths& depths, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const auto& all = depths.networks;
    std::vector<std::string> names;
    for (const auto* study : depths.studies)
        names.push_back(study->activation.name);
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("depth.title"));
    const bool dashed =
        std::any_of(all.begin(), all.end(), [](const DeepNetwork& network) { return network.recommended; });
    texts.subtitle = wording.text(depths.variance_given ? "depth.subtitle_given"
                                  : dashed              ? "depth.subtitle_both"
                                                        : "depth.subtitle_edge");
    const std::string width = std::to_string(depths.settings.width);
    const std::string layers = std::to_string(depths.settings.depth);
    const std::string networks = std::to_string(depths.settings.networks);
    texts.foot = {wording.text("depth.foot"),
                  wording.text("depth.foot_measured", {{"width", width}, {"networks", networks}})};
    std::vector<std::string> without_edge;
    for (const auto& network : all) {
        if (network.recommended || depths.variance_given || !network.study->signals.edge.points.empty()) continue;
        without_edge.push_back(network.study->activation.name);
    }
    if (!without_edge.empty())
        texts.foot.push_back(wording.text(without_edge.size() > 1 ? "depth.no_edges" : "depth.no_edge",
                                          {{"name", listed(without_edge, context.language)}}));
    texts.description = wording.text(
        "alt.depth", {{"names", listed(names, context.language)}, {"width", width}, {"networks", networks}});
    for (const auto& network : all) {
        if (network.gradient.back().x != depths.settings.depth) continue;
        const auto say = [&](const char* key, double decades) {
            if (context.language == Language::en) texts.description += ' ';
            texts.description += wording.text(key, {{"name", network.study->activation.name},
                                                    {"layers", layers},
                                                    {"variance", significant_for_people(network.weight_variance, 3)},
                                                    {"factor", significant_for_people(std::pow(10, decades), 2)}});
        };
        say("alt.depth_factor", network.gradient.back().y);
        const auto& found = network.measured_gradient;
        if (!found.empty() && found.back().layer == depths.settings.depth) say("alt.depth_measured", found.back().mean);
    }
    Sheet sheet = make_sheet(texts, context, options, 600);
    const double left = profile.page_margin + profile.px(38);
    double names_width = profile.px(120);
    for (const auto& network : all)
        names_width = std::max(names_width, label_of(network, context)->width());
    const double right = sheet.scene.width - names_width - profile.px(end_names_gap + 16);
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
    draw_quantity(sheet.scene, upper, depths, {&DeepNetwork::gradient, &DeepNetwork::measured_gradient}, context, false,
                  true);
    title(lower, "depth.signal_panel");
    draw_quantity(sheet.scene, lower, depths, {&DeepNetwork::signal, &DeepNetwork::measured_signal}, context, true,
                  false);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
