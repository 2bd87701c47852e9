#include "figure/family.hpp"

#include "base/diagnostic.hpp"
#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/notes.hpp"
#include "figure/refusals.hpp"
#include "figure/sheet.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "formula/notation.hpp"
#include "plot/axes.hpp"
#include "plot/curve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

namespace actlas::figure {

namespace {

/// To so many significant digits, ties away from 0.
double rounded(double value, int digits) {
    if (value == 0) return 0;
    const double scale = std::pow(10, digits - 1 - std::floor(std::log10(std::abs(value))));
    return *parse_number(fmt::format("{:.{}g}", std::round(value * scale) / scale, digits + 3));
}

/// Throws InputError where there is no family to draw.
const catalogue::Parameter& varied(const catalogue::Activation& activation, const Options& options) {
    for (Refusal& refusal : family_refusals(activation, options))
        throw InputError(
            Diagnostic{Diagnostic::Severity::error, std::move(refusal.message), std::nullopt, std::move(refusal.hint)});
    const auto& all = activation.parameters;
    const auto named = std::find_if(all.begin(), all.end(), [&](const auto& each) {
        return !options.parameter || each.name == *options.parameter;
    });
    return *named;
}

/// The theme's ramp stretched or thinned to so many steps.
std::vector<plot::Hue> ramp(const plot::Theme& theme, std::size_t steps) {
    const auto mixed = [](plot::Colour a, plot::Colour b, double t) {
        const auto channel = [&](std::uint8_t from, std::uint8_t to) {
            return static_cast<std::uint8_t>(std::lround(from + t * (to - from)));
        };
        return plot::Colour{channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue)};
    };
    const auto& known = theme.family;
    std::vector<plot::Hue> result;
    for (std::size_t i = 0; i < steps; ++i) {
        const double place = steps == 1 ? static_cast<double>(known.size() - 1)
                                        : static_cast<double>(i * (known.size() - 1)) / static_cast<double>(steps - 1);
        const auto below = std::min(static_cast<std::size_t>(place), known.size() - 1);
        const auto above = std::min(below + 1, known.size() - 1);
        const double t = place - static_cast<double>(below);
        result.push_back(
            {mixed(known[below].stroke, known[above].stroke, t), mixed(known[below].text, known[above].text, t)});
    }
    return result;
}

double value_of(const Member& member, int order, double x) {
    return order == 0 ? member.study.f(x) : member.study.slope(x);
}

/// Where the curve of one member is farthest from all others, px away.
struct Clearing {
    double x = 0;
    double distance = -1;
};

Clearing clearest(const Family& family, std::size_t own, const plot::Panel& panel, int order) {
    constexpr int samples = 80;
    Clearing best;
    const auto window = panel.window();
    for (int k = 2; k <= samples - 2; ++k) {
        const double x = window.x0 + (window.x1 - window.x0) * k / samples;
        const double y = value_of(family.members[own], order, x);
        if (!panel.y.contains(y)) continue;
        double distance = 60; // beyond this no place is better than another
        for (std::size_t i = 0; i < family.members.size(); ++i)
            if (i != own)
                distance = std::min(distance,
                                    std::abs(panel.y.to_px(value_of(family.members[i], order, x)) - panel.y.to_px(y)));
        if (distance > best.distance + 1e-6) best = {x, distance};
    }
    return best;
}

double stroke_width(const Member& member, const Context& context) {
    const auto& strokes = context.profile.strokes;
    return member.standard ? strokes.function.width : strokes.panel_derivative.width;
}

std::vector<plot::Run> member_name(const Family& family, const Member& member, Language language) {
    return Wording::in(language).phrase(
        member.standard ? "family.standard" : "family.member",
        {{"equation", row({to_math(formula::notate_parameter(family.parameter.name)), relation("="),
                           text_number(significant_for_people(member.value, 4))})}},
        member.standard ? plot::Weight::semibold : plot::Weight::regular);
}

/// Minima and maxima of each member that has just one.
std::vector<plot::LabelRequest> draw_extrema(plot::Scene& scene, const plot::Panel& panel, const Family& family,
                                             const Context& context) {
    std::vector<plot::LabelRequest> notes;
    for (const auto& member : family.members) {
        const auto& extrema = member.study.properties.extrema;
        if (extrema.size() != 1 || !panel.x.contains(extrema.front().x) || !panel.y.contains(extrema.front().value))
            continue;
        const auto& extremum = extrema.front();
        const plot::Point at = panel.at(extremum.x, extremum.value);
        draw_point(scene, at, member.hue.stroke, context, false, "extremum");
        auto note =
            note_at(context, at,
                    {label_text(context, {Wording::in(context.language)
                                              .phrase(extremum.is_minimum ? "note.minimum_short" : "note.maximum_short",
                                                      {{"number", label_number(extremum.value)}})})},
                    "extremum", extremum.is_minimum ? plot::Side::below : plot::Side::above);
        note.priority = 4;
        notes.push_back(std::move(note));
    }
    return notes;
}

/// Whether the curve swings so often that its strokes would run together.
bool is_too_busy(const analysis::Study& study) {
    constexpr int samples = 600;
    constexpr double reach = 9;      // about as far as windows go
    constexpr int most_changes = 60; // of the curvature's sign, over a plot of some 640 px
    int changes = 0;
    double before = 0;
    for (int i = 0; i <= samples; ++i) {
        const double bend = study.curvature(reach * (2.0 * i / samples - 1));
        if (bend * before < 0) ++changes;
        if (bend != 0 && std::isfinite(bend)) before = bend;
    }
    return changes > most_changes;
}

} // namespace

