#include "base/infinity.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/magnifier.hpp"
#include "figure/notes.hpp"
#include "figure/notes_parts.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/curve.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace actlas::figure {

using namespace detail;

namespace {

using analysis::Study;
using plot::LabelRequest;

/// What an end label needs above or below the end of its curve, px of a document.
constexpr double end_room = 16;
plot::Box strip(const plot::Panel& panel, double low, double high) {
    return {panel.x.to_px(std::max(low, panel.x.low())), panel.box.top, panel.x.to_px(std::min(high, panel.x.high())),
            panel.box.bottom};
}

LabelRequest region_label(const Context& context, const plot::Box& area, plot::Colour plate, std::string name) {
    LabelRequest request;
    request.name = std::move(name);
    request.priority = region;
    request.colour = context.theme.ink;
    request.plate = plate;
    request.area = area;
    return request;
}

/// Where the function leaves through the top or bottom and comes back on the other side of a point at which it has no
/// bound.
std::vector<double> poles(const Study& study, const plot::Panel& panel, const plot::Curve& curve) {
    std::vector<double> found;
    const auto at_edge = [&](plot::Point p) { return p.y - panel.box.top < 1 || panel.box.bottom - p.y < 1; };
    const double height = panel.y.high() - panel.y.low();
    const auto size = [&](double x) {
        const double value = std::abs(study.f(x));
        return std::isfinite(value) ? value : std::numeric_limits<double>::infinity();
    };
    for (std::size_t i = 1; i < curve.polylines.size(); ++i) {
        const plot::Point out = curve.polylines[i - 1].back();
        const plot::Point in = curve.polylines[i].front();
        if (!at_edge(out) || !at_edge(in)) continue;
        double low = panel.x.to_data(out.x);
        double high = panel.x.to_data(in.x);
        double best = low;
        for (int round = 0; round < 30 && std::isfinite(size(best)); ++round) {
            constexpr int steps = 8;
            const double step = (high - low) / steps;
            best = low;
            for (int k = 1; k <= steps; ++k)
                if (size(low + k * step) > size(best)) best = low + k * step;
            low = best - step;
            high = best + step;
        }
        if (size(best) > 1e6 * height)
            found.push_back(std::abs(best) < 1e-9 * (panel.x.high() - panel.x.low()) ? 0 : best);
    }
    return found;
}

} // namespace

std::vector<LabelRequest> draw_regions(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                       const Context& context, double narrowest) {
    const auto& theme = context.theme;
    const Profile::Strokes& strokes = context.profile.strokes;
    const Wording& wording = Wording::in(context.language);
    std::vector<LabelRequest> requests;
    for (const auto& dead : study.properties.dead_intervals) {
        const plot::Box area = strip(panel, dead.low, dead.high);
        if (area.width() < context.profile.narrowest_region) continue;
        scene.marks.push_back(
            {plot::Role::hatch, plot::HatchMark{area, theme.hatch, strokes.hatch_spacing, strokes.hatch}, "dead"});
        LabelRequest request = region_label(context, area, theme.page, "dead region");
        request.texts = {note_text(context, {wording.phrase("note.dead"),
                                             wording.phrase("note.dead_reason", {{"equation", slope_is_zero()}})}),
                         note_text(context, {wording.phrase("note.dead"), math_line(slope_is_zero())}),
                         note_text(context, {math_line(slope_is_zero())})};
        requests.push_back(std::move(request));
    }
    const auto flat = flat_stretch(study, panel, context.profile);
    for (const SaturatedSide& saturated : saturated_sides(study, panel.window())) {
        const int side = saturated.side;
        const plot::Box area =
            side < 0 ? strip(panel, -infinity, saturated.end) : strip(panel, saturated.end, infinity);
        // A slope that is magnified is not called flat beside it.
        const bool magnified = flat && (side < 0 ? flat->low < saturated.end : flat->high > saturated.end);
        const double least = std::max(context.profile.narrowest_region, context.profile.px(narrowest));
        if (area.width() < least || magnified) continue;
        scene.marks.push_back(
            {plot::Role::fill, plot::PathMark{plot::rectangle(area), {}, theme.saturation, {}}, "saturated"});
        plot::Path edge;
        const double edge_x = side < 0 ? area.right : area.left;
        edge.move_to({edge_x, area.top});
        edge.line_to({edge_x, area.bottom});
        scene.marks.push_back({plot::Role::guide, plot::PathMark{edge, dotted(context), {}, {}}, "saturation edge"});
        LabelRequest request =
            region_label(context, area, theme.saturation, side < 0 ? "saturated left" : "saturated right");
        const auto inequality = math_line(bound(side < 0 ? "<" : ">", saturated.bound, saturated.decimals));
        request.texts = {note_text(context, {wording.phrase("note.saturated"),
                                             math_line(slope_below(saturated.threshold)), inequality}),
                         note_text(context, {math_line(slope_below(saturated.threshold)), inequality}),
                         note_text(context, {inequality})};
        requests.push_back(std::move(request));
    }
    return requests;
}

