#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/profile.hpp"
#include "formula/derivative.hpp"
#include "formula/notation.hpp"
#include "plot/math_break.hpp"
#include "plot/math_collisions.hpp"
#include "plot/typeset_fonts.hpp"
#include "scenes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

using namespace actlas;

namespace {

constexpr double size = 13; // px, the smallest of a head's formulas

/// Every formula of the catalogue and its first two derivatives, as figures set them.
template<class Check>
void for_each_formula(Check check) {
    for (const auto& activation : scenes::catalogue().activations()) {
        formula::Expr expr = activation.expr;
        for (int order = 0; order <= 2; ++order) {
            CAPTURE(activation.id, order);
            if (order > 0) expr = formula::derivative(expr);
            check(figure::to_math(formula::notate_definition(expr, order)), activation.id, order);
        }
    }
}

} // namespace

TEST_CASE("every formula of the catalogue and its derivatives are set without a collision", "[catalogue]") {
    for_each_formula([](const plot::MathNode& node, const std::string&, int) {
        for (const auto style : {plot::MathStyle::display, plot::MathStyle::text})
            for (const std::string& collision : plot::collisions(plot::lay_out(node, size, style)))
                CHECK(collision == "");
    });
}

TEST_CASE("every formula and first two derivatives fit a page's width at 11 px, broken where they must be") {
    const auto& profile = figure::document_profile();
    const double width = profile.width - 2 * profile.page_margin;
    const double least = profile.head.smallest_broken;
    const auto measure = [&](const plot::MathNode& node) { return plot::lay_out(node, least).ink().width(); };
    const auto common = scenes::catalogue().group("@common");
    for_each_formula([&](const plot::MathNode& node, const std::string& id, int order) {
        // Of the rarer ones a second derivative, which no figure shows, may be a fraction that no line holds.
        if (order == 2 && std::find(common.begin(), common.end(), id) == common.end()) return;
        for (const auto& line : plot::break_math(node, width, least, measure)) {
            CHECK(line.indent + measure(line.node) <= width);
            for (const std::string& collision : plot::collisions(plot::lay_out(line.node, least)))
                CHECK(collision == "");
        }
    });
}

TEST_CASE("a head breaks a formula of any length, and says when it leaves one out", "[catalogue]") {
    for (const auto* profile : {&figure::document_profile(), &figure::slide_profile()})
        for (const int terms : {1, 5, 10, 20, 1000}) {
            CAPTURE(profile->name, terms);
            plot::MathNode sum{plot::MathNode::Kind::row, {}, {figure::of_x(0), figure::relation("=")}};
            for (int i = 0; i < terms; ++i) {
                if (i > 0) sum.children.push_back({plot::MathNode::Kind::binary, "+", {}});
                sum.children.push_back(figure::value_at(1, 0.5, 1.25));
            }
            const figure::Context context = scenes::context();
            const figure::Context sized{context.theme, context.language, context.typesetter, *profile};
            plot::Scene scene = figure::make_scene(profile->width, profile->height, sized, "title", "description");
            const double bottom = figure::draw_head(scene, {"A title", {{"A subtitle", {}, {}}}, {sum}}, sized);
            scenes::require_faultless(scene);
            double lowest = 0;
            bool shown = false;
            for (const auto& mark : scene.marks)
                if (mark.name == "formula") {
                    shown = true;
                    lowest = std::max(lowest, plot::bounds(mark).bottom);
                }
            CHECK(lowest < bottom);
            CHECK(bottom < 0.5 * profile->height);
            CHECK(shown == scene.dropped.empty());
            CHECK(shown == (terms < 1000));
        }
}