std::vector<double> family_values(const catalogue::Parameter& parameter) {
    const double own = parameter.value;
    std::vector<double> values;
    bool by_ratio = false;
    if (parameter.usual_low && parameter.usual_high && *parameter.usual_low < *parameter.usual_high) {
        const double low = *parameter.usual_low;
        const double high = *parameter.usual_high;
        by_ratio = low > 0 && high / low >= 8;
        for (std::size_t i = 0; i < most_members; ++i) {
            const double t = static_cast<double>(i) / (most_members - 1);
            values.push_back(by_ratio ? rounded(low * std::pow(high / low, t), 1) : rounded(low + (high - low) * t, 2));
        }
    } else if (own != 0) {
        values = {own / 4, own / 2, own, 2 * own, 4 * own};
    } else {
        values = {-1, -0.5, 0, 0.5, 1};
    }
    // The present value takes the place of its neighbour.
    const auto distance = [&](double value) {
        return by_ratio && own > 0 ? std::abs(std::log(value / own)) : std::abs(value - own);
    };
    *std::min_element(values.begin(), values.end(), [&](double a, double b) { return distance(a) < distance(b); }) =
        own;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<analysis::Study> family_studies(const analysis::Study& study, const Options& options) {
    const catalogue::Parameter parameter = varied(study.activation, options);
    std::vector<double> values = options.values.empty() ? family_values(parameter) : options.values;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<analysis::Study> studies;
    for (const double value : values) {
        catalogue::Activation activation = study.activation;
        for (auto& each : activation.parameters)
            if (each.name == parameter.name) each.value = value;
        const bool standard = value == parameter.value;
        studies.push_back(standard ? study : analysis::study(activation, analysis::Scope::properties));
        if (options.values.empty() && !standard && is_too_busy(studies.back())) studies.pop_back();
    }
    return studies;
}

Family family_of(const analysis::Study& study, const std::vector<analysis::Study>& members, const plot::Theme& theme,
                 const Options& options) {
    Family family{varied(study.activation, options), {}};
    const auto hues = ramp(theme, members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& parameters = members[i].activation.parameters;
        const auto own = std::find_if(parameters.begin(), parameters.end(),
                                      [&](const auto& each) { return each.name == family.parameter.name; });
        family.members.push_back({own->value, own->value == family.parameter.value, members[i], hues[i]});
    }
    return family;
}

plot::Window family_window(const analysis::Study& study, const Family& family, const plot::Box& box,
                           const Options& options) {
    Options only_f = options;
    only_f.derivative = false;
    plot::Window window = choose_window(study, box, only_f);
    if (options.y_range) return window;
    const double height = window.y1 - window.y0;
    const bool grows = tail(study, -1) != Tail::level || tail(study, +1) != Tail::level;
    double least = window.y0;
    double greatest = window.y1;
    for (const auto& member : family.members) {
        const auto [low, high] = sampled_range(member.study.f, window.x0, window.x1);
        least = std::min(least, low - 0.08 * height);
        greatest = std::max(greatest, high + 0.08 * height);
    }
    window.y0 = std::max(least, window.y0 - 0.5 * height);
    if (!grows) window.y1 = std::min(greatest, window.y1 + 1.5 * height);
    return window;
}

std::vector<plot::LabelRequest> draw_members(plot::Scene& scene, const plot::Panel& panel, const Family& family,
                                             const Context& context, int order, bool labels) {
    std::vector<plot::Curve> curves;
    for (const auto& member : family.members) {
        const double width = stroke_width(member, context);
        curves.push_back(draw_curve(scene, panel, source(member.study, order),
                                    {member.hue.stroke,
                                     width,
                                     {},
                                     plot::Cap::round,
                                     fmt::format("{} {}", order == 0 ? "f" : "f'", shortest(member.value)),
                                     order == 1,
                                     order == 0},
                                    context));
    }
    if (!labels) return {};

    std::vector<double> ends;
    for (const auto& curve : curves)
        if (curve.end && curve.end->x > panel.box.right - 0.12 * panel.box.width()) ends.push_back(curve.end->y);
    std::sort(ends.begin(), ends.end());
    double nearest = ends.size() == curves.size() ? std::numeric_limits<double>::infinity() : 0;
    for (std::size_t i = 1; i < ends.size(); ++i)
        nearest = std::min(nearest, ends[i] - ends[i - 1]);
    std::vector<plot::LabelRequest> notes;
    std::vector<plot::EndLabel> end_labels;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const Member& member = family.members[i];
        const auto runs = member_name(family, member, context.language);
        const std::string name = fmt::format("value {}", shortest(member.value));
        if (nearest >= context.profile.px(4)) {
            end_labels.push_back({name, context.typesetter.line(runs, context.profile.type.note, context.language),
                                  *curves[i].end, member.hue.text});
            continue;
        }
        const Clearing place = clearest(family, i, panel, order);
        if (place.distance < 0) {
            scene.dropped.push_back(name);
            continue;
        }
        auto note =
            note_at(context, panel.at(place.x, value_of(member, order, place.x)), {label_text(context, {runs})}, name);
        note.priority = member.standard ? 0 : 1;
        note.colour = member.hue.text;
        notes.push_back(std::move(note));
    }
    plot::EndLabelOptions options = context.profile.ends;
    options.left = panel.box.right + context.profile.px(6);
    options.top = panel.box.top - context.profile.px(10);
    options.bottom = panel.box.bottom + context.profile.px(10);
    plot::place_end_labels(scene, end_labels, options);
    return notes;
}

