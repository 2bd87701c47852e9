// Fields and bars: shares against temperature, and a Jacobian.

#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/vector_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace actlas::figure {
namespace {

/// A text centred at a point, ink in the middle.
void centred_text(plot::Scene& scene, const std::shared_ptr<const plot::Typeset>& text, plot::Point at,
                  plot::Colour colour, plot::Role role, std::string name) {
    put_text(scene, text, {at.x - text->width() / 2, at.y - (text->ink().top + text->ink().bottom) / 2}, colour, role,
             std::move(name));
}

std::string two_decimals(double value) {
    // Rounded first, so that no "−0.00" arises.
    const double rounded = std::round(value * 100) / 100;
    if (rounded == 0) return value == 0 ? "0" : "≈ 0";
    return short_number(rounded);
}

} // namespace

plot::Scene temperature_figure(const analysis::VectorStudy& study, const Context& context, const Options& options) {
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    static constexpr std::array temperatures{0.25, 0.5, 1.0, 2.0, 5.0};
    std::vector<double> scores{2, 1, 0.5, -1};
    scores.resize(study.inputs, -1.5);
    std::string list;
    for (const double t : temperatures)
        (list += list.empty() ? "" : ", ") += analysis::vector_number(t);
    Sheet sheet = make_sheet(vector_texts("temperature", study, context, options,
                                          {{"scores", analysis::vector_text(scores)}, {"list", list}}),
                             context, options, 420);
    const plot::Box box{profile.page_margin + profile.px(34), sheet.top + profile.px(22),
                        sheet.scene.width - profile.page_margin, sheet.bottom - profile.px(40)};
    const plot::Panel panel(box, {0, static_cast<double>(temperatures.size()), 0, 1.08});
    std::vector<AxisTick> x_ticks;
    for (std::size_t k = 0; k < temperatures.size(); ++k)
        x_ticks.push_back(
            {static_cast<double>(k) + 0.5,
             vector_phrase("temperature_axis", context.language, {{"t", analysis::vector_number(temperatures[k])}})});
    draw_edges(sheet.scene, panel, context, x_ticks, number_ticks(0, 1, 4), {.grid_x = false});
    const double count = static_cast<double>(scores.size());
    for (std::size_t k = 0; k < temperatures.size(); ++k) {
        std::vector<double> x = scores;
        for (double& component : x)
            component /= temperatures[k];
        const std::vector<double> y = study.evaluate(x);
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double width = 0.72 / count;
            const double left = static_cast<double>(k) + 0.14 + width * static_cast<double>(i);
            const plot::Point top = panel.at(left + 0.06 * width, y[i]);
            const plot::Point bottom = panel.at(left + 0.94 * width, 0);
            const double share = 0.35 + 0.65 * (1 - static_cast<double>(i) / count);
            if (bottom.y - top.y > 0.3)
                draw_fill(sheet.scene, {top.x, top.y, bottom.x, bottom.y},
                          mixed(theme.page, theme.function.stroke, share), fmt::format("share {} at {}", i + 1, k + 1));
            if (i > 0) continue;
            const auto text = context.typesetter.words(two_decimals(y[i]), profile.type.note, context.language);
            // Beside a taller neighbour, over the gap before the bar.
            const bool leans = y.size() > 1 && y[1] > y[0];
            const double middle = (top.x + bottom.x) / 2;
            const double centre = leans ? std::min(middle, bottom.x - text->width() / 2) : middle;
            centred_text(sheet.scene, text, {centre, top.y - profile.px(10)}, theme.ink, plot::Role::label, "share");
        }
    }
    return std::move(sheet.scene);
}

plot::Scene jacobian_figure(const analysis::VectorStudy& study, const Context& context, const Options& options) {
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    std::vector<double> x{1, 0.5, -0.5, 2, -1, 0.25};
    x.resize(study.inputs, -1.5);
    const formula::Jacobian j = study.evaluate.jacobian(x);
    double largest = 0;
    for (const double entry : j.values)
        largest = std::max(largest, std::fabs(entry));
    Sheet sheet = make_sheet(vector_texts("jacobian", study, context, options,
                                          {{"x", analysis::vector_text(x)},
                                           {"largest", analysis::vector_number(largest)},
                                           {"rows", std::to_string(j.rows)},
                                           {"columns", std::to_string(j.columns)}}),
                             context, options, j.rows > j.columns ? 560 : 440);
    const double left = profile.page_margin + profile.px(34);
    const double top = sheet.top + profile.px(30);
    const double rows = static_cast<double>(j.rows);
    const double columns = static_cast<double>(j.columns);
    const double height = (sheet.bottom - profile.px(12) - top) / rows;
    const double width = std::min((sheet.scene.width - profile.page_margin - left) / columns, profile.px(140));
    const auto name = [&](const char* letter, std::size_t index) {
        return context.typesetter.math(
            plot::MathNode{plot::MathNode::Kind::subscript, {}, {symbol(letter), number(static_cast<double>(index))}},
            profile.type.note * 1.12);
    };
    for (std::size_t i = 0; i < j.rows; ++i)
        centred_text(sheet.scene, name("y", i + 1),
                     {left - profile.px(18), top + height * (static_cast<double>(i) + 0.5)}, theme.muted,
                     plot::Role::title, "row");
    for (std::size_t k = 0; k < j.columns; ++k) {
        const bool halves = study.evaluate.formula().of_halves();
        const std::size_t half = j.columns / 2;
        centred_text(sheet.scene, halves ? name(k < half ? "a" : "b", k % half + 1) : name("x", k + 1),
                     {left + width * (static_cast<double>(k) + 0.5), top - profile.px(13)}, theme.muted,
                     plot::Role::title, "column");
    }
    for (std::size_t i = 0; i < j.rows; ++i)
        for (std::size_t k = 0; k < j.columns; ++k) {
            const double value = j(i, k);
            const plot::Box cell{left + width * static_cast<double>(k) + 1, top + height * static_cast<double>(i) + 1,
                                 left + width * static_cast<double>(k + 1) - 1,
                                 top + height * static_cast<double>(i + 1) - 1};
            // Pale enough for ink at full strength.
            const double share = largest > 0 ? 0.45 * std::fabs(value) / largest : 0;
            const plot::Colour hue = value < 0 ? theme.derivative.stroke : theme.function.stroke;
            draw_fill(sheet.scene, cell, value == 0 ? theme.saturation : mixed(theme.page, hue, share),
                      fmt::format("slope {} {}", i + 1, k + 1));
            const double size = std::min(profile.type.note, height * 0.6);
            if (size < profile.type.tick * 0.9) continue;
            centred_text(sheet.scene, context.typesetter.words(two_decimals(value), size, context.language),
                         {(cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2}, theme.ink, plot::Role::label,
                         "slope");
        }
    return std::move(sheet.scene);
}

} // namespace actlas::figure
