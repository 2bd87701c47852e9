#include "figure/end_names.hpp"

#include "base/diagnostic.hpp"
#include "figure/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace actlas::figure {

bool draw_end_names(plot::Scene& scene, const plot::Box& panel, const std::vector<EndName>& names,
                    const Context& context) {
    const Profile& profile = context.profile;
    std::vector<plot::EndLabel> labels;
    for (const auto& name : names)
        labels.push_back(name.label);
    plot::EndLabelOptions options = profile.ends;
    options.left = panel.right + profile.px(end_names_gap);
    options.top = panel.top - profile.px(20);
    options.bottom = panel.bottom + profile.px(16);
    if (plot::end_labels_height(labels, options) > *options.bottom - *options.top) return false;
    const std::size_t before = scene.marks.size();
    plot::place_end_labels(scene, labels, options);
    const std::size_t after = scene.marks.size();
    for (std::size_t i = before; i < after; ++i) {
        const std::string mark = scene.marks[i].name;
        const auto name =
            std::find_if(names.begin(), names.end(), [&](const EndName& each) { return each.label.name == mark; });
        const plot::Box ink = plot::bounds(scene.marks[i]);
        const double middle = (ink.top + ink.bottom) / 2;
        // Level at both ends, so that ties do not run into each other's names.
        const double from = name->label.end.x + profile.px(3);
        plot::Path path;
        path.move_to({from, name->label.end.y});
        path.line_to({std::max(from, panel.right + profile.px(3)) + profile.px(3), name->label.end.y});
        path.line_to({*options.left - profile.px(9), middle});
        path.line_to({*options.left - profile.px(5), middle});
        scene.marks.push_back(
            {plot::Role::guide,
             plot::PathMark{std::move(path), plot::Stroke{name->line, profile.px(0.9), {}, plot::Cap::butt}, {}, {}},
             mark});
    }
    return true;
}

void require_end_names(plot::Scene& scene, const plot::Box& panel, const std::vector<EndName>& names,
                       const Context& context) {
    if (draw_end_names(scene, panel, names, context)) return;
    throw InputError(
        Diagnostic{Diagnostic::Severity::error,
                   fmt::format("a figure of this size has no room for the names of {} curves", names.size()),
                   std::nullopt, "show fewer activations, or make it a figure of a document"});
}

std::shared_ptr<const plot::Typeset> name_and_value(const std::string& name, const std::string& value,
                                                    const Context& context) {
    const std::vector<plot::Run> runs{{name + "  ", {}, plot::Weight::semibold}, {value, {}, plot::Weight::regular}};
    return context.typesetter.line(runs, context.profile.type.note, context.language);
}

} // namespace actlas::figure
