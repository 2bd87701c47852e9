#include "figure/head.hpp"

#include <algorithm>

namespace actlas::figure {

namespace {

constexpr double title_size = 20;
constexpr double subtitle_size = 13;
constexpr double formula_size = 17.5;
constexpr double smallest_formula = 13;
constexpr double title_baseline = 36;
constexpr double subtitle_baseline = 58;
constexpr double formula_centre = 40;
constexpr double plain_height = 84;
constexpr double gap = 20;

} // namespace

plot::Scene make_scene(double width, double height, const Context& context, std::string title,
                       std::string description) {
    plot::Scene scene;
    scene.width = width;
    scene.height = height;
    scene.background = context.theme.page;
    scene.title = std::move(title);
    scene.description = std::move(description);
    scene.language = tag(context.language);
    return scene;
}

void put_text(plot::Scene& scene, std::shared_ptr<const plot::Typeset> text, plot::Point origin, plot::Colour colour,
              plot::Role role, std::string name) {
    scene.marks.push_back({role, plot::TextMark{std::move(text), origin, colour, std::nullopt, 2}, std::move(name)});
}

double draw_head(plot::Scene& scene, const Head& head, const Context& context) {
    const auto& typesetter = context.typesetter;
    const auto title = typesetter.words(head.title, title_size, context.language, plot::Weight::semibold);
    put_text(scene, title, {page_margin, title_baseline}, context.theme.ink, plot::Role::title, "title");
    double text_right = page_margin + title->width();
    double bottom = plain_height;
    if (!head.subtitle.empty()) {
        const auto subtitle = typesetter.line(head.subtitle, subtitle_size, context.language);
        put_text(scene, subtitle, {page_margin, subtitle_baseline}, context.theme.muted, plot::Role::title, "subtitle");
        text_right = std::max(text_right, page_margin + subtitle->width());
    }
    if (head.formulas.empty()) return bottom;

    const double right_edge = scene.width - page_margin;
    const auto place = [&](const std::shared_ptr<const plot::Typeset>& formula, double x, double centre) {
        const plot::Box ink = formula->ink();
        put_text(scene, formula, {x - ink.left, centre - (ink.top + ink.bottom) / 2}, context.theme.ink,
                 plot::Role::title, "formula");
        return centre + ink.height() / 2;
    };
    for (const auto& node : head.formulas) {
        for (double size = formula_size; size >= smallest_formula; size -= 1.5) {
            const auto formula = typesetter.math(node, size);
            const plot::Box ink = formula->ink();
            if (text_right + gap + ink.width() > right_edge) continue;
            const double centre = std::max(formula_centre, 10 + ink.height() / 2);
            const double formula_bottom = place(formula, right_edge - ink.width(), centre);
            return std::max(bottom, formula_bottom + 16);
        }
    }
    // No room beside the title: a line of its own below, as large as it fits.
    for (double size = formula_size;; size -= 0.5) {
        const auto formula = typesetter.math(head.formulas.front(), size);
        const plot::Box ink = formula->ink();
        if (ink.width() > right_edge - page_margin && size > 9) continue;
        const double top = head.subtitle.empty() ? title_baseline + 12 : subtitle_baseline + 14;
        bottom = place(formula, page_margin, top + ink.height() / 2) + 18;
        return std::max(bottom, plain_height);
    }
}

} // namespace actlas::figure
