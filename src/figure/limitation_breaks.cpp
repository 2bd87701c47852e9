// The place where f or its slope jumps, or where f has no value, enlarged.

#include "base/infinity.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/limitation.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/axes.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace actlas::figure::limitation {

namespace {

void draw_frame(Page& page, const plot::Panel& panel) {
    draw_edges(page.scene, panel, page.context, number_ticks(panel.x.low(), panel.x.high(), 5),
               number_ticks(panel.y.low(), panel.y.high(), 4));
}

void draw_f(Page& page, const plot::Panel& panel) {
    const auto& profile = page.context.profile;
    draw_curve(
        page.scene, panel, source(page.study, 0),
        {page.context.theme.function.stroke, profile.strokes.function.width, {}, plot::Cap::round, "f", false, true},
        page.context, true);
}

/// The kinks of the finding's order, the one nearest to 0 first.
std::vector<analysis::Kink> kinks_of(const Page& page) {
    const int wanted = page.finding.kind == "jump" ? 0 : 1;
    std::vector<analysis::Kink> kinks;
    for (const auto& kink : page.study.properties.kinks)
        if (kink.order == wanted) kinks.push_back(kink);
    std::stable_sort(kinks.begin(), kinks.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.x) < std::abs(b.x); });
    return kinks;
}

/// How far to both sides of a break the enlarged view reaches: not to the next break.
double close_up(const Page& page, const analysis::Kink& kink) {
    double half = 0.5;
    for (const auto& other : page.study.properties.kinks) {
        const double distance = std::abs(other.x - kink.x);
        if (distance > 0) half = std::min(half, 0.6 * distance);
    }
    return std::max(half, 1e-3 * std::max(1.0, std::abs(kink.x)));
}

void draw_kink(Page& page, const plot::Box& box, const analysis::Kink& kink) {
    const Context& context = page.context;
    const Wording& wording = Wording::in(context.language);
    const double half = close_up(page, kink);
    const double value = page.study.f(kink.x);
    // One scale on both axes where the slopes allow it: the angles are then the true ones.
    const auto size = [&](double slope, int side) { // of an infinite one: how far f gets within the view
        return std::isfinite(slope) ? std::abs(slope) : std::abs(page.study.f(kink.x + side * half) - value) / half;
    };
    const double steepest = std::max({size(kink.left, -1), size(kink.right, 1), 0.3});
    const double tall = steepest * half * 1.25;
    plot::Window window{kink.x - half, kink.x + half, value - tall, value + tall};
    if (steepest < 3) window = plot::equal_scales(window, box);
    const plot::Panel panel(box, window);
    panel_title(page, box, wording.phrase("limitation.enlarged", {{"number", short_number(kink.x)}}));
    draw_frame(page, panel);
    const auto line = [&](double slope, int side, const char* name) {
        if (!std::isfinite(slope)) {
            const double x = panel.x.to_px(kink.x);
            draw_segment(page.scene, {x, box.top}, {x, box.bottom}, dotted(context), plot::Role::asymptote, name);
            return;
        }
        // Each tangent goes on beyond the kink, where the function leaves it.
        const auto path = plot::straight_line(panel, slope, value - slope * kink.x, kink.x,
                                              side < 0 ? panel.x.high() : panel.x.low());
        if (path)
            page.scene.marks.push_back({plot::Role::asymptote, plot::PathMark{*path, dotted(context), {}, box}, name});
    };
    line(kink.left, -1, "left tangent");
    line(kink.right, 1, "right tangent");
    draw_f(page, panel);
    draw_point(page.scene, panel.at(kink.x, value), context.theme.function.stroke, context, false, "kink");
    const auto label = [&](double slope, int side, const char* key) {
        const double x = kink.x + side * 0.55 * (side < 0 ? kink.x - panel.x.low() : panel.x.high() - kink.x);
        const double y = std::clamp(page.study.f(x), panel.y.low(), panel.y.high());
        page.notes.push_back(note_at(context, panel.at(x, y),
                                     {label_text(context, {wording.phrase(key, {{"number", number(slope)}})}),
                                      label_text(context, {expression(number(slope))})},
                                     key));
    };
    label(kink.left, -1, "limitation.left_slope");
    label(kink.right, 1, "limitation.right_slope");
}

