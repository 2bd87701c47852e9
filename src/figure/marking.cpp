#include "figure/marking.hpp"

#include "base/number.hpp"
#include "figure/chart.hpp"
#include "figure/end_names.hpp"
#include "figure/expression.hpp"
#include "figure/looks.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

#include <algorithm>
#include <string_view>

namespace actlas::figure {

double Marking::mark(const MarkingScheme& scheme, int right) const {
    const double raw = raw_score(right);
    return scheme.study == nullptr ? raw : scheme.factor * scheme.study->f(raw);
}

namespace {

std::string name_of(const MarkingScheme& scheme, const Context& context) {
    return scheme.study != nullptr ? scheme.name : Wording::in(context.language).text("marking.raw");
}

/// The looks of the schemes; the raw score is a dotted line of the axis's colour.
std::vector<Look> looks_of(const std::vector<MarkingScheme>& schemes, const Context& context) {
    std::vector<const analysis::Study*> studies;
    for (const auto& scheme : schemes)
        if (scheme.study != nullptr) studies.push_back(scheme.study);
    const std::vector<Look> own = looks(studies, context);
    std::vector<Look> result;
    std::size_t next = 0;
    for (const auto& scheme : schemes)
        result.push_back(scheme.study != nullptr
                             ? own[next++]
                             : Look{{context.theme.axis, context.theme.muted}, dotted(context).dash, 1});
    return result;
}

std::vector<std::shared_ptr<const plot::Typeset>>
names_of(const Marking& marking, const std::vector<MarkingScheme>& schemes, const Context& context) {
    std::vector<std::shared_ptr<const plot::Typeset>> names;
    for (const auto& scheme : schemes)
        names.push_back(name_and_value(
            name_of(scheme, context),
            Wording::in(context.language).text("marking.one_right", {{"mark", short_number(marking.mark(scheme, 1))}}),
            context));
    return names;
}

void draw_schemes(plot::Scene& scene, const plot::Box& box, const Marking& marking,
                  const std::vector<MarkingScheme>& schemes, const Context& context, bool x_numbers) {
    double low = 0;
    double high = 0;
    for (const auto& scheme : schemes)
        for (int right = 0; right <= marking.questions; ++right) {
            low = std::min(low, marking.mark(scheme, right));
            high = std::max(high, marking.mark(scheme, right));
        }
    const double room = 0.06 * (high - low);
    const double questions = marking.questions;
    const plot::Panel panel(box, {0, questions, low - room, high + room});
    draw_edges(scene, panel, context, number_ticks(0, questions, 6), number_ticks(panel.y.low(), panel.y.high(), 5),
               {.numbers = x_numbers});
    // A neuron's zero: as many right as wrong.
    draw_segment(scene, panel.at(questions / 2, panel.y.low()), panel.at(questions / 2, panel.y.high()),
                 dotted(context), plot::Role::asymptote, "half right");
    const auto style = looks_of(schemes, context);
    const auto names = names_of(marking, schemes, context);
    std::vector<EndName> ends;
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        std::vector<plot::Point> marks;
        for (int right = 0; right <= marking.questions; ++right)
            marks.push_back({static_cast<double>(right), marking.mark(schemes[i], right)});
        const std::string name = name_of(schemes[i], context);
        draw_points_line(scene, panel, marks, style[i].stroke(context), name);
        for (const auto& mark : marks)
            scene.marks.push_back(
                {plot::Role::point,
                 plot::PointMark{panel.at(mark.x, mark.y), context.profile.px(2.6), style[i].hue.stroke,
                                 context.theme.page, false, context.profile.px(0.9)},
                 "mark " + name});
        ends.push_back({{name, names[i], panel.at(questions, marks.back().y), style[i].hue.text}, style[i].hue.stroke});
    }
    require_end_names(scene, box, ends, context);
}

} // namespace

plot::Scene marking(const Marking& marking, const Context& context) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    SheetTexts texts;
    texts.title = wording.text("marking.title");
    texts.subtitle = wording.text("marking.subtitle", {{"questions", std::to_string(marking.questions)}});
    texts.foot = {wording.text("marking.foot", {{"half", short_number(marking.questions / 2.0)}})};
    texts.description = wording.text("alt.marking", {{"questions", std::to_string(marking.questions)}});
    double names_width = 0;
    for (const auto* schemes : {&marking.to_scale, &marking.as_it_is}) {
        for (const auto& scheme : *schemes) {
            if (context.language == Language::en) texts.description += ' ';
            texts.description += wording.text(
                "alt.marking_scheme", {{"name", name_of(scheme, context)},
                                       {"none", significant_for_people(marking.mark(scheme, 0), 4)},
                                       {"all", significant_for_people(marking.mark(scheme, marking.questions), 4)}});
        }
        for (const auto& name : names_of(marking, *schemes, context))
            names_width = std::max(names_width, name->width());
    }
    Sheet sheet = make_sheet(texts, context, {}, 560);
    const double left = profile.page_margin + profile.px(34);
    const double right = sheet.scene.width - names_width - profile.px(end_names_gap + 16);
    const double heading = profile.px(34);
    const double numbers = profile.px(40);
    const double height = (sheet.bottom - sheet.top - 2 * heading - numbers) / 2;
    const plot::Box upper{left, sheet.top + heading, right, sheet.top + heading + height};
    const plot::Box lower{left, upper.bottom + heading, right, upper.bottom + heading + height};
    const auto title = [&](const plot::Box& box, std::string_view key) {
        draw_panel_title(sheet.scene, wording.phrase(key, {}, plot::Weight::semibold),
                         {profile.page_margin, box.top - profile.px(14)}, context);
    };
    title(upper, "marking.to_scale");
    draw_schemes(sheet.scene, upper, marking, marking.to_scale, context, false);
    title(lower, "marking.as_it_is");
    draw_schemes(sheet.scene, lower, marking, marking.as_it_is, context, true);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
