#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/end_names.hpp"
#include "figure/experiments.hpp"
#include "figure/expression.hpp"
#include "figure/looks.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace actlas::figure {

namespace {

constexpr double least_loss = 1e-12; ///< below, nothing is drawn

/// 1, 2 and 5 times powers of ten where the axis of decimal logarithms is short, else powers of ten.
std::vector<AxisTick> loss_ticks(double low, double high) {
    if (high - low > 2.5) return decade_ticks(low, high, 6);
    std::vector<AxisTick> ticks;
    for (int exponent = static_cast<int>(std::floor(low)); exponent <= static_cast<int>(std::ceil(high)); ++exponent)
        for (const double digit : {1.0, 2.0, 5.0}) {
            const double at = exponent + std::log10(digit);
            if (at >= low && at <= high) ticks.push_back({at, short_number(digit * std::pow(10, exponent))});
        }
    return ticks;
}

std::vector<plot::Point> curve_of(const experiment::Course& course) {
    std::vector<plot::Point> points;
    for (std::size_t epoch = 0; epoch < course.loss.size(); ++epoch)
        points.push_back({static_cast<double>(epoch), std::log10(std::max(course.loss[epoch], least_loss))});
    return points;
}

std::string value_text(double loss) {
    return std::isfinite(loss) ? significant_for_people(loss, 2) : "–";
}

SheetTexts texts_of(const Losses& losses, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& settings = losses.settings;
    std::vector<std::string> names;
    for (const auto* study : losses.studies)
        names.push_back(study->activation.name);
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("loss.title"));
    texts.subtitle = wording.text("loss.subtitle");
    texts.foot = {wording.text("loss.foot", {{"shape", network_shape(experiment::Task::yin_yang, settings)},
                                             {"samples", std::to_string(settings.samples)},
                                             {"networks", std::to_string(settings.networks)},
                                             {"rate", short_number(settings.rate)},
                                             {"batch", std::to_string(settings.batch)}}),
                  wording.text("loss.foot_start")};
    texts.description = wording.text(
        "alt.loss", {{"names", listed(names, context.language)}, {"epochs", std::to_string(settings.epochs)}});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (context.language == Language::en) texts.description += ' ';
        texts.description += wording.text("alt.loss_end", {{"name", names[i]},
                                                           {"first", value_text(losses.courses[i].loss.front())},
                                                           {"last", value_text(losses.courses[i].loss.back())}});
    }
    return texts;
}

} // namespace

plot::Scene loss(const Studies& studies, const Context& context, const Options& options) {
    return loss(train_losses(studies, options.experiments, 1), context, options);
}

plot::Scene loss(const Losses& losses, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const std::vector<Look> style = looks(losses.studies, context, options.colours);
    Sheet sheet = make_sheet(texts_of(losses, context, options), context, options, 470);

    double low = 0;
    double high = -1;
    std::vector<std::vector<plot::Point>> curves;
    std::vector<std::shared_ptr<const plot::Typeset>> names;
    double names_width = 0;
    for (std::size_t i = 0; i < losses.courses.size(); ++i) {
        curves.push_back(curve_of(losses.courses[i]));
        for (const auto& point : curves.back()) {
            if (!std::isfinite(point.y)) continue;
            low = std::min(low, point.y);
            high = std::max(high, point.y);
        }
        names.push_back(
            name_and_value(losses.studies[i]->activation.name, value_text(losses.courses[i].loss.back()), context));
        names_width = std::max(names_width, names.back()->width());
    }
    const double room = 0.04 * std::max(high - low, 0.2);
    const plot::Box box{profile.page_margin + profile.px(34), sheet.top + profile.px(34),
                        sheet.scene.width - names_width - profile.px(end_names_gap + 16),
                        sheet.bottom - profile.px(40)};
    const auto epochs = static_cast<double>(losses.settings.epochs);
    const plot::Panel panel(box, {0, epochs, low - room, high + room});
    draw_panel_title(sheet.scene, wording.phrase("loss.panel", {}, plot::Weight::semibold),
                     {profile.page_margin, box.top - profile.px(14)}, context);
    draw_edges(sheet.scene, panel, context, number_ticks(0, epochs, 6), loss_ticks(panel.y.low(), panel.y.high()));
    std::vector<EndName> ends;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const std::string& id = losses.studies[i]->activation.id;
        draw_points_line(sheet.scene, panel, curves[i], style[i].stroke(context), id);
        // A training that has failed ends at the top, where its loss has gone.
        const double last = std::isfinite(curves[i].back().y) ? curves[i].back().y : panel.y.high();
        ends.push_back({{id, names[i], panel.at(epochs, last), style[i].hue.text}, style[i].hue.stroke});
    }
    require_end_names(sheet.scene, box, ends, context);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