namespace {

/// A stroke in a key and the room before its text, px of a document.
constexpr double key_stroke = 16, key_gap = 6;

/// The members with samples of their lines, in a column right of `box`, from its top down.
void draw_key(plot::Scene& scene, const plot::Box& box, const Family& family, const Context& context) {
    const auto px = [&](double document) { return context.profile.px(document); };
    const double left = box.right + px(6), leading = px(20);
    double middle = box.top + px(8);
    for (const auto& member : family.members) {
        const std::string name = fmt::format("value {}", shortest(member.value));
        draw_segment(scene, {left, middle}, {left + px(key_stroke), middle},
                     {member.hue.stroke, stroke_width(member, context), {}, plot::Cap::round}, plot::Role::guide, name);
        const auto text = context.typesetter.line(member_name(family, member, context.language),
                                                  context.profile.type.note, context.language);
        put_text(scene, text, {left + px(key_stroke + key_gap), middle - (text->ink().top + text->ink().bottom) / 2},
                 member.hue.text, plot::Role::label, name);
        middle += leading;
    }
}

enum class Naming { at_curves, in_key };

plot::Scene draw_family(const analysis::Study& study, const Family& all, const Context& context, const Options& options,
                        Naming naming) {
    const Wording& wording = Wording::in(context.language);
    const Profile& profile = context.profile;
    const std::string symbol = formula::notate_parameter(all.parameter.name).text.empty()
                                   ? all.parameter.name
                                   : formula::notate_parameter(all.parameter.name).text;
    std::vector<std::string> values;
    for (const auto& member : all.members)
        values.push_back(significant_for_people(member.value, 4));

    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("family.title", {{"name", study.activation.name}}));
    const std::string meaning = all.parameter.meaning.in(context.language);
    texts.subtitle = meaning.empty() ? wording.text("family.subtitle_plain", {{"parameter", symbol}})
                                     : wording.text("family.subtitle", {{"parameter", symbol}, {"meaning", meaning}});
    texts.description = wording.text("alt.family", {{"name", study.activation.name},
                                                    {"parameter", symbol},
                                                    {"values", listed(values, context.language)},
                                                    {"standard", significant_for_people(all.parameter.value, 4)}});
    // The formula's own list of values names the other parameters only.
    analysis::Study written = study;
    std::erase_if(written.activation.parameters, [&](const auto& each) { return each.name == all.parameter.name; });
    texts.formulas = definitions(written, context.language);
    Sheet sheet = make_sheet(texts, context, options, options.derivative ? 590 : 430);
    plot::Scene& scene = sheet.scene;

