#include "figure/notes.hpp"

#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/labelled_points.hpp"
#include "figure/notes_parts.hpp"
#include "figure/wording.hpp"
#include "plot/see_through.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::figure {

namespace detail {

plot::LabelText note_text(const Context& context, std::initializer_list<std::vector<plot::Run>> lines) {
    const Profile::Type& type = context.profile.type;
    plot::LabelText result;
    result.leading = type.line_spacing * type.note;
    for (const auto& runs : lines)
        result.lines.push_back(context.typesetter.line(runs, type.note, context.language));
    return result;
}

std::vector<plot::Run> math_line(plot::MathNode node) {
    return {plot::Run{{}, {std::move(node)}, plot::Weight::regular}};
}

plot::LabelRequest point_label(const Context& context, plot::Point at, Priority priority, plot::Side side,
                               std::string name) {
    plot::LabelRequest request;
    request.name = std::move(name);
    request.priority = priority;
    request.colour = context.theme.ink;
    request.plate = context.theme.page;
    request.target = at;
    request.side = side;
    return request;
}

} // namespace detail

using namespace detail;

namespace {

using analysis::Study;
using plot::LabelRequest;
using plot::LabelText;

/// The extremum is the least or the greatest value of all.
bool is_global(const analysis::Extremum& extremum, const analysis::Bound& infimum, const analysis::Bound& supremum) {
    const analysis::Bound& bound = extremum.is_minimum ? infimum : supremum;
    if (bound.evidence == analysis::Evidence::undecided || !std::isfinite(bound.value)) return false;
    return std::abs(bound.value - extremum.value) <= 1e-9 * std::max(std::abs(bound.value), 1e-3);
}

const char* extremum_key(const analysis::Extremum& extremum, bool global) {
    return extremum.is_minimum ? (global ? "note.minimum" : "note.local_minimum")
                               : (global ? "note.maximum" : "note.local_maximum");
}

/// "minimum f(-1.278) = -0.278" and shorter.
std::vector<LabelText> extremum_texts(const Context& context, const analysis::Extremum& extremum, int order,
                                      bool global) {
    const Wording& wording = Wording::in(context.language);
    const auto value = value_at(order, extremum.x, extremum.value);
    return {note_text(context, {wording.phrase(extremum_key(extremum, global), {{"value", value}})}),
            note_text(context, {math_line(value)}),
            note_text(context, {wording.phrase(extremum.is_minimum ? "note.minimum_short" : "note.maximum_short",
                                               {{"number", label_number(extremum.value)}})})};
}

/// Of many landmarks those near the origin are the ones to label.
template<typename Landmark>
std::vector<Landmark> nearest_first(std::vector<Landmark> landmarks) {
    std::stable_sort(landmarks.begin(), landmarks.end(),
                     [](const auto& a, const auto& b) { return std::abs(a.x) < std::abs(b.x); });
    return landmarks;
}

} // namespace

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
    bool convention_said = false;
    const auto kinks = nearest_first(study.properties.kinks);
    const auto jumps_inside = std::count_if(kinks.begin(), kinks.end(), [&](const auto& kink) {
        return kink.order == 0 && inside(kink.x, study.f(kink.x));
    });
    // A staircase explains itself after the first step.
    const std::size_t most_jumps = jumps_inside > 3 ? 1 : 3;
    std::size_t jumps = 0;
    for (const auto& kink : kinks) {
        const double y = study.f(kink.x);
        if (kink.order > 1 || !inside(kink.x, y)) continue;
        const plot::Point at = panel.at(kink.x, y);
        if (kink.order == 0) {
            if (jumps++ >= most_jumps) continue;
            LabelRequest request = point_label(context, at, kink_or_extremum, plot::Side::any, "jump");
            const Fillings ends{{"left", label_number(kink.left)}, {"right", label_number(kink.right)}};
            request.texts = {note_text(context, {wording.phrase("note.jump", ends)}),
                             note_text(context, {wording.phrase("note.jump_short", ends)})};
            requests.push_back(std::move(request));
            continue;
        }
        if (drawn++ >= most_of_a_kind) continue;
        draw_point(scene, at, theme.function.stroke, context, false, "kink");
        LabelRequest request = point_label(context, at, kink_or_extremum, plot::Side::any, "kink");
        const Fillings slopes{{"left", short_number(kink.left)}, {"right", short_number(kink.right)}};
        request.texts = {note_text(context, {wording.phrase("note.kink", slopes)}),
                         note_text(context, {wording.phrase("note.kink_short", slopes)})};
        requests.push_back(std::move(request));

        const double chosen = study.slope(kink.x);
        if (!derivative || convention_said || !std::isfinite(chosen)) continue;
        // At the open end of f' that stands clear of the kink itself.
        const bool right_end = std::abs(kink.right - y) > std::abs(kink.left - y);
        const double end = right_end ? kink.right : kink.left;
        const bool clear = std::abs(panel.y.to_px(end) - at.y) > 4 * context.profile.strokes.point_radius;
        if (!inside(kink.x, end) || !clear) continue;
        convention_said = true;
        LabelRequest convention = point_label(context, panel.at(kink.x, end), slope_extremum,
                                              right_end ? plot::Side::left : plot::Side::right, "convention");
        const Fillings value{{"slope", function_name(1)}, {"value", value_at(1, kink.x, chosen)}};
        convention.texts = {note_text(context, {wording.phrase("note.convention", value)}),
                            note_text(context, {wording.phrase("note.convention_short", value)})};
        requests.push_back(std::move(convention));
    }

    const analysis::Properties& found = study.properties;
    drawn = 0;
    for (const auto& extremum : nearest_first(found.extrema)) {
        const bool at_kink = std::any_of(found.kinks.begin(), found.kinks.end(),
                                         [&](const auto& kink) { return kink.order <= 1 && kink.x == extremum.x; });
        if (at_kink || !inside(extremum.x, extremum.value) || drawn++ >= most_of_a_kind) continue;
        const plot::Point at = panel.at(extremum.x, extremum.value);
        draw_point(scene, at, theme.function.stroke, context, false, "extremum");
        LabelRequest request =
            point_label(context, at, kink_or_extremum, extremum.is_minimum ? plot::Side::below : plot::Side::above,
                        "extremum of f");
        request.texts = extremum_texts(context, extremum, 0, is_global(extremum, found.infimum, found.supremum));
        requests.push_back(std::move(request));
    }
    if (!derivative) return requests;

    // The two slope extrema of greatest size are worth a note each; the rest come last of all.
    std::vector<analysis::Extremum> slopes;
    for (const auto& extremum : nearest_first(found.slope_extrema))
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
        request.texts =
            extremum_texts(context, extremum, 1, is_global(extremum, found.slope_infimum, found.slope_supremum));
        requests.push_back(std::move(request));
    }

    // Where |f'| has an extremum f has an inflection; at 0 an odd function shows it without a note.
    if (!slopes.empty() && std::abs(slopes.front().x) > 0.025 * (window.x1 - window.x0)) {
        const double x = slopes.front().x;
        const double y = study.f(x);
        if (inside(x, y)) {
            const plot::Point at = panel.at(x, y);
            draw_point(scene, at, theme.function.stroke, context, true, "inflection");
            LabelRequest request = point_label(context, at, inflection, plot::Side::any, "inflection");
            const bool steepest = found.lipschitz.evidence != analysis::Evidence::undecided &&
                                  std::abs(slopes.front().value) >= found.lipschitz.value * (1 - 1e-6);
            if (steepest)
                request.texts.push_back(
                    note_text(context, {wording.phrase("note.steepest", {{"f", function_name(0)}})}));
            request.texts.push_back(note_text(context, {wording.phrase("note.inflection")}));
            requests.push_back(std::move(request));
        }
    } else if (!slopes.empty() && slopes.front().x == 0 && study.f(0) != 0 && inside(0, study.f(0))) {
        // Where it is steepest an unbalanced function has a value worth knowing.
        const plot::Point at = panel.at(0, study.f(0));
        draw_point(scene, at, theme.function.stroke, context, false, "value at 0");
        LabelRequest request = point_label(context, at, inflection, plot::Side::right, "value at 0");
        request.texts.push_back(note_text(context, {math_line(value_at(0, 0, study.f(0)))}));
        requests.push_back(std::move(request));
    }
    return requests;
}

void place_notes(plot::Scene& scene, std::vector<LabelRequest> requests, std::size_t most, const Context& context) {
    plot::PlaceOptions options = context.profile.placing;
    options.leader.colour = context.theme.axis;
    if (context.profile.only_labelled_points) {
        place_labelled_points(scene, std::move(requests), most, options);
        if (context.transparent) plot::see_through(scene, context.theme.page);
        return;
    }
    std::stable_sort(requests.begin(), requests.end(),
                     [](const auto& a, const auto& b) { return a.priority < b.priority; });
    while (requests.size() > most) {
        scene.dropped.push_back(requests.back().name);
        requests.pop_back();
    }
    plot::place_labels(scene, std::move(requests), options);
    if (context.transparent) plot::see_through(scene, context.theme.page);
}

} // namespace actlas::figure
