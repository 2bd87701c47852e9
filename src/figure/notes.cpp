#include "figure/notes.hpp"

#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/headline.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/curve.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

namespace actlas::figure {

namespace {

using analysis::Study;
using plot::LabelRequest;
using plot::LabelText;

// FIGURES 7: what is placed first, and what goes first where there is no room.
enum Priority { kink_or_extremum = 2, region = 3, slope_extremum = 4, asymptote = 5, inflection = 6, further = 7 };

/// What an end label needs above or below the end of its curve, px of a document.
constexpr double end_room = 16;

LabelText text(const Context& context, std::initializer_list<std::vector<plot::Run>> lines) {
    const Profile::Type& type = context.profile.type;
    LabelText result;
    result.leading = type.line_spacing * type.note;
    for (const auto& runs : lines)
        result.lines.push_back(context.typesetter.line(runs, type.note, context.language));
    return result;
}

std::vector<plot::Run> math(plot::MathNode node) {
    return {plot::Run{{}, {std::move(node)}, plot::Weight::regular}};
}

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

/// True for an extremum that no other value of f goes beyond, as far as its extrema and its tails tell.
bool is_global(const Study& study, const analysis::Extremum& extremum) {
    const double sign = extremum.is_minimum ? 1 : -1;
    const auto beyond = [&](double value) { return sign * value < sign * extremum.value - 1e-12; };
    for (const auto& other : study.properties.extrema)
        if (beyond(other.value)) return false;
    for (const auto& kink : study.properties.kinks)
        if (beyond(study.f(kink.x)) || (kink.order == 0 && (beyond(kink.left) || beyond(kink.right)))) return false;
    for (const int side : {-1, 1}) {
        const Tail end = tail(study, side);
        if (end != Tail::level) {
            if ((end == Tail::falls) == extremum.is_minimum) return false;
            continue;
        }
        const auto& line = side < 0 ? study.properties.left : study.properties.right;
        if (line.kind == analysis::Asymptote::Kind::horizontal && beyond(line.intercept)) return false;
    }
    return true;
}

/// Of many landmarks those near the origin are the ones to label.
template<typename Landmark>
std::vector<Landmark> nearest_first(std::vector<Landmark> landmarks) {
    std::stable_sort(landmarks.begin(), landmarks.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.x) < std::abs(b.x); });
    return landmarks;
}

LabelRequest point_label(const Context& context, plot::Point at, Priority priority, plot::Side side, std::string name) {
    LabelRequest request;
    request.name = std::move(name);
    request.priority = priority;
    request.colour = context.theme.ink;
    request.plate = context.theme.page;
    request.target = at;
    request.side = side;
    return request;
}

} // namespace

std::vector<LabelRequest> draw_regions(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                       const Context& context) {
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
        request.texts = {text(context, {wording.phrase("note.dead"),
                                        wording.phrase("note.dead_reason", {{"equation", slope_is_zero()}})}),
                         text(context, {wording.phrase("note.dead"), math(slope_is_zero())}),
                         text(context, {math(slope_is_zero())})};
        requests.push_back(std::move(request));
    }
    if (study.properties.saturation.empty() || !study.properties.dead_intervals.empty()) return requests;

    const auto& saturation = study.properties.saturation.front();
    for (const int side : {-1, 1}) {
        const double end = side < 0 ? saturation.left : saturation.right;
        if (!std::isfinite(end) || end <= panel.x.low() || end >= panel.x.high()) continue;
        const double infinity = std::numeric_limits<double>::infinity();
        const plot::Box area = side < 0 ? strip(panel, -infinity, end) : strip(panel, end, infinity);
        if (area.width() < context.profile.narrowest_region) continue;
        plot::Path rectangle;
        rectangle.move_to({area.left, area.top});
        rectangle.line_to({area.right, area.top});
        rectangle.line_to({area.right, area.bottom});
        rectangle.line_to({area.left, area.bottom});
        rectangle.close();
        scene.marks.push_back({plot::Role::fill, plot::PathMark{rectangle, {}, theme.saturation, {}}, "saturated"});
        plot::Path edge;
        const double edge_x = side < 0 ? area.right : area.left;
        edge.move_to({edge_x, area.top});
        edge.line_to({edge_x, area.bottom});
        scene.marks.push_back(
            {plot::Role::guide,
             plot::PathMark{edge,
                            plot::Stroke{theme.axis, strokes.asymptote.width, strokes.asymptote.dash, plot::Cap::round},
                            {},
                            {}},
             "saturation edge"});
        LabelRequest request =
            region_label(context, area, theme.saturation, side < 0 ? "saturated left" : "saturated right");
        const auto inequality = math(bound(side < 0 ? "<" : ">", safe_bound(end, side), 2));
        request.texts = {
            text(context, {wording.phrase("note.saturated"), math(slope_below(saturation.threshold)), inequality}),
            text(context, {math(slope_below(saturation.threshold)), inequality}), text(context, {inequality})};
        requests.push_back(std::move(request));
    }
    return requests;
}

