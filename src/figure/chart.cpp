#include "figure/chart.hpp"

#include "base/number.hpp"
#include "plot/axes.hpp"
#include "plot/curve.hpp"
#include "plot/tick_text.hpp"
#include "plot/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace actlas::figure {

std::string power_text(int exponent) {
    if (exponent == 0) return "1";
    if (exponent == 1) return "10";
    return power_of_ten(exponent);
}

std::vector<AxisTick> decade_ticks(double low, double high, std::size_t most) {
    constexpr std::array steps{1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000};
    for (const int step : steps) {
        std::vector<AxisTick> ticks;
        const double first = std::ceil((low - 1e-9) / step) * step;
        for (double at = first; at <= high + 1e-9; at += step)
            ticks.push_back({at == 0 ? 0 : at, power_text(static_cast<int>(at))});
        if (ticks.size() <= most) return ticks;
    }
    return {};
}

std::vector<AxisTick> number_ticks(double low, double high, double target) {
    const int most = std::min(8, static_cast<int>(std::ceil(1.25 * target)));
    std::vector<AxisTick> ticks;
    for (const double at : plot::nice_ticks(low, high, target, {{}, most}))
        ticks.push_back({at, plot::tick_text(at)});
    return ticks;
}

void draw_edges(plot::Scene& scene, const plot::Panel& panel, const Context& context, const std::vector<AxisTick>& x,
                const std::vector<AxisTick>& y, const Edges& edges) {
    const plot::AxesOptions& sizes = context.profile.axes;
    const plot::Box& box = panel.box;
    plot::Path standing;
    plot::Path lying;
    for (const auto& tick : x) {
        standing.move_to({panel.x.to_px(tick.at), box.bottom});
        standing.line_to({panel.x.to_px(tick.at), box.top});
    }
    for (const auto& tick : y) {
        lying.move_to({box.left, panel.y.to_px(tick.at)});
        lying.line_to({box.right, panel.y.to_px(tick.at)});
    }
    const plot::Stroke grid{context.theme.grid, sizes.grid_width, {}, plot::Cap::butt};
    if (edges.grid_x && !x.empty())
        scene.marks.push_back({plot::Role::grid, plot::PathMark{standing, grid, {}, {}}, "grid x"});
    if (edges.grid_y && !y.empty())
        scene.marks.push_back({plot::Role::grid, plot::PathMark{lying, grid, {}, {}}, "grid y"});
    const plot::Stroke axis{context.theme.axis, sizes.axis_width, {}, plot::Cap::butt};
    if (edges.bottom)
        draw_segment(scene, {box.left, box.bottom}, {box.right, box.bottom}, axis, plot::Role::axis, "axis x");
    if (edges.left) draw_segment(scene, {box.left, box.bottom}, {box.left, box.top}, axis, plot::Role::axis, "axis y");

    const auto set = [&](const std::string& text) {
        return context.typesetter.words(text, context.profile.type.tick, context.language);
    };
    const double digit = -set("0")->ink().top;
    const auto put = [&](std::shared_ptr<const plot::Typeset> text, plot::Point at, std::string name) {
        scene.marks.push_back({plot::Role::tick_label,
                               plot::TextMark{std::move(text), at, context.theme.muted, std::nullopt, 2},
                               std::move(name)});
    };
    for (const auto& tick : x) {
        if (!edges.numbers) break;
        const auto text = set(tick.text);
        put(text, {panel.x.to_px(tick.at) - text->width() / 2, box.bottom + sizes.number_gap + digit},
            "tick x " + tick.text);
    }
    for (const auto& tick : y) {
        const auto text = set(tick.text);
        put(text, {box.left - sizes.number_gap - text->width(), panel.y.to_px(tick.at) + digit / 2},
            "tick y " + tick.text);
    }
}

plot::Colour tint(plot::Colour hue, const plot::Theme& theme) {
    const bool light = plot::contrast(theme.page, {0, 0, 0}) > plot::contrast(theme.page, {255, 255, 255});
    const double share = light ? 0.16 : 0.22;
    const auto mixed = [&](std::uint8_t over, std::uint8_t under) {
        return static_cast<std::uint8_t>(std::lround(share * over + (1 - share) * under));
    };
    return {mixed(hue.red, theme.page.red), mixed(hue.green, theme.page.green), mixed(hue.blue, theme.page.blue)};
}

void draw_fill(plot::Scene& scene, const plot::Box& box, plot::Colour colour, std::string name) {
    if (!(box.width() > 0) || !(box.height() > 0)) return;
    scene.marks.push_back({plot::Role::fill, plot::PathMark{plot::rectangle(box), {}, colour, {}}, std::move(name)});
}

