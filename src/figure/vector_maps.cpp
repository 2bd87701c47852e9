// Maps: the values of a gate over its halves, and the shares of three scores.

#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/vector_parts.hpp"
#include "plot/contour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>
#include <span>
#include <utility>

namespace actlas::figure {
namespace {

constexpr std::size_t grid_points = 161;

/// A function sampled over a window; rows from the top, as boxes are.
plot::Field sampled(const plot::Window& window, const std::function<double(double, double)>& function) {
    plot::Field field{grid_points, grid_points, {}};
    for (std::size_t row = 0; row < grid_points; ++row)
        for (std::size_t column = 0; column < grid_points; ++column) {
            const auto along = [](double from, double to, std::size_t k) {
                return from + (to - from) * static_cast<double>(k) / static_cast<double>(grid_points - 1);
            };
            field.values.push_back(function(along(window.x0, window.x1, column), along(window.y1, window.y0, row)));
        }
    return field;
}

plot::Field less(plot::Field field, double level) {
    for (double& value : field.values)
        value -= level;
    return field;
}

void draw_contour(plot::Scene& scene, const plot::Field& field, const plot::Box& box, double level,
                  const plot::Stroke& stroke) {
    plot::Contour contour = plot::contour(less(field, level), box);
    if (contour.boundary.segments.empty()) return;
    scene.marks.push_back({plot::Role::curve, plot::PathMark{std::move(contour.boundary), stroke, {}, box.grown(1)},
                           fmt::format("contour {}", level)});
}

void fill_where_positive(plot::Scene& scene, const plot::Field& field, const plot::Box& box, plot::Colour colour,
                         const std::string& name) {
    plot::Contour contour = plot::contour(field, box);
    if (contour.area.segments.empty()) return;
    scene.marks.push_back({plot::Role::fill, plot::PathMark{std::move(contour.area), {}, colour, box}, name});
}

/// The first place along a ray from a point at which a function crosses a level.
std::optional<plot::Point> crossing(const std::function<double(double, double)>& function, double level,
                                    plot::Point from, plot::Point to) {
    const auto above = [&](double s) {
        return function(from.x + s * (to.x - from.x), from.y + s * (to.y - from.y)) >= level;
    };
    constexpr int steps = 400;
    const bool start = above(0);
    for (int k = 1; k <= steps; ++k) {
        double low = static_cast<double>(k - 1) / steps;
        double high = static_cast<double>(k) / steps;
        if (above(high) == start) continue;
        for (int i = 0; i < 40; ++i) {
            const double middle = (low + high) / 2;
            (above(middle) == start ? low : high) = middle;
        }
        return plot::Point{from.x + high * (to.x - from.x), from.y + high * (to.y - from.y)};
    }
    return std::nullopt;
}

/// Where a contour is best named: of its crossings with some lines, the one farthest from those of the other levels.
std::optional<plot::Point> roomiest_crossing(const std::function<double(double, double)>& function, double level,
                                             std::span<const double> levels,
                                             std::span<const std::pair<plot::Point, plot::Point>> lines) {
    std::optional<plot::Point> best;
    double most = 0;
    for (const auto& [from, to] : lines) {
        const auto at = crossing(function, level, from, to);
        if (!at) continue;
        double room = std::hypot(at->x - to.x, at->y - to.y);
        for (const double other : levels) {
            const auto next = other == level ? std::nullopt : crossing(function, other, from, to);
            if (next) room = std::min(room, std::hypot(at->x - next->x, at->y - next->y));
        }
        if (best && room <= most) continue;
        best = at;
        most = room;
    }
    return best;
}

plot::LabelRequest level_note(const Context& context, plot::Point at, double level, const plot::Box& box) {
    plot::LabelText text;
    text.lines = {context.typesetter.words(short_number(level), context.profile.type.tick, context.language)};
    plot::LabelRequest request;
    request.name = fmt::format("level {}", level);
    request.texts = {std::move(text)};
    request.colour = context.theme.ink;
    request.target = at;
    request.leader = false;
    request.area = box;
    return request;
}

} // namespace

plot::Scene gate_figure(const analysis::VectorStudy& study, const Context& context, const Options& options) {
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    const auto [low, high] = options.x_range.value_or(std::pair(-4.0, 4.0));
    Sheet sheet =
        make_sheet(vector_texts("gate", study, context, options,
                                {{"low", analysis::vector_number(low)}, {"high", analysis::vector_number(high)}}),
                   context, options, 560);
    const double top = sheet.top + profile.px(18);
    const double side = std::min(sheet.bottom - profile.px(40) - top, sheet.scene.width - 2 * profile.px(60));
    const double left = (sheet.scene.width - side) / 2;
    const plot::Box box{left, top, left + side, top + side};
    const plot::Window window{low, high, low, high};
    const plot::Panel panel(box, window);
    const auto value = [&](double a, double b) { return study.evaluate(std::vector<double>{a, b})[0]; };
    const plot::Field field = sampled(window, value);
    fill_where_positive(sheet.scene, field, box, tint(theme.function.stroke, theme), "positive");
    plot::Field negative = field;
    for (double& v : negative.values)
        v = -v;
    fill_where_positive(sheet.scene, negative, box, tint(theme.derivative.stroke, theme), "negative");
    draw_edges(sheet.scene, panel, context, number_ticks(low, high, 5), number_ticks(low, high, 5),
               {.grid_x = false, .grid_y = false});
    const auto [least, most] = std::minmax_element(field.values.begin(), field.values.end());
    std::vector<double> levels;
    for (const double level : {-8.0, -4.0, -2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 4.0, 8.0}) {
        const bool small = std::fabs(level) < 0.75;
        if (small && std::max(*most, -*least) > 3) continue;
        if (level > *least && level < *most) levels.push_back(level);
    }
    std::vector<plot::LabelRequest> notes;
    for (const double level : levels) {
        const plot::Colour colour = level < 0 ? theme.derivative.stroke : theme.function.stroke;
        draw_contour(sheet.scene, field, box, level,
                     {colour, profile.strokes.panel_derivative.width, {}, plot::Cap::round});
    }
    for (const double level : levels) {
        // Diagonals and axes through the corners: contours of gates are met by one of them.
        const double reach = 0.97 * high;
        const double far = 0.97 * low;
        for (const auto& [from, to] : {std::pair<plot::Point, plot::Point>{{0.02, 0.02}, {reach, reach}},
                                       {{0.02, -0.02}, {reach, far}},
                                       {{-0.02, 0.02}, {far, reach}},
                                       {{-0.02, -0.02}, {far, far}}}) {
            const auto at = crossing(value, level, from, to);
            if (!at) continue;
            notes.push_back(level_note(context, panel.at(at->x, at->y), level, box));
            break;
        }
    }
    const auto axis_name = [&](const char* letter) {
        return context.typesetter.math(symbol(letter), profile.type.end_label);
    };
    const auto a = axis_name("a");
    put_text(sheet.scene, a, {box.right + profile.px(12), box.bottom + profile.px(4)}, theme.ink, plot::Role::title,
             "a");
    const auto b = axis_name("b");
    put_text(sheet.scene, b, {box.left - profile.px(4), box.top - profile.px(8)}, theme.ink, plot::Role::title, "b");
    plot::place_labels(sheet.scene, std::move(notes), profile.placing);
    return std::move(sheet.scene);
}

plot::Scene simplex_figure(const analysis::VectorStudy& study, const Context& context, const Options& options) {
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    constexpr double range = 4;
    static constexpr std::array levels{0.4, 0.6, 0.8, 0.95};
    std::string list;
    for (const double level : levels)
        (list += list.empty() ? "" : ", ") += analysis::vector_number(level);
    const bool sparse = study.exact_zeros.decided() && study.exact_zeros.value;
    Sheet sheet = make_sheet(
        vector_texts("simplex", study, context, options,
                     {{"range", analysis::vector_number(range)},
                      {"levels", list},
                      {"tinted", sparse ? vector_phrase("simplex_tinted", context.language, {}) : std::string()}}),
        context, options, 480);
    const double top = sheet.top + profile.px(36);
    const double side = sheet.bottom - profile.px(24) - top;
    const plot::Window window{-range, range, -range, range};
    // Three scores with mean 0: the first grows upwards, the others towards the lower corners; v is the lead of the
    // first over the mean of the others.
    const auto scores = [](double u, double v) {
        constexpr double c = 2.0 / 3;
        return std::vector<double>{c * v, c * (-v / 2 + u * std::sqrt(3.0) / 2), c * (-v / 2 - u * std::sqrt(3.0) / 2)};
    };
    const formula::VectorEvaluator softmax(formula::VectorFormula::parse("exp(x)/sum(exp(x))"));
    struct Map {
        const formula::VectorEvaluator* evaluate;
        std::string name;
    };
    std::vector<Map> maps{{&study.evaluate, study.activation.about.label.in(context.language)}};
    if (study.activation.about.id != "softmax") maps.push_back({&softmax, "Softmax"});
    const double gap = profile.px(56);
    const double total = side * static_cast<double>(maps.size()) + gap * static_cast<double>(maps.size() - 1);
    double left = (sheet.scene.width - total) / 2;
    std::vector<plot::LabelRequest> notes;
    for (const Map& map : maps) {
        const plot::Box box{left, top, left + side, top + side};
        left += side + gap;
        const plot::Panel panel(box, window);
        const auto share = [&](std::size_t rank) {
            return [&, rank](double u, double v) {
                std::vector<double> y = (*map.evaluate)(scores(u, v));
                std::sort(y.begin(), y.end(), std::greater<>());
                return y[rank];
            };
        };
        const std::function<double(double, double)> largest = share(0);
        const plot::Field field = sampled(window, largest);
        draw_fill(sheet.scene, box, tint(theme.function.stroke, theme), "one share");
        const auto positive = [&](std::size_t rank) {
            plot::Field shares = sampled(window, share(rank));
            // An exact 0 is outside.
            for (double& value : shares.values)
                value = value > 0 ? std::max(value, 1e-3) : -1e-3;
            return shares;
        };
        fill_where_positive(sheet.scene, positive(1), box, theme.saturation, "two shares");
        fill_where_positive(sheet.scene, positive(2), box, theme.page, "three shares");
        for (const double level : levels)
            draw_contour(sheet.scene, field, box, level,
                         {theme.function.stroke, profile.strokes.panel_derivative.width, {}, plot::Cap::round});
        sheet.scene.marks.push_back(
            {plot::Role::axis,
             plot::PathMark{
                 plot::rectangle(box), plot::Stroke{theme.axis, profile.axes.axis_width, {}, plot::Cap::butt}, {}, {}},
             "frame"});
        static constexpr std::array<std::pair<plot::Point, plot::Point>, 4> lines{
            {{{0, 0}, {0, range}},
             {{0, 0}, {range, 0}},
             {{0, 0}, {0, -range}},
             {{0, 0.8 * range}, {range, 0.8 * range}}}};
        for (const double level : levels)
            if (const auto at = roomiest_crossing(largest, level, levels, lines))
                notes.push_back(level_note(context, panel.at(at->x, at->y), level, box));
        draw_panel_title(sheet.scene, {plot::Run{map.name, {}, plot::Weight::semibold}},
                         {box.left, box.top - profile.px(12)}, context);
    }
    plot::place_labels(sheet.scene, std::move(notes), profile.placing);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
