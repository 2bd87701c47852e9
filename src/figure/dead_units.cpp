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

/// Functions whose curves are one at some rate.
struct Group {
    std::vector<std::size_t> members;
};

std::vector<Group> groups_of(const std::vector<experiment::Course>& courses) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < courses.size(); ++i) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& group) {
            return courses[group.members.front()].dead == courses[i].dead;
        });
        if (same == groups.end())
            groups.push_back({{i}});
        else
            same->members.push_back(i);
    }
    return groups;
}

/// The names of a group, one below the other where there are several.
std::string name_of(const Group& group, const DeadUnits& dead, const Context& context) {
    std::vector<std::string> names;
    for (const std::size_t member : group.members)
        names.push_back(dead.studies[member]->activation.name);
    return listed(names, context.language);
}

SheetTexts texts_of(const DeadUnits& dead, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& settings = dead.settings;
    std::vector<std::string> names;
    for (const auto* study : dead.studies)
        names.push_back(study->activation.name);
    SheetTexts texts;
    texts.title = options.title.value_or(wording.text("dead_units.title"));
    texts.subtitle = wording.text("dead_units.subtitle", {{"slope", short_number(settings.dead_slope)}});
    texts.foot = {wording.text("dead_units.foot", {{"shape", network_shape(experiment::Task::yin_yang, settings)},
                                                   {"samples", std::to_string(settings.samples)},
                                                   {"networks", std::to_string(settings.networks)},
                                                   {"batch", std::to_string(settings.batch)}}),
                  wording.text("dead_units.foot_end")};
    texts.description = wording.text(
        "alt.dead_units", {{"names", listed(names, context.language)}, {"epochs", std::to_string(settings.epochs)}});
    for (std::size_t rate = 0; rate < dead.courses.size(); ++rate)
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (context.language == Language::en) texts.description += ' ';
            texts.description += wording.text("alt.dead_units_end",
                                              {{"name", names[i]},
                                               {"rate", short_number(settings.dead_rates[rate])},
                                               {"share", percent_for_people(dead.courses[rate][i].dead.back(), 0)}});
        }
    return texts;
}

/// The top of the axis: a round share above all.
double highest_share(const DeadUnits& dead) {
    double highest = 0.1;
    for (const auto& courses : dead.courses)
        for (const auto& course : courses)
            highest = std::max(highest, *std::max_element(course.dead.begin(), course.dead.end()));
    for (const double round : {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8})
        if (highest <= round) return round;
    return 1;
}

void draw_rate(plot::Scene& scene, const plot::Panel& panel, const DeadUnits& dead, std::size_t rate,
               const std::vector<Look>& style, const Context& context, bool numbers) {
    std::vector<AxisTick> shares;
    for (const auto& tick : number_ticks(0, panel.y.high(), 3))
        shares.push_back({tick.at, percent_for_people(tick.at, 0)});
    draw_edges(scene, panel, context, number_ticks(0, panel.x.high(), 6), shares, {.numbers = numbers});
    std::vector<EndName> ends;
    for (const Group& group : groups_of(dead.courses[rate])) {
        const std::vector<double>& shown = dead.courses[rate][group.members.front()].dead;
        std::vector<plot::Point> points;
        for (std::size_t epoch = 0; epoch < shown.size(); ++epoch)
            points.push_back({static_cast<double>(epoch), shown[epoch]});
        // Of curves that are one, each shows through the gaps of the next.
        std::string id;
        for (const std::size_t member : group.members) {
            id = dead.studies[member]->activation.id;
            draw_points_line(scene, panel, points, style[member].stroke(context), id);
        }
        const bool one = group.members.size() == 1;
        const Look& look = style[group.members.front()];
        ends.push_back(
            {{id, name_and_value(name_of(group, dead, context), percent_for_people(shown.back(), 0), context),
              panel.at(points.back().x, points.back().y), one ? look.hue.text : context.theme.ink},
             one ? look.hue.stroke : context.theme.axis});
    }
    require_end_names(scene, panel.box, ends, context);
}

} // namespace

plot::Scene dead_units(const Studies& studies, const Context& context, const Options& options) {
    return dead_units(train_dead_units(studies, options.experiments, 1), context, options);
}

plot::Scene dead_units(const DeadUnits& dead, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    const std::vector<Look> style = looks(dead.studies, context, options.colours);
    const std::size_t rates = dead.courses.size();
    Sheet sheet =
        make_sheet(texts_of(dead, context, options), context, options, 170 + 154 * static_cast<double>(rates));
    double names_width = profile.px(100);
    for (const auto& courses : dead.courses)
        for (const Group& group : groups_of(courses))
            names_width =
                std::max(names_width, name_and_value(name_of(group, dead, context), "100%", context)->width());
    const double left = profile.page_margin + profile.px(32);
    const double right = sheet.scene.width - names_width - profile.px(end_names_gap + 16);
    const double heading = profile.px(40);
    const double numbers = profile.px(34);
    const double step = (sheet.bottom - numbers - sheet.top) / static_cast<double>(rates);
    const double highest = highest_share(dead);
    for (std::size_t rate = 0; rate < rates; ++rate) {
        const double top = sheet.top + static_cast<double>(rate) * step;
        const plot::Box box{left, top + heading, right, top + step};
        draw_panel_title(sheet.scene,
                         wording.phrase("dead_units.panel", {{"rate", short_number(dead.settings.dead_rates[rate])}},
                                        plot::Weight::semibold),
                         {profile.page_margin, box.top - profile.px(14)}, context);
        // A little below 0, so that a line at 0 is seen whole.
        draw_rate(sheet.scene,
                  plot::Panel(box, {0, static_cast<double>(dead.settings.epochs), -0.03 * highest, highest}), dead,
                  rate, style, context, rate + 1 == rates);
    }
    return std::move(sheet.scene);
}

} // namespace actlas::figure
