#include "figure/compare_joint.hpp"
#include "figure/expression.hpp"
#include "figure/extent.hpp"
#include "figure/figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/looks.hpp"
#include "figure/notes.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/axes.hpp"
#include "plot/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

/// Heights of a document's comparison with the panel of derivatives and without it, px.
constexpr double full_height = 712;
constexpr double half_height = 470;

plot::Window function_window(const Studies& studies, const plot::Box& box, const Options& options) {
    if (options.x_range || options.y_range) {
        Options only_f = options;
        only_f.derivative = false;
        plot::Window all = choose_window(*studies.front(), box, only_f);
        for (const auto* study : studies) {
            const auto window = choose_window(*study, box, only_f);
            all.y0 = std::min(all.y0, window.y0);
            all.y1 = std::max(all.y1, window.y1);
        }
        return all;
    }
    const bool grow = std::any_of(studies.begin(), studies.end(), [](const auto* study) {
        return tail(*study, -1) != Tail::level || tail(*study, +1) != Tail::level;
    });
    double unit = 0;
    for (const auto* study : studies)
        unit = std::max(unit, extent(*study).unit());
    const bool left_level = std::all_of(studies.begin(), studies.end(), [&](const auto* study) {
        return sampled_range(*study, 0, -4 * unit, 0).first > -2 * unit;
    });
    const double low = (grow ? -4 : -5) * unit;
    double high = -low;
    if (grow && left_level) high = 2 * unit;
    double least = 0;
    double greatest = 0;
    for (const auto* study : studies) {
        const auto [f_least, f_greatest] = sampled_range(*study, 0, low, high);
        least = std::min(least, f_least);
        greatest = std::max(greatest, f_greatest);
    }
    if (!grow) {
        const double room = 0.1 * std::max(greatest - least, 1e-6 * unit);
        return {low, high, least - room, greatest + room};
    }
    const double pad = 0.06 * (greatest - least);
    return {low, high, std::max(least, 1.2 * low) - pad, std::min(greatest, 1.2 * high) + pad};
}

plot::Window slope_window(const Studies& studies, const plot::Window& window) {
    double least = 0;
    double greatest = 0;
    for (const auto* study : studies) {
        const auto [slope_least, slope_greatest] = sampled_range(*study, 1, window.x0, window.x1);
        least = std::min(least, std::max(slope_least, -2.0));
        greatest = std::max(greatest, std::min(slope_greatest, 3.0));
    }
    const double pad = 0.1 * std::max(greatest - least, 0.1);
    return {window.x0, window.x1, least - pad, greatest + pad};
}

/// Where one function of several is best told from the others: the x whose curve is farthest from its nearest
/// neighbour, px.
struct ClearPlace {
    double x = 0;
    double distance = -1;
};

ClearPlace clearest(const Studies& studies, std::size_t own, const plot::Panel& panel, int order) {
    constexpr int samples = 60;
    ClearPlace best;
    const auto value = [&](std::size_t i, double x) { return order == 0 ? studies[i]->f(x) : studies[i]->slope(x); };
    const auto window = panel.window();
    for (int k = 2; k <= samples - 2; ++k) {
        const double x = window.x0 + (window.x1 - window.x0) * k / samples;
        const double y = value(own, x);
        if (!(y >= window.y0 && y <= window.y1)) continue;
        double distance = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < studies.size(); ++i)
            if (i != own) distance = std::min(distance, std::abs(panel.y.to_px(value(i, x)) - panel.y.to_px(y)));
        // Among equally clear places the one nearest the middle of the left half is as good as any; take the first.
        if (distance > best.distance + 1e-6) best = {x, distance};
    }
    return best;
}

void label_curves(plot::Scene& scene, const Studies& studies, const std::vector<Look>& style, const plot::Panel& panel,
                  const Context& context, int order) {
    std::vector<plot::LabelRequest> requests;
    const auto joint = longest_coincidence(studies, panel.window(), order);
    if (joint) requests.push_back(joint_label(studies, *joint, panel, context, order));
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const ClearPlace place = clearest(studies, i, panel, order);
        if (place.distance < 0) continue;
        // A curve that others hide throughout has its name in their joint label.
        const bool in_joint =
            joint && std::find(joint->members.begin(), joint->members.end(), i) != joint->members.end();
        if (in_joint && place.distance < context.profile.px(1)) continue;
        plot::LabelRequest request;
        request.name = fmt::format("{} {}", studies[i]->activation.id, order == 0 ? "f" : "f'");
        request.priority = 1;
        request.colour = style[i].hue.text;
        request.plate = context.theme.page;
        const double y = order == 0 ? studies[i]->f(place.x) : studies[i]->slope(place.x);
        request.target = panel.at(place.x, y);
        plot::LabelText text;
        text.lines.push_back(context.typesetter.words(studies[i]->activation.name, context.profile.type.note,
                                                      context.language, plot::Weight::semibold));
        request.texts.push_back(std::move(text));
        requests.push_back(std::move(request));
    }
    place_notes(scene, std::move(requests), studies.size() + 1, context);
}

