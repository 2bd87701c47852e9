#include "figure/head.hpp"

#include <algorithm>
#include <iterator>

namespace actlas::figure {

plot::Scene make_scene(double width, double height, const Context& context, std::string title,
                       std::string description) {
    plot::Scene scene;
    scene.width = width;
    scene.height = height;
    if (!context.transparent) scene.background = context.theme.page;
    scene.title = std::move(title);
    scene.description = std::move(description);
    scene.language = tag(context.language);
    return scene;
}

void put_text(plot::Scene& scene, std::shared_ptr<const plot::Typeset> text, plot::Point origin, plot::Colour colour,
              plot::Role role, std::string name) {
    scene.marks.push_back({role, plot::TextMark{std::move(text), origin, colour, std::nullopt, 2}, std::move(name)});
}

namespace {

/// The ways to write a formula that are flat enough at their smallest; all of them where none is.
std::vector<plot::MathNode> flat_ways(const std::vector<plot::MathNode>& ways, const Profile::Head& sizes,
                                      const plot::Typesetter& typesetter) {
    std::vector<plot::MathNode> flat;
    std::copy_if(ways.begin(), ways.end(), std::back_inserter(flat), [&](const plot::MathNode& way) {
        return typesetter.math(way, sizes.smallest_formula)->ink().height() <= sizes.tallest_formula;
    });
    return flat.empty() ? ways : flat;
}

} // namespace

double draw_head(plot::Scene& scene, const Head& head, const Context& context) {
    const auto& typesetter = context.typesetter;
    const Profile& profile = context.profile;
    const Profile::Head& sizes = profile.head;
    const auto title = typesetter.words(head.title, sizes.title, context.language, plot::Weight::semibold);
    put_text(scene, title, {profile.page_margin, sizes.title_baseline}, context.theme.ink, plot::Role::title, "title");
    const double title_right = profile.page_margin + title->width();
    double text_right = title_right;
    double subtitle_top = scene.height;
    double bottom = sizes.height;
    if (!head.subtitle.empty()) {
        const auto subtitle = typesetter.line(head.subtitle, sizes.subtitle, context.language);
        put_text(scene, subtitle, {profile.page_margin, sizes.subtitle_baseline}, context.theme.muted,
                 plot::Role::title, "subtitle");
        text_right = std::max(text_right, profile.page_margin + subtitle->width());
        subtitle_top = sizes.subtitle_baseline + subtitle->ink().top;
    }
    if (head.formulas.empty()) return bottom;

    const double right_edge = scene.width - profile.page_margin;
    const auto place = [&](const std::shared_ptr<const plot::Typeset>& formula, double x, double centre) {
        const plot::Box ink = formula->ink();
        put_text(scene, formula, {x - ink.left, centre - (ink.top + ink.bottom) / 2}, context.theme.ink,
                 plot::Role::title, "formula");
        return centre + ink.height() / 2;
    };
    const bool limited = sizes.tallest_formula > 0;
    const auto ways = limited ? flat_ways(head.formulas, sizes, typesetter) : head.formulas;
    for (const auto& node : ways) {
        for (double size = sizes.formula; size >= sizes.smallest_formula; size -= sizes.formula_step) {
            const auto formula = typesetter.math(node, size);
            const plot::Box ink = formula->ink();
            if (limited && ink.height() > sizes.tallest_formula && size - sizes.formula_step >= sizes.smallest_formula)
                continue;
            double centre = std::max(sizes.formula_centre, profile.px(10) + ink.height() / 2);
            if (text_right + sizes.gap + ink.width() > right_edge) {
                if (!sizes.formula_over_subtitle || title_right + sizes.gap + ink.width() > right_edge) continue;
                centre = std::min(centre, subtitle_top - profile.px(4) - ink.height() / 2);
                if (centre - ink.height() / 2 < profile.px(8)) continue;
            }
            const double formula_bottom = place(formula, right_edge - ink.width(), centre);
            return std::max(bottom, formula_bottom + profile.px(16));
        }
    }
    // No room beside the title: a line of its own below, as large as it fits.
    for (double size = sizes.formula;; size -= profile.px(0.5)) {
        const auto formula = typesetter.math(ways.front(), size);
        const plot::Box ink = formula->ink();
        if (ink.width() > right_edge - profile.page_margin && size > profile.px(9)) continue;
        const double top =
            head.subtitle.empty() ? sizes.title_baseline + profile.px(12) : sizes.subtitle_baseline + profile.px(14);
        bottom = place(formula, profile.page_margin, top + ink.height() / 2) + profile.px(18);
        return std::max(bottom, sizes.height);
    }
}

} // namespace actlas::figure
