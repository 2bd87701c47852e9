#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/experiments.hpp"
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

constexpr double reach = decision_reach;

/// The keys of the tasks' names among the words.
const char* key_of(experiment::Task task) {
    return task == experiment::Task::exclusive_or ? "decision.xor" : "decision.yin_yang";
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

void draw_plane(plot::Scene& scene, const plot::Panel& panel, const experiment::Region& region,
                const Context& context) {
    const auto& theme = context.theme;
    const plot::Contour contour = plot::contour({decision_side, decision_side, region.logits}, panel.box);
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
    return decision(train_regions(studies, options.experiments, 1), context, options);
}

plot::Scene decision(const Regions& regions, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const auto& theme = context.theme;
    std::vector<std::string> models{wording.text("decision.linear")};
    for (const auto* study : regions.studies)
        models.push_back(study->activation.name);
    const std::string list = listed({models.begin() + 1, models.end()}, context.language);

    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("decision.title"));
    texts.subtitle = wording.text("decision.subtitle", {{"names", list}});
    texts.description = wording.text("alt.decision", {{"names", list}});
    std::vector<std::string> shapes;
    for (const auto task : experiment::all_tasks) {
        shapes.push_back(network_shape(task, regions.settings));
        for (std::size_t k = 0; k < models.size(); ++k) {
            if (context.language == Language::en) texts.description += ' ';
            const auto& model = regions.models[static_cast<std::size_t>(task)][k];
            texts.description +=
                wording.text("alt.decision_accuracy", {{"task", wording.text(key_of(task))},
                                                       {"model", models[k]},
                                                       {"accuracy", percent_for_people(model.accuracy, 1)}});
        }
    }
    texts.foot = {wording.text("decision.foot", {{"xor", shapes[0]}, {"yin_yang", shapes[1]}}),
                  wording.text("decision.foot_accuracy", {{"count", std::to_string(regions.settings.held_out)}})};
    const auto columns = static_cast<double>(regions.studies.size() + 1);
    const double left = profile.page_margin + profile.px(24);
    const double gap = profile.px(26);
    const double width = options.width.value_or(profile.width);
    double side = (width - left - profile.page_margin - gap * (columns - 1)) / columns;
    // Beside the name of the model there is room for its accuracy in wide panels only.
    const bool wide = regions.studies.size() < 2;
    const double heading = profile.px(wide ? 34 : 52);
    const double numbers = profile.px(26);
    const double shape_height =
        92 + 2 * (side / profile.scale + heading / profile.scale) + numbers / profile.scale + 66;
    Sheet sheet = make_sheet(texts, context, options, shape_height);
    plot::Scene& scene = sheet.scene;
    const double step = side + gap;
    const double room = (sheet.bottom - numbers - sheet.top) / static_cast<double>(regions.models.size()) - heading;
    side = std::min(side, room);
    for (const auto task : experiment::all_tasks) {
        const auto i = static_cast<std::size_t>(task);
        const auto samples = experiment::training_samples(task, regions.settings);
        const double top = sheet.top + heading + static_cast<double>(i) * (room + heading);
        for (std::size_t k = 0; k < models.size(); ++k) {
            const auto& region = regions.models[i][k];
            const double x = left + static_cast<double>(k) * step;
            const plot::Panel panel({x, top, x + side, top + side}, {-reach, reach, -reach, reach});
            const double baseline = top - profile.px(10);
            const double line = profile.px(18);
            std::vector<plot::Run> runs{{wording.text(key_of(task)), {}, plot::Weight::semibold},
                                        {wording.text("decision.comma") + models[k], {}, plot::Weight::regular}};
            const auto name = context.typesetter.line(runs, profile.type.note, context.language);
            put_text(scene, name, {x, wide ? baseline : baseline - line}, theme.ink, plot::Role::title, "panel title");
            const auto accuracy = context.typesetter.words(
                wording.text("decision.accuracy", {{"accuracy", percent_for_people(region.accuracy, 1)}}),
                profile.type.note, context.language);
            // At the panel's right edge, or beside a name that is wider than the panel.
            const double beside = std::max(side - accuracy->width(), name->width() + profile.px(12));
            put_text(scene, accuracy, {wide ? x + beside : x, baseline}, k == 0 ? theme.muted : theme.ink,
                     plot::Role::title, "accuracy");
            draw_plane(scene, panel, region, context);
            draw_samples(scene, panel, samples, context, profile.scale * std::clamp(side / profile.px(300), 0.6, 1.0));
            const std::vector<AxisTick> ticks{{-1, "−1"}, {0, "0"}, {1, "1"}};
            const bool last = i + 1 == regions.models.size();
            draw_edges(scene, panel, context, ticks, k == 0 ? ticks : std::vector<AxisTick>{},
                       {.left = false, .bottom = false, .grid_x = false, .grid_y = false, .numbers = last});
        }
    }
    return std::move(sheet.scene);
}

} // namespace actlas::figure
