#include "figure/expression.hpp"
#include "figure/figure.hpp"
#include "figure/precision_map.hpp"
#include "figure/sheet.hpp"
#include "figure/wording.hpp"

namespace actlas::figure {

plot::Scene precision(const analysis::Study& study, const Context& context, const Options& options) {
    const Wording& wording = Wording::in(context.language);
    const auto& profile = context.profile;
    SheetTexts texts;
    // A slide has room for fewer lanes.
    MapLanes lanes;
    if (profile.one_size) lanes.least_bits = 16;
    texts.title = options.title.value_or(
        wording.text(profile.one_size ? "precision.title_wide" : "precision.title", {{"name", study.activation.name}}));
    texts.subtitle = wording.text("precision.subtitle");
    texts.foot = {wording.text("precision.foot")};
    std::vector<std::string> names;
    for (const auto& behaviour : study.precision)
        if (behaviour.format->bits >= lanes.least_bits) names.emplace_back(behaviour.format->name);
    texts.description =
        wording.text("alt.precision", {{"name", study.activation.name}, {"formats", listed(names, context.language)}});
    Sheet sheet = make_sheet(texts, context, options, 500);
    const plot::Box box{profile.page_margin + profile.px(map_names), sheet.top, sheet.scene.width - profile.page_margin,
                        sheet.bottom - profile.px(26)};
    draw_precision_map(sheet.scene, box, study.precision, context, lanes);
    return std::move(sheet.scene);
}

} // namespace actlas::figure