void draw_hatch(plot::Scene& scene, const plot::Box& box, const Context& context, std::string name) {
    const auto& strokes = context.profile.strokes;
    scene.marks.push_back({plot::Role::hatch,
                           plot::HatchMark{box, context.theme.hatch, strokes.hatch_spacing, strokes.hatch},
                           std::move(name)});
}

void draw_segment(plot::Scene& scene, plot::Point from, plot::Point to, const plot::Stroke& stroke, plot::Role role,
                  std::string name) {
    plot::Path path;
    path.move_to(from);
    path.line_to(to);
    scene.marks.push_back({role, plot::PathMark{std::move(path), stroke, {}, {}}, std::move(name)});
}

plot::Stroke dotted(const Context& context) {
    const auto& line = context.profile.strokes.asymptote;
    return {context.theme.axis, line.width, line.dash, plot::Cap::round};
}

void draw_points_line(plot::Scene& scene, const plot::Panel& panel, const std::vector<plot::Point>& points,
                      const plot::Stroke& stroke, std::string name) {
    // Far outside the panel nothing is drawn, but coordinates must stay within what renderers can hold.
    const double far = 4 * panel.box.height();
    plot::Path path;
    bool pen_down = false;
    for (const auto& point : points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            pen_down = false;
            continue;
        }
        plot::Point at = panel.at(point.x, point.y);
        at.y = std::clamp(at.y, panel.box.top - far, panel.box.bottom + far);
        at = {std::round(at.x * 100) / 100, std::round(at.y * 100) / 100};
        if (pen_down)
            path.line_to(at);
        else
            path.move_to(at);
        pen_down = true;
    }
    if (path.segments.size() < 2) return;
    scene.marks.push_back({plot::Role::curve,
                           plot::PathMark{std::move(path), stroke, {}, panel.box.grown(stroke.width / 2)},
                           std::move(name)});
}

void draw_area(plot::Scene& scene, const plot::Panel& panel, const std::function<double(double)>& curve, double base,
               double from, double to, plot::Colour colour, std::string name) {
    from = std::max(from, panel.x.low());
    to = std::min(to, panel.x.high());
    if (!(from < to)) return;
    const auto steps = std::max(2, static_cast<int>(std::ceil(panel.x.factor() * (to - from) / 3)));
    const auto rounded = [](plot::Point at) {
        return plot::Point{std::round(at.x * 100) / 100, std::round(at.y * 100) / 100};
    };
    plot::Path path;
    path.move_to(rounded(panel.at(from, base)));
    for (int i = 0; i <= steps; ++i) {
        const double x = from + (to - from) * i / steps;
        const double y = std::clamp(curve(x), panel.y.low(), panel.y.high());
        path.line_to(rounded(panel.at(x, std::isfinite(y) ? y : base)));
    }
    path.line_to(rounded(panel.at(to, base)));
    path.close();
    scene.marks.push_back({plot::Role::fill, plot::PathMark{std::move(path), {}, colour, {}}, std::move(name)});
}

double normal_density(double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

double normal_share(double low, double high) {
    return 0.5 * (std::erfc(-high / std::numbers::sqrt2) - std::erfc(-low / std::numbers::sqrt2));
}

plot::LabelText label_text(const Context& context, const std::vector<std::vector<plot::Run>>& lines) {
    plot::LabelText text;
    text.leading = context.profile.type.line_spacing * context.profile.type.note;
    for (const auto& runs : lines)
        text.lines.push_back(context.typesetter.line(runs, context.profile.type.note, context.language));
    return text;
}

std::vector<plot::Run> expression(plot::MathNode node) {
    return {plot::Run{{}, {std::move(node)}, plot::Weight::regular}};
}

namespace {

plot::LabelRequest note(const Context& context, std::vector<plot::LabelText> texts, std::string name, int priority) {
    plot::LabelRequest request;
    request.name = std::move(name);
    request.priority = priority;
    request.colour = context.theme.ink;
    request.plate = context.theme.page;
    request.texts = std::move(texts);
    return request;
}

} // namespace

plot::LabelRequest note_at(const Context& context, plot::Point target, std::vector<plot::LabelText> texts,
                           std::string name, plot::Side side) {
    plot::LabelRequest request = note(context, std::move(texts), std::move(name), 2);
    request.target = target;
    request.side = side;
    return request;
}

plot::LabelRequest note_in(const Context& context, const plot::Box& area, plot::Point near,
                           std::vector<plot::LabelText> texts, std::string name) {
    plot::LabelRequest request = note(context, std::move(texts), std::move(name), 3);
    request.area = area;
    request.near = near;
    return request;
}

} // namespace actlas::figure
