#include "figure/head.hpp"

#include "plot/math_break.hpp"

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

double line_gap(const Context& context) {
    return context.profile.px(6);
}

struct OwnLine {
    std::shared_ptr<const plot::Typeset> text;
    double indent = 0;
};

/// A formula on lines of its own: in one line, the fullest way that fits, as large as it fits; else the fullest broken,
/// as large as it takes few enough lines; else the shortest broken. Empty where even that is too long or too tall.
std::vector<OwnLine> own_lines(const std::vector<plot::MathNode>& ways, double width, double height,
                               const Context& context) {
    const auto& typesetter = context.typesetter;
    const Profile::Head& sizes = context.profile.head;
    for (const auto& way : ways)
        for (double size = sizes.formula; size >= sizes.smallest_formula; size -= sizes.formula_step) {
            auto formula = typesetter.math(way, size);
            if (formula->ink().width() <= width && formula->ink().height() <= height) return {{std::move(formula), 0}};
        }
    for (const plot::MathNode* way : {&ways.front(), &ways.back()})
        for (const double size : {sizes.smallest_formula, sizes.smallest_broken}) {
            const auto measure = [&](const plot::MathNode& node) { return typesetter.math(node, size)->ink().width(); };
            std::vector<OwnLine> lines;
            bool fits = true;
            double taken = 0;
            for (auto& line : plot::break_math(*way, width, size, measure)) {
                lines.push_back({typesetter.math(line.node, size), line.indent});
                fits = fits && line.indent + lines.back().text->ink().width() <= width;
                taken += lines.back().text->ink().height() + (lines.size() > 1 ? line_gap(context) : 0);
            }
            if (fits && taken <= height && lines.size() <= sizes.most_lines) return lines;
        }
    return {};
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
    // No room beside the title: lines of its own below.
    const auto lines = own_lines(ways, right_edge - profile.page_margin, sizes.most_height * scene.height, context);
    if (lines.empty()) {
        scene.dropped.emplace_back("formula");
        return bottom;
    }
    double top =
        head.subtitle.empty() ? sizes.title_baseline + profile.px(12) : sizes.subtitle_baseline + profile.px(14);
    for (const auto& line : lines) {
        bottom = place(line.text, profile.page_margin + line.indent, top + line.text->ink().height() / 2);
        top = bottom + line_gap(context);
    }
    return std::max(bottom + profile.px(18), sizes.height);
}

} // namespace actlas::figure