/// The order in which curves are drawn, so that of those that coincide each is seen: the thick under the thin, the
/// solid under the dashed, and of dashes those with more ink first.
std::vector<std::size_t> drawing_order(const std::vector<Look>& style) {
    const auto ink = [](const Look& look) {
        double all = 0, drawn = 0;
        for (std::size_t i = 0; i < look.dash.size(); ++i) {
            all += look.dash[i];
            if (i % 2 == 0) drawn += look.dash[i];
        }
        return all > 0 ? drawn / all : 1.0;
    };
    std::vector<std::size_t> order(style.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (style[a].weight != style[b].weight) return style[a].weight > style[b].weight;
        return ink(style[a]) > ink(style[b]);
    });
    return order;
}

void draw_panel(plot::Scene& scene, const Studies& studies, const std::vector<Look>& style, const plot::Panel& panel,
                const Context& context, const Options& options, int order, bool x_numbers) {
    plot::AxesOptions axes = context.profile.axes;
    axes.dashed_grid = options.dashed_grid;
    axes.x_numbers = x_numbers;
    plot::draw_axes(
        scene, panel, context.theme,
        [&](std::string_view text) {
            return context.typesetter.words(text, context.profile.type.tick, context.language);
        },
        axes);
    for (const std::size_t i : drawing_order(style)) {
        const CurveStyle line{style[i].hue.stroke,
                              context.profile.strokes.overlay * style[i].weight,
                              style[i].dash,
                              style[i].dash.empty() ? plot::Cap::round : plot::Cap::butt,
                              fmt::format("{} {}", studies[i]->activation.id, order == 0 ? "f" : "f'"),
                              order == 1,
                              false};
        draw_curve(scene, panel, source(*studies[i], order), line, context, true);
    }
}

} // namespace

plot::Scene compare(const Studies& studies, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const std::string title =
        options.title.value_or(wording.text("title.compare", {{"count", std::to_string(studies.size())}}));
    const Profile& profile = context.profile;
    const double height = options.height.value_or(profile.one_size     ? profile.height
                                                  : options.derivative ? full_height
                                                                       : half_height);
    plot::Scene scene = make_scene(options.width.value_or(profile.width), height, context, title, {});
    const double top = draw_head(scene, {title, {}, {}}, context) - profile.px(20);
    const std::vector<Look> style = looks(studies, context, options.colours);

    const double right = scene.width - profile.px(64);
    const double left = profile.px(46);
    const double usable = height - top - profile.margins.bottom;
    const plot::Box upper{left, top, right,
                          options.derivative ? top + 0.535 * usable : height - profile.margins.bottom};
    const plot::Panel functions(upper, function_window(studies, upper, options));
    draw_panel(scene, studies, style, functions, context, options, 0, !options.derivative);
    const auto label = [&](const plot::Panel& panel, int order) {
        if (options.annotate) label_curves(scene, studies, style, panel, context, order);
    };
    const plot::Window window = functions.window();

    std::string names;
    for (const auto* study : studies) {
        if (!names.empty()) names += context.language == Language::en ? ", " : "、";
        names += study->activation.name;
    }
    scene.description = wording.text(
        "alt.compare", {{"names", names}, {"low", short_number(window.x0)}, {"high", short_number(window.x1)}});
    if (!options.derivative) {
        label(functions, 0);
        return scene;
    }

    const plot::Box lower{left, upper.bottom + profile.px(52), right, height - profile.margins.bottom};
    put_text(scene,
             context.typesetter.line(
                 wording.phrase("key.derivative_panel", {{"derivative", of_x(1)}}, plot::Weight::semibold),
                 profile.type.sub_panel_title, context.language),
             {profile.page_margin, lower.top - profile.px(16)}, context.theme.ink, plot::Role::title, "panel title");
    const plot::Panel slopes(lower, slope_window(studies, window));
    draw_panel(scene, studies, style, slopes, context, options, 1, true);
    // Labels must know of both panels.
    label(functions, 0);
    label(slopes, 1);
    if (context.language == Language::en) scene.description += ' ';
    scene.description += wording.text("alt.compare_derivative");
    return scene;
}

} // namespace actlas::figure