void draw_jump(Page& page, const plot::Box& box, const analysis::Kink& kink) {
    const Context& context = page.context;
    const Wording& wording = Wording::in(context.language);
    const double half = close_up(page, kink);
    const auto [least, greatest] = sampled_range(page.study.f, kink.x - half, kink.x + half);
    const double bottom = std::min({least, kink.left, kink.right});
    const double top = std::max({greatest, kink.left, kink.right});
    const double room = 0.18 * std::max(top - bottom, 1e-6);
    const plot::Panel panel(box, {kink.x - half, kink.x + half, bottom - room, top + room});
    panel_title(page, box, wording.phrase("limitation.enlarged", {{"number", short_number(kink.x)}}));
    draw_frame(page, panel);
    plot::Stroke stroke = dotted(context);
    stroke.colour = context.theme.derivative.stroke;
    stroke.width *= 1.6;
    draw_segment(page.scene, panel.at(kink.x, kink.left), panel.at(kink.x, kink.right), stroke, plot::Role::asymptote,
                 "jump");
    draw_f(page, panel);
    plot::LabelRequest note =
        note_in(context, box, {panel.x.to_px(kink.x) + page.px(60), panel.y.to_px((kink.left + kink.right) / 2)},
                {label_text(context, {wording.phrase("note.jump", {{"left", short_number(kink.left)},
                                                                   {"right", short_number(kink.right)}})})},
                "jump");
    note.colour = context.theme.derivative.text;
    page.notes.push_back(std::move(note));
}

/// Where f has no finite value: the stretch that holds all such points.
void draw_undefined(Page& page) {
    const Context& context = page.context;
    const Wording& wording = Wording::in(context.language);
    const double low = page.number("low").value_or(0);
    const double high = page.number("high").value_or(0);
    const plot::Box box = whole(page, 30);
    double left = low == -infinity ? (high == infinity ? -4 : high - 4) : low;
    double right = high == infinity ? (low == -infinity ? 4 : low + 4) : high;
    const double room = std::max(0.4 * (right - left), 2.0);
    left = std::max(left, -1e6) - room;
    right = std::min(right, 1e6) + room;
    plot::Window window = window_of(page.study.f, left, right);
    const double tall = 4 * (right - left);
    window.y0 = std::max(window.y0, -tall);
    window.y1 = std::min(window.y1, tall);
    const plot::Panel panel(box, window);
    panel_title(page, box, wording.phrase("limitation.undefined_panel", {{"f", of_x(0)}}));
    const plot::Box area{panel.x.to_px(std::max(low, left)) - (low == high ? 4 : 0), box.top,
                         panel.x.to_px(std::min(high, right)) + (low == high ? 4 : 0), box.bottom};
    draw_fill(page.scene, area, tint(context.theme.derivative.stroke, context.theme), "undefined");
    draw_frame(page, panel);
    draw_f(page, panel);
    page.notes.push_back(note_in(context, box, {(area.left + area.right) / 2, box.top + page.px(40)},
                                 {label_text(context, {wording.phrase("limitation.no_value")})}, "no value"));
}

} // namespace

void breaks(Page& page) {
    if (page.finding.kind == "undefined") {
        draw_undefined(page);
        return;
    }
    const Context& context = page.context;
    const auto kinks = kinks_of(page);
    if (kinks.empty()) return;
    const Pair boxes = side_by_side(page, 0.5, 20);
    double reach = usual_reach(page);
    if (std::abs(kinks.front().x) < 40) reach = std::max(reach, 1.3 * std::abs(kinks.front().x));
    Options options = page.options;
    options.x_range = std::pair{-reach, reach};
    options.derivative = false;
    const plot::Panel panel(boxes.left, window_of(page.study.f, -reach, reach));
    panel_title(page, boxes.left, Wording::in(context.language).phrase("limitation.function_panel", {{"f", of_x(0)}}));
    const double half = close_up(page, kinks.front());
    const double x0 = panel.x.to_px(std::max(kinks.front().x - half, -reach));
    const double x1 = panel.x.to_px(std::min(kinks.front().x + half, reach));
    draw_fill(page.scene, {x0, boxes.left.top, x1, boxes.left.bottom}, context.theme.saturation, "enlarged strip");
    draw_frame(page, panel);
    draw_f(page, panel);
    for (const auto& kink : kinks) {
        const double y = page.study.f(kink.x);
        if (kink.order == 1 && panel.x.contains(kink.x) && panel.y.contains(y))
            draw_point(page.scene, panel.at(kink.x, y), context.theme.function.stroke, context, false, "kink");
    }
    if (page.finding.kind == "jump")
        draw_jump(page, boxes.right, kinks.front());
    else
        draw_kink(page, boxes.right, kinks.front());
}

} // namespace actlas::figure::limitation