std::vector<LabelRequest> draw_asymptotes(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                          const Context& context) {
    const auto& theme = context.theme;
    const Profile::Strokes& strokes = context.profile.strokes;
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
            scene.marks.push_back({plot::Role::asymptote,
                                   plot::PathMark{*path,
                                                  plot::Stroke{theme.axis, strokes.asymptote.width,
                                                               strokes.asymptote.dash, plot::Cap::round},
                                                  {},
                                                  clip},
                                   "asymptote"});
        LabelRequest request;
        request.name = side < 0 ? "asymptote left" : "asymptote right";
        request.priority = asymptote;
        request.colour = theme.muted;
        request.texts = {text(context, {wording.phrase("note.asymptote", {{"equation", line_equation(line)}})}),
                         text(context, {math(line_equation(line))})};
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

std::vector<LabelRequest> draw_landmarks(plot::Scene& scene, const plot::Panel& panel, const Study& study,
                                         const Context& context, bool derivative) {
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const plot::Window window = panel.window();
    std::vector<LabelRequest> requests;
    const auto inside = [&](double x, double y) {
        return x > window.x0 && x < window.x1 && y >= window.y0 && y <= window.y1;
    };
    constexpr std::size_t most_of_a_kind = 4;

    std::size_t drawn = 0;
    for (const auto& kink : nearest_first(study.properties.kinks)) {
        const double y = study.f(kink.x);
        if (kink.order != 1 || !inside(kink.x, y) || drawn++ >= most_of_a_kind) continue;
        const plot::Point at = panel.at(kink.x, y);
        draw_point(scene, at, theme.function.stroke, context, false, "kink");
        LabelRequest request = point_label(context, at, kink_or_extremum, plot::Side::any, "kink");
        const Fillings slopes{{"left", short_number(kink.left)}, {"right", short_number(kink.right)}};
        request.texts = {text(context, {wording.phrase("note.kink", slopes)}),
                         text(context, {wording.phrase("note.kink_short", slopes)})};
        requests.push_back(std::move(request));
    }

    drawn = 0;
    for (const auto& extremum : nearest_first(study.properties.extrema)) {
        const bool at_kink = std::any_of(study.properties.kinks.begin(), study.properties.kinks.end(),
                                         [&](const auto& kink) { return kink.order <= 1 && kink.x == extremum.x; });
        if (at_kink || !inside(extremum.x, extremum.value) || drawn++ >= most_of_a_kind) continue;
        const plot::Point at = panel.at(extremum.x, extremum.value);
        draw_point(scene, at, theme.function.stroke, context, false, "extremum");
        LabelRequest request =
            point_label(context, at, kink_or_extremum, extremum.is_minimum ? plot::Side::below : plot::Side::above,
                        "extremum of f");
        const bool global = is_global(study, extremum);
        const char* key = extremum.is_minimum ? (global ? "note.minimum" : "note.local_minimum")
                                              : (global ? "note.maximum" : "note.local_maximum");
        const auto value = value_at(0, extremum.x, extremum.value);
        request.texts = {
            text(context, {wording.phrase(key, {{"value", value}})}), text(context, {math(value)}),
            text(context, {wording.phrase(extremum.is_minimum ? "note.minimum_short" : "note.maximum_short",
                                          {{"number", label_number(extremum.value)}})})};
        requests.push_back(std::move(request));
    }
    if (!derivative) return requests;

    // The two slope extrema of greatest size are worth a note each; the rest come last of all.
    std::vector<analysis::Extremum> slopes;
    for (const auto& extremum : nearest_first(study.properties.slope_extrema))
        if (inside(extremum.x, extremum.value)) slopes.push_back(extremum);
    std::stable_sort(slopes.begin(), slopes.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.value) > std::abs(b.value) + 1e-9; });
    if (slopes.size() > most_of_a_kind) slopes.resize(most_of_a_kind);
    for (std::size_t i = 0; i < slopes.size(); ++i) {
        const auto& extremum = slopes[i];
        const plot::Point at = panel.at(extremum.x, extremum.value);
        draw_point(scene, at, theme.derivative.stroke, context, false, "extremum of f'");
        LabelRequest request =
            point_label(context, at, i < 2 ? slope_extremum : further,
                        extremum.is_minimum ? plot::Side::below : plot::Side::above, "extremum of f'");
        const auto value = value_at(1, extremum.x, extremum.value);
        request.texts = {
            text(context, {wording.phrase(extremum.is_minimum ? "note.minimum" : "note.maximum", {{"value", value}})}),
            text(context, {math(value)}),
            text(context, {wording.phrase(extremum.is_minimum ? "note.minimum_short" : "note.maximum_short",
                                          {{"number", label_number(extremum.value)}})})};
        requests.push_back(std::move(request));
    }

    // Where |f'| is greatest f is steepest; at 0 an odd function shows it without a note.
    if (!slopes.empty() && std::abs(slopes.front().x) > 0.3) {
        const double x = slopes.front().x;
        const double y = study.f(x);
        if (inside(x, y)) {
            const plot::Point at = panel.at(x, y);
            draw_point(scene, at, theme.function.stroke, context, true, "inflection");
            LabelRequest request = point_label(context, at, inflection, plot::Side::any, "inflection");
            request.texts = {text(context, {wording.phrase("note.steepest", {{"f", function_name(0)}})}),
                             text(context, {wording.phrase("note.inflection")})};
            requests.push_back(std::move(request));
        }
    }
    return requests;
}

void place_notes(plot::Scene& scene, std::vector<LabelRequest> requests, std::size_t most, const Context& context) {
    std::stable_sort(requests.begin(), requests.end(),
                     [](const auto& a, const auto& b) { return a.priority < b.priority; });
    while (requests.size() > most) {
        scene.dropped.push_back(requests.back().name);
        requests.pop_back();
    }
    plot::PlaceOptions options = context.profile.placing;
    options.leader.colour = context.theme.axis;
    plot::place_labels(scene, std::move(requests), options);
}

} // namespace actlas::figure