    const double left = profile.px(50);
    double names_width = profile.px(90);
    for (const auto& member : all.members)
        names_width = std::max(
            names_width,
            context.typesetter.line(member_name(all, member, context.language), profile.type.note, context.language)
                ->width());
    if (naming == Naming::in_key) names_width += profile.px(key_stroke + key_gap);
    const double right = scene.width - names_width - profile.px(22);
    const double bottom = scene.height - profile.margins.bottom;
    const double gap = profile.px(54);
    const double upper_bottom = options.derivative ? sheet.top + 0.68 * (bottom - sheet.top - gap) : bottom;
    const plot::Box box{left, sheet.top + profile.px(8), right, upper_bottom};
    const plot::Panel panel(box, family_window(study, all, box, options));
    plot::AxesOptions axes = profile.axes;
    axes.dashed_grid = options.dashed_grid;
    axes.x_numbers = !options.derivative;
    const auto number = [&](std::string_view text) {
        return context.typesetter.words(text, profile.type.tick, context.language);
    };
    plot::draw_axes(scene, panel, context.theme, number, axes);
    auto notes = draw_members(scene, panel, all, context, 0, naming == Naming::at_curves);
    if (naming == Naming::in_key) draw_key(scene, box, all, context);
    if (options.derivative) {
        const plot::Box lower{left, upper_bottom + gap, right, bottom};
        draw_panel_title(scene,
                         wording.phrase("key.derivative_panel", {{"derivative", of_x(1)}}, plot::Weight::semibold),
                         {profile.page_margin, lower.top - profile.px(16)}, context);
        plot::Window slopes{panel.x.low(), panel.x.high(), 0, 0};
        for (const auto& member : all.members) {
            const auto [least, greatest] = sampled_range(member.study.slope, slopes.x0, slopes.x1);
            slopes.y0 = std::min(slopes.y0, std::max(least, -2.0));
            slopes.y1 = std::max(slopes.y1, std::min(greatest, 3.0));
        }
        const double room = 0.1 * std::max(slopes.y1 - slopes.y0, 0.1);
        slopes.y0 -= room;
        slopes.y1 += room;
        const plot::Panel slope_panel(lower, slopes);
        axes.x_numbers = true;
        plot::draw_axes(scene, slope_panel, context.theme, number, axes);
        draw_members(scene, slope_panel, all, context, 1, false);
    }
    if (options.annotate) {
        auto extrema = draw_extrema(scene, panel, all, context);
        notes.insert(notes.end(), std::make_move_iterator(extrema.begin()), std::make_move_iterator(extrema.end()));
    }
    const std::size_t most = notes.size();
    place_notes(scene, std::move(notes), most, context);
    return std::move(sheet.scene);
}

} // namespace

plot::Scene family(const analysis::Study& study, const Context& context, const Options& options) {
    return family(study, family_studies(study, options), context, options);
}

plot::Scene family(const analysis::Study& study, const std::vector<analysis::Study>& members, const Context& context,
                   const Options& options) {
    const Family all = family_of(study, members, context.theme, options);
    plot::Scene scene = draw_family(study, all, context, options, Naming::at_curves);
    // Where curves lie so close that one of them cannot be named beside it, a key names them all.
    const bool nameless = std::any_of(scene.dropped.begin(), scene.dropped.end(),
                                      [](const std::string& label) { return label.starts_with("value "); });
    return nameless ? draw_family(study, all, context, options, Naming::in_key) : scene;
}

} // namespace actlas::figure
