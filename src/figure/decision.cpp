#include "base/number.hpp"
#include "experiment/data.hpp"
#include "experiment/network.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/head.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"
#include "plot/contour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace actlas::figure {

namespace {

using Studies = std::vector<const analysis::Study*>;

constexpr std::size_t held_out = 2000;
constexpr double reach = 1.12;         ///< of x and y in a panel
constexpr std::size_t field_side = 81; ///< points of the grid on which a network is asked

/// One row of the figure.
struct Task {
    const char* name; ///< its key among the words
    std::vector<experiment::Sample> (*draw)(std::size_t count, std::uint64_t seed);
    std::size_t count;
    std::vector<int> hidden;
    experiment::Training training;
};

const std::vector<Task>& tasks() {
    static const std::vector<Task> all{
        {"decision.xor", experiment::exclusive_or, 200, {8}, {150, 40, 0.05, 7}},
        {"decision.yin_yang", experiment::yin_yang, 320, {16, 16}, {220, 64, 0.03, 7}},
    };
    return all;
}

std::string shape(const std::vector<int>& hidden) {
    return fmt::format("2–{}–1", fmt::join(hidden, "–"));
}

/// What a trained model makes of the plane.
struct Outcome {
    plot::Field field; ///< from the upper left
    double accuracy = 0;
};

/// Trains on the task's samples; without a study, a linear model.
Outcome outcome(const Task& task, const std::vector<experiment::Sample>& samples, const analysis::Study* study) {
    // Signals of variance 1 keep their size; a function for which there is no such gain starts from 1.
    double gain = 1;
    if (study != nullptr) {
        const double forward = study->properties.gaussian.forward_gain.value;
        if (std::isfinite(forward)) gain = std::clamp(forward, 0.5, 4.0);
    }
    const experiment::Unit unit = study != nullptr ? experiment::Unit{study->f, study->slope, gain}
                                                   : experiment::Unit{formula::Evaluator(formula::Expr::variable()),
                                                                      formula::Evaluator(formula::Expr::number(1)), 1};
    experiment::Network network(study != nullptr ? task.hidden : std::vector<int>{}, unit, 3);
    network.train(samples, task.training);
    Outcome result;
    result.accuracy = network.accuracy(task.draw(held_out, 1000003));
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t row = 0; row < field_side; ++row)
        for (std::size_t column = 0; column < field_side; ++column) {
            x.push_back(-reach + 2 * reach * static_cast<double>(column) / (field_side - 1));
            y.push_back(reach - 2 * reach * static_cast<double>(row) / (field_side - 1));
        }
    result.field = {field_side, field_side, network.logits(x, y)};
    return result;
}

std::string percent(double share) {
    return fixed_for_people(100 * share, 1) + "%";
}

void draw_samples(plot::Scene& scene, const plot::Panel& panel, const std::vector<experiment::Sample>& samples,
                  const Context& context, double size) {
    const auto& theme = context.theme;
    for (const auto& sample : samples) {
        const plot::Point at = panel.at(sample.x, sample.y);
        if (sample.label == 0) {
            plot::PointMark disc;
            disc.centre = {std::round(at.x * 100) / 100, std::round(at.y * 100) / 100};
            disc.radius = 3 * size;
            disc.ring = 0.9 * size;
            disc.colour = theme.function.stroke;
            disc.background = theme.page;
            scene.marks.push_back({plot::Role::point, disc, "class 0"});
            continue;
        }
        const double half = 2.7 * size;
        const plot::Box square{std::round((at.x - half) * 100) / 100, std::round((at.y - half) * 100) / 100,
                               std::round((at.x + half) * 100) / 100, std::round((at.y + half) * 100) / 100};
        scene.marks.push_back({plot::Role::point,
                               plot::PathMark{plot::rectangle(square),
                                              plot::Stroke{theme.page, 0.9 * size, {}, plot::Cap::butt},
                                              theme.derivative.stroke,
                                              {}},
                               "class 1"});
    }
}

void draw_plane(plot::Scene& scene, const plot::Panel& panel, const Outcome& outcome, const Context& context) {
    const auto& theme = context.theme;
    const plot::Contour contour = plot::contour(outcome.field, panel.box);
    draw_fill(scene, panel.box, tint(theme.function.stroke, theme), "region 0");
    if (!contour.area.segments.empty())
        scene.marks.push_back(
            {plot::Role::fill, plot::PathMark{contour.area, {}, tint(theme.derivative.stroke, theme), {}}, "region 1"});
    if (!contour.boundary.segments.empty())
        scene.marks.push_back({plot::Role::curve,
                               plot::PathMark{contour.boundary,
                                              plot::Stroke{theme.ink, context.profile.px(1.6), {}, plot::Cap::round},
                                              {},
                                              panel.box},
                               "boundary"});
}

} // namespace

