#include "base/number.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/graph.hpp"
#include "figure/head.hpp"
#include "figure/magnifier.hpp"
#include "figure/notes.hpp"
#include "figure/window.hpp"
#include "figure/wording.hpp"
#include "plot/axes.hpp"
#include "plot/place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

// Of a document, px.
constexpr double row_height = 248;
constexpr double head_height = 72;
constexpr double headless = 8;        ///< above and below the panels where there is no head
constexpr double title_height = 40;   ///< of a panel, above its plot
constexpr double numbers_height = 30; ///< of a panel, below its plot
constexpr double numbers_width = 34;  ///< left of a plot
constexpr double column_gap = 44;

std::pair<double, double> common_x_range(const Studies& studies, const plot::Box& box, const Options& options) {
    if (options.x_range) return *options.x_range;
    double half = 0;
    for (const auto* study : studies) {
        const auto window = choose_window(*study, box, options);
        half = std::max({half, -window.x0, window.x1});
    }
    return {-half, half};
}

/// Functions that grow share their y range, so that their slopes can be compared; bounded ones fill their panels.
std::vector<plot::Window> windows(const Studies& studies, const plot::Box& box, const Options& options) {
    Options with_range = options;
    with_range.x_range = common_x_range(studies, box, options);
    std::vector<plot::Window> result;
    double low = 0;
    double high = 0;
    const auto grows = [](const analysis::Study& study) {
        return tail(study, -1) != Tail::level || tail(study, +1) != Tail::level;
    };
    for (const auto* study : studies) {
        result.push_back(choose_window(*study, box, with_range));
        if (!grows(*study)) continue;
        low = std::min(low, result.back().y0);
        high = std::max(high, result.back().y1);
    }
    for (std::size_t i = 0; i < studies.size() && !options.y_range; ++i)
        if (grows(*studies[i])) std::tie(result[i].y0, result[i].y1) = std::pair{low, high};
    return result;
}

/// The key line under the title: "function ——  derivative - - -   every x axis ...".
void draw_key(plot::Scene& scene, const Context& context, std::pair<double, double> range) {
    const Wording& wording = Wording::in(context.language);
    const auto& theme = context.theme;
    const Profile& profile = context.profile;
    const double baseline = profile.head.subtitle_baseline;
    const double size = profile.head.subtitle;
    double x = profile.page_margin;
    const auto entry = [&](const char* key, const plot::Stroke& stroke) {
        const auto words = context.typesetter.words(wording.text(key), size, context.language);
        put_text(scene, words, {x, baseline}, theme.muted, plot::Role::title, key);
        x += words->width() + profile.px(8);
        plot::Path line;
        line.move_to({x, baseline - profile.px(4.5)});
        line.line_to({x + profile.px(32), baseline - profile.px(4.5)});
        scene.marks.push_back({plot::Role::guide, plot::PathMark{line, stroke, {}, {}}, fmt::format("{} sample", key)});
        x += profile.px(32 + 16);
    };
    const auto& [function, derivative] = std::tie(profile.strokes.panel_function, profile.strokes.panel_derivative);
    entry("key.function", {theme.function.stroke, function.width, function.dash, plot::Cap::butt});
    entry("key.derivative", {theme.derivative.stroke, derivative.width, derivative.dash, plot::Cap::butt});
    const auto note = context.typesetter.words(
        wording.text("key.same_range", {{"low", short_number(range.first)}, {"high", short_number(range.second)}}),
        size, context.language);
    put_text(scene, note, {x, baseline}, theme.muted, plot::Role::title, "key.same_range");
}

/// The title on the left and, where it fits, the formula on the right; the title alone in the middle for a plain grid.
void draw_panel_title(plot::Scene& scene, const analysis::Study& study, const Context& context, const plot::Box& box,
                      double left, bool with_formula) {
    const Profile& profile = context.profile;
    const auto title = context.typesetter.words(study.activation.label.in(context.language), profile.type.panel_title,
                                                context.language, plot::Weight::semibold);
    const double baseline = box.top - profile.px(14);
    if (!with_formula) {
        put_text(scene, title, {(box.left + box.right - title->width()) / 2, baseline}, context.theme.ink,
                 plot::Role::title, "panel title");
        return;
    }
    put_text(scene, title, {left, baseline}, context.theme.ink, plot::Role::title, "panel title");
    auto ways = definitions(study, context.language);
    std::reverse(ways.begin(), ways.end()); // a panel has room for the short ones
    for (const auto& way : ways)
        for (int shrunk = 0; shrunk < 3; ++shrunk) {
            const auto formula =
                context.typesetter.math(way, profile.type.panel_formula - shrunk * profile.head.formula_step);
            const plot::Box ink = formula->ink();
            if (left + title->width() + profile.px(16) + ink.width() > box.right ||
                ink.height() > profile.px(title_height))
                continue;
            put_text(scene, formula, {box.right - ink.right, baseline - profile.px(5) - (ink.top + ink.bottom) / 2},
                     context.theme.ink, plot::Role::title, "panel formula");
            return;
        }
    scene.dropped.push_back(fmt::format("formula of {}", study.activation.id));
}

