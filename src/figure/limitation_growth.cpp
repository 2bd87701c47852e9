// How fast |f| grows, and where a number format ends.

#include "analysis/number_format.hpp"
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

constexpr double low = -1; ///< decimal logarithms of the smallest and largest |x| shown
constexpr double high = 5.5;
constexpr double bottom = -2.4; ///< ... and |f|
constexpr double top = 6;

/// The largest |f| at inputs up to each size, decimal logarithms: where f swings, what it reaches.
std::vector<plot::Point> envelope(const formula::Evaluator& f, int side) {
    constexpr int steps = 260;
    constexpr int between = 24;
    double largest = 0;
    std::vector<plot::Point> points;
    for (int i = 0; i <= steps; ++i) {
        const double at = low + (high - low) * i / steps;
        for (int k = 1; k <= between; ++k) {
            const double inner = at - (high - low) / steps * (between - k) / between;
            const double value = std::abs(f(side * std::pow(10, inner)));
            if (!std::isnan(value)) largest = std::max(largest, value);
        }
        const double height = largest > 0 ? std::log10(largest) : bottom - 3;
        points.push_back({at, std::clamp(height, bottom - 3, top + 3)});
        if (height > top + 1) break;
    }
    return points;
}

} // namespace

void growth(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const plot::Box box = whole(page, 96);
    const plot::Panel panel(box, {low, high, bottom, top});
    panel_title(page, box, wording.phrase("limitation.growth_panel"));
    draw_edges(page.scene, panel, context, decade_ticks(low, high, 8), decade_ticks(bottom, top, 6));

    const auto& half = *analysis::find_number_format("float16");
    const double limit = std::log10(half.largest);
    draw_segment(page.scene, panel.at(low, limit), panel.at(high, limit), dotted(context), plot::Role::asymptote,
                 "fp16 limit");
    plot::LabelRequest note =
        note_in(context, box, {box.left + page.px(90), panel.y.to_px(limit) + page.px(13)},
                {label_text(context, {wording.phrase("limitation.half_largest",
                                                     {{"number", significant_for_people(half.largest, 5)}})})},
                "fp16 limit");
    note.colour = theme.muted;
    page.notes.push_back(std::move(note));

    const auto left = envelope(page.study.f, -1);
    const auto right = envelope(page.study.f, 1);
    const double far = high - 0.1;
    const auto is_identity = [&](const std::vector<plot::Point>& points) {
        return points.size() > 200 && std::abs(points.back().y - points.back().x) < 0.01;
    };
    std::vector<plot::EndLabel> ends;
    const auto label = [&](std::string name, std::shared_ptr<const plot::Typeset> text, plot::Point end,
                           plot::Colour colour) {
        ends.push_back({std::move(name), std::move(text), end, colour});
    };
    // |x| is the yardstick; where f is no longer told from it, its own name stands there alone.
    draw_segment(page.scene, panel.at(low, low), panel.at(far, far), dotted(context), plot::Role::asymptote, "|x|");
    const double size = context.profile.type.note * 1.12;
    const plot::MathNode absolute_x{plot::MathNode::Kind::fenced, "||", {symbol("x")}};
    if (!is_identity(right) && !is_identity(left))
        label("|x|", context.typesetter.math(absolute_x, size), panel.at(far, far), theme.muted);

    struct Branch {
        const std::vector<plot::Point>& points;
        const char* name;
        plot::Hue hue;
        std::vector<double> dash;
        int side;
    };
    const bool same = left.size() == right.size() &&
                      std::equal(left.begin(), left.end(), right.begin(),
                                 [](const auto& a, const auto& b) { return std::abs(a.y - b.y) < 0.01; });
    std::vector<Branch> branches{{right, same ? "both_sides" : "right_side", theme.function, {}, 1}};
    if (!same) branches.push_back({left, "left_side", theme.purple, context.profile.strokes.derivative.dash, -1});
    for (const auto& branch : branches) {
        const double width = context.profile.strokes.overlay;
        std::vector<plot::Point> shown;
        for (const auto& point : branch.points)
            if (point.x <= far) shown.push_back(point);
        draw_points_line(
            page.scene, panel, shown,
            {branch.hue.stroke, width, branch.dash, branch.dash.empty() ? plot::Cap::round : plot::Cap::butt},
            branch.name);
        // The end: at the right edge, or where the curve leaves through the top.
        plot::Point end = shown.back();
        for (std::size_t i = 1; i < shown.size(); ++i)
            if (shown[i].y > top - 0.3 && shown[i - 1].y <= top - 0.3) end = {shown[i - 1].x, shown[i - 1].y};
        if (end.y > top - 0.6) {
            // Beside a curve that leaves through the top there is no room for a name at its end.
            auto name = note_at(context, panel.at(end.x, end.y),
                                {label_text(context, {wording.phrase(std::string("limitation.") + branch.name,
                                                                     {{"x", symbol("x")}}, plot::Weight::semibold)})},
                                branch.name, plot::Side::left);
            name.priority = 1;
            name.colour = branch.hue.text;
            page.notes.push_back(std::move(name));
        } else if (end.y >= bottom)
            label(branch.name,
                  context.typesetter.line(wording.phrase(std::string("limitation.") + branch.name, {{"x", symbol("x")}},
                                                         plot::Weight::semibold),
                                          context.profile.type.note, context.language),
                  panel.at(end.x, end.y), branch.hue.text);
        const auto crossing =
            std::find_if(shown.begin(), shown.end(), [&](const auto& point) { return point.y >= limit; });
        if (crossing == shown.end() || crossing == shown.begin()) continue;
        // By bisection on f itself; where it swings, the envelope's step is all that is said.
        double below = std::pow(10, (crossing - 1)->x);
        double above = std::pow(10, crossing->x);
        for (int i = 0; i < 60; ++i) {
            const double middle = (below + above) / 2;
            (std::abs(page.study.f(branch.side * middle)) >= half.largest ? above : below) = middle;
        }
        const plot::Point at = panel.at(std::log10(above), limit);
        draw_point(page.scene, at, branch.hue.stroke, context, false, "overflow");
        page.notes.push_back(note_at(
            context, at,
            {label_text(context, {wording.phrase("limitation.overflow_at",
                                                 {{"number", significant_for_people(branch.side * above, 3)}})}),
             label_text(context,
                        {{plot::Run{significant_for_people(branch.side * above, 3), {}, plot::Weight::regular}}})},
            "overflow", plot::Side::right));
    }
    plot::EndLabelOptions options = context.profile.ends;
    options.left = box.right + page.px(7);
    plot::place_end_labels(page.scene, ends, options);
}

} // namespace actlas::figure::limitation