std::vector<LabelRequest> draw_asymptotes(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                          const Context& context) {
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    std::vector<LabelRequest> requests;
    for (const int side : {-1, 1}) {
        const auto& line = side < 0 ? study.properties.left : study.properties.right;
        if (line.kind == analysis::Asymptote::Kind::none) continue;
        const double edge = side < 0 ? panel.x.low() : panel.x.high();
        const double gap = std::abs(study.f(edge) - (line.slope * edge + line.intercept));
        // The function may be the line itself from some point on: nothing is approached then.
        if (gap <= 1e-12 * std::max(1.0, std::abs(edge))) continue;
        // One line approached at both ends is drawn once, from edge to edge.
        const bool both = study.properties.left.kind == study.properties.right.kind &&
                          std::abs(study.properties.left.slope - study.properties.right.slope) < 1e-6 &&
                          std::abs(study.properties.left.intercept - study.properties.right.intercept) < 1e-6;
        if (both && side > 0) continue;
        const bool horizontal = line.kind == analysis::Asymptote::Kind::horizontal;
        const bool on_axis = horizontal && std::abs(line.intercept) < 1e-9;
        const double from = both || side < 0 || horizontal ? panel.x.low() : 0;
        // The dots stop where the curve does, so that its end label has room.
        const double right_end = panel.x.high() - curve_end_inset(panel);
        const double to = both || side > 0 || horizontal ? right_end : 0;
        const auto path = plot::straight_line(panel, line.slope, line.intercept, from, to);
        if (!path) continue;
        // A steep one leaves through the top or bottom where the curve does: it stops short, so that the end label has
        // room.
        plot::Box clip = panel.box;
        const double room = context.profile.px(end_room);
        if (!horizontal) clip = {clip.left, clip.top + room, clip.right, clip.bottom - room};
        if (!on_axis)
            scene.marks.push_back(
                {plot::Role::asymptote, plot::PathMark{*path, dotted(context), {}, clip}, "asymptote"});
        LabelRequest request;
        request.name = side < 0 ? "asymptote left" : "asymptote right";
        request.priority = asymptote;
        request.colour = theme.muted;
        request.plate = theme.page;
        request.texts = {note_text(context, {wording.phrase("note.asymptote", {{"equation", line_equation(line)}})}),
                         note_text(context, {math_line(line_equation(line))})};
        // Near the end where the line is approached, on the side of it where the curve is not.
        const auto px = [&](double document) { return context.profile.px(document); };
        const double x = panel.x.low() + (side < 0 ? 0.1 : 0.78) * (panel.x.high() - panel.x.low());
        const double y = std::clamp(line.slope * x + line.intercept, panel.y.low(), panel.y.high());
        const bool curve_above = study.f(edge) > line.slope * edge + line.intercept;
        request.near = plot::Point{panel.x.to_px(x), panel.y.to_px(y) + px(curve_above ? 16 : -16)};
        const plot::Box near{request.near->x - px(110), request.near->y - px(60), request.near->x + px(110),
                             request.near->y + px(60)};
        request.area = plot::Box{std::max(near.left, panel.box.left), std::max(near.top, panel.box.top),
                                 std::min(near.right, panel.box.right), std::min(near.bottom, panel.box.bottom)};
        requests.push_back(std::move(request));
    }
    return requests;
}

std::vector<LabelRequest> draw_poles(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                     const Context& context, const plot::Curve& curve) {
    std::vector<LabelRequest> requests;
    constexpr std::size_t most_named = 2;
    for (const double x : poles(study, panel, curve)) {
        const double px = panel.x.to_px(x);
        // The axis already stands at x = 0.
        if (panel.x.contains(0) && std::abs(px - panel.x.to_px(0)) < 1) continue;
        plot::Path path;
        path.move_to({px, panel.box.top});
        path.line_to({px, panel.box.bottom});
        scene.marks.push_back({plot::Role::asymptote, plot::PathMark{path, dotted(context), {}, {}}, "pole"});
        if (requests.size() == most_named) continue;
        LabelRequest request;
        request.name = "pole";
        request.priority = asymptote;
        request.colour = context.theme.muted;
        request.plate = context.theme.page;
        request.texts = {note_text(context, {math_line(row({symbol("x"), relation("="), number(x)}))})};
        request.near = plot::Point{px, panel.box.bottom - context.profile.px(20)};
        const double reach = context.profile.px(70);
        request.area = plot::Box{std::max(px - reach, panel.box.left), panel.box.top,
                                 std::min(px + reach, panel.box.right), panel.box.bottom};
        requests.push_back(std::move(request));
    }
    return requests;
}

} // namespace actlas::figure