/// In a small panel one or two words are enough: the greatest slope, and where there is none.
void note_slopes(std::vector<plot::LabelRequest>& notes, const analysis::Study& study, const plot::Panel& panel,
                 const Context& context) {
    const Wording& wording = Wording::in(context.language);
    const auto text = [&](const std::vector<plot::Run>& runs) {
        plot::LabelText label;
        label.lines.push_back(context.typesetter.line(runs, context.profile.type.note, context.language));
        return label;
    };
    const auto window = panel.window();
    const auto greatest =
        std::max_element(study.properties.slope_extrema.begin(), study.properties.slope_extrema.end(),
                         [](const auto& a, const auto& b) { return std::abs(a.value) < std::abs(b.value); });
    plot::LabelRequest request;
    request.area = panel.box;
    request.plate = context.theme.page;
    if (const auto flat = flat_stretch(study, panel, context.profile)) {
        const double middle = (flat->low + flat->high) / 2;
        request.name = fmt::format("slight slope of {}", study.activation.id);
        request.colour = context.theme.muted;
        request.near = panel.at(middle, study.f(middle));
        request.near->y -= context.profile.px(20);
        request.texts = {text(wording.phrase("note.not_level", {{"number", short_number(flat->slope)}}))};
        notes.push_back(std::move(request));
    } else if (greatest != study.properties.slope_extrema.end() && greatest->x > window.x0 && greatest->x < window.x1 &&
               greatest->value > window.y0 && greatest->value < window.y1) {
        request.name = fmt::format("greatest slope of {}", study.activation.id);
        request.colour = context.theme.derivative.text;
        request.target = panel.at(greatest->x, greatest->value);
        request.texts = {text(wording.phrase(greatest->is_minimum ? "note.minimum_short" : "note.maximum_short",
                                             {{"number", number(greatest->value)}}))};
        notes.push_back(std::move(request));
    } else if (!study.properties.dead_intervals.empty() && study.properties.dead_intervals.front().low < window.x1 &&
               study.properties.dead_intervals.front().high > window.x0) {
        const double middle = (std::max(study.properties.dead_intervals.front().low, window.x0) +
                               std::min(study.properties.dead_intervals.front().high, window.x1)) /
                              2;
        request.name = fmt::format("dead region of {}", study.activation.id);
        request.colour = context.theme.muted;
        request.near = panel.at(middle, study.f(middle));
        request.near->y -= context.profile.px(20);
        request.texts = {text({plot::Run{{}, {slope_is_zero()}, plot::Weight::regular}})};
        notes.push_back(std::move(request));
    }
}

} // namespace

plot::Scene grid(const Studies& studies, const Context& context, const Options& options) {
    const auto columns =
        static_cast<std::size_t>(std::clamp<int>(options.columns, 1, static_cast<int>(studies.size())));
    const std::size_t rows = (studies.size() + columns - 1) / columns;
    const bool headed = options.title.has_value();
    const Profile& profile = context.profile;
    const double top = profile.px(headed ? head_height : headless);
    const double foot = profile.px(headless);
    const double width = options.width.value_or(profile.width);
    const double height = options.height.value_or(
        profile.one_size ? profile.height : top + profile.px(row_height) * static_cast<double>(rows) + foot);

    std::string names;
    for (const auto* study : studies) {
        if (!names.empty()) names += context.language == Language::en ? ", " : "、";
        names += study->activation.name;
    }
    const Wording& wording = Wording::in(context.language);
    std::string description = wording.text("alt.grid", {{"count", std::to_string(studies.size())}, {"names", names}});
    plot::Scene scene = make_scene(width, height, context, options.title.value_or(names), std::move(description));
    if (headed) draw_head(scene, {*options.title, {}, {}}, context);

    const double gap = profile.px(column_gap);
    const double numbers = profile.px(numbers_width);
    const double cell_width =
        (width - 2 * profile.page_margin - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double cell_height = (height - top - foot) / static_cast<double>(rows);
    const plot::Box first{profile.page_margin + numbers, top + profile.px(title_height),
                          profile.page_margin + cell_width, top + cell_height - profile.px(numbers_height)};
    const auto panels = windows(studies, first, options);
    if (headed && options.derivative) draw_key(scene, context, {panels.front().x0, panels.front().x1});

    std::vector<plot::LabelRequest> notes;
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const double dx = static_cast<double>(i % columns) * (cell_width + gap);
        const double dy = static_cast<double>(i / columns) * cell_height;
        const plot::Box box = first.moved(dx, dy);
        const plot::Panel panel(box, panels[i]);
        draw_panel_title(scene, *studies[i], context, box, box.left - numbers, headed);
        plot::AxesOptions axes = profile.axes;
        axes.x_spacing = profile.px(70);
        axes.y_spacing = profile.px(55);
        axes.dashed_grid = options.dashed_grid;
        axes.y_landmarks = axis_landmarks(*studies[i], panel.window(), options.derivative).y;
        axes.frame = options.dashed_grid;
        plot::draw_axes(
            scene, panel, context.theme,
            [&](std::string_view text) { return context.typesetter.words(text, profile.type.tick, context.language); },
            axes);
        if (options.colours.empty()) {
            draw_graph(scene, panel, *studies[i], context, options.derivative, true);
        } else {
            const CurveStyle style{options.colours[i % options.colours.size()],
                                   profile.strokes.plain,
                                   {},
                                   plot::Cap::round,
                                   "f",
                                   false,
                                   true};
            draw_curve(scene, panel, source(*studies[i], 0), style, context, true);
        }
        if (options.annotate && options.derivative) note_slopes(notes, *studies[i], panel, context);
    }
    place_notes(scene, std::move(notes), studies.size(), context);
    return scene;
}

} // namespace actlas::figure