plot::Scene decision(const Studies& studies, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    std::vector<std::string> names;
    for (const auto* study : studies)
        names.push_back(study->activation.name);
    const std::string list = listed(names, context.language);

    struct Cell {
        std::string model;
        Outcome outcome;
    };
    std::vector<std::vector<Cell>> rows;
    std::vector<std::vector<experiment::Sample>> samples;
    std::vector<std::string> shapes;
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("decision.title"));
    texts.subtitle = wording.text("decision.subtitle", {{"names", list}});
    texts.description = wording.text("alt.decision", {{"names", list}});
    const auto say = [&](const std::string& sentence) {
        if (context.language == Language::en) texts.description += ' ';
        texts.description += sentence;
    };
    for (const Task& task : tasks()) {
        samples.push_back(task.draw(task.count, 42));
        std::vector<Cell> row;
        row.push_back({wording.text("decision.linear"), outcome(task, samples.back(), nullptr)});
        for (const auto* study : studies)
            row.push_back({study->activation.name, outcome(task, samples.back(), study)});
        for (const Cell& cell : row)
            say(wording.text("alt.decision_accuracy", {{"task", wording.text(task.name)},
                                                       {"model", cell.model},
                                                       {"accuracy", percent(cell.outcome.accuracy)}}));
        rows.push_back(std::move(row));
        shapes.push_back(shape(task.hidden));
    }
    texts.foot = {wording.text("decision.foot",
                               {{"xor", shapes[0]}, {"yin_yang", shapes[1]}, {"count", std::to_string(held_out)}})};
    const auto columns = static_cast<double>(studies.size() + 1);
    const double left = profile.page_margin + profile.px(24);
    const double gap = profile.px(26);
    const double width = options.width.value_or(profile.width);
    double side = (width - left - profile.page_margin - gap * (columns - 1)) / columns;
    // Beside the name of the model there is room for its accuracy in wide panels only.
    const bool wide = studies.size() < 2;
    const double heading = profile.px(wide ? 34 : 52);
    const double numbers = profile.px(26);
    const double shape_height =
        92 + 2 * (side / profile.scale + heading / profile.scale) + numbers / profile.scale + 66;
    Sheet sheet = make_sheet(texts, context, options, shape_height);
    plot::Scene& scene = sheet.scene;
    const double step = side + gap;
    const double room = (sheet.bottom - numbers - sheet.top) / static_cast<double>(rows.size()) - heading;
    side = std::min(side, room);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double top = sheet.top + heading + static_cast<double>(i) * (room + heading);
        for (std::size_t k = 0; k < rows[i].size(); ++k) {
            const Cell& cell = rows[i][k];
            const double x = left + static_cast<double>(k) * step;
            const plot::Panel panel({x, top, x + side, top + side}, {-reach, reach, -reach, reach});
            const double baseline = top - profile.px(10);
            const double line = profile.px(18);
            std::vector<plot::Run> runs{{wording.text(tasks()[i].name), {}, plot::Weight::semibold},
                                        {wording.text("decision.comma") + cell.model, {}, plot::Weight::regular}};
            const auto name = context.typesetter.line(runs, profile.type.note, context.language);
            put_text(scene, name, {x, wide ? baseline : baseline - line}, theme.ink, plot::Role::title, "panel title");
            const auto accuracy = context.typesetter.words(
                wording.text("decision.accuracy", {{"accuracy", percent(cell.outcome.accuracy)}}), profile.type.note,
                context.language);
            // At the panel's right edge, or beside a name that is wider than the panel.
            const double beside = std::max(side - accuracy->width(), name->width() + profile.px(12));
            put_text(scene, accuracy, {wide ? x + beside : x, baseline}, k == 0 ? theme.muted : theme.ink,
                     plot::Role::title, "accuracy");
            draw_plane(scene, panel, cell.outcome, context);
            draw_samples(scene, panel, samples[i], context,
                         profile.scale * std::clamp(side / profile.px(300), 0.6, 1.0));
            const std::vector<AxisTick> ticks{{-1, "−1"}, {0, "0"}, {1, "1"}};
            const bool last = i + 1 == rows.size();
            draw_edges(scene, panel, context, ticks, k == 0 ? ticks : std::vector<AxisTick>{},
                       {.left = false, .bottom = false, .grid_x = false, .grid_y = false, .numbers = last});
        }
    }
    return std::move(sheet.scene);
}

} // namespace actlas::figure
