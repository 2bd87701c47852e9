// The transcendental functions that have to be called, one block each.

#include "analysis/cost.hpp"
#include "figure/chart.hpp"
#include "figure/expression.hpp"
#include "figure/head.hpp"
#include "figure/limitation.hpp"
#include "figure/wording.hpp"
#include "formula/evaluator.hpp"
#include "formula/notation.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <array>

namespace actlas::figure::limitation {

namespace {

/// The call as it is written, or where that is too wide its function's name alone.
std::shared_ptr<const plot::Typeset> block_text(const Page& page, const formula::Expr& call, double width) {
    const Context& context = page.context;
    const auto written = context.typesetter.math(to_math(formula::notate(call)), context.profile.type.note * 1.12);
    const double room = width - page.px(10);
    if (written->width() <= room && written->ink().height() <= page.px(32)) return written;
    const std::string name = call.kind() == formula::Kind::call ? std::string(call.node().primitive->name) : "pow";
    return context.typesetter.words(name, context.profile.type.note, context.language);
}

} // namespace

void cost(Page& page) {
    const Context& context = page.context;
    const auto& theme = context.theme;
    const Wording& wording = Wording::in(context.language);
    const auto bindings = page.study.activation.bindings();
    const std::array<formula::Expr, 2> formulas{formula::bind(page.study.activation.expr, bindings),
                                                formula::bind(page.study.derivative, bindings)};
    const auto forward = analysis::distinct_calls(std::span(formulas).first(1)).size();
    const auto calls = analysis::distinct_calls(formulas);
    if (calls.empty()) return;
    const double label_width = page.px(118);
    const double left = context.profile.page_margin + label_width;
    const double right = page.scene.width - context.profile.page_margin - page.px(58);
    const double gap = page.px(5);
    const auto count = static_cast<double>(calls.size());
    const double block = std::min((right - left) / count, page.px(120)) - gap;
    const double height = page.px(42);
    const double first = page.top + page.px(12);
    const auto row = [&](const char* key, std::size_t used, double top) {
        const auto name = context.typesetter.words(wording.text(key), context.profile.type.note, context.language);
        const double baseline = top + height / 2 - (name->ink().top + name->ink().bottom) / 2;
        put_text(page.scene, name, {context.profile.page_margin, baseline}, theme.ink, plot::Role::title, key);
        for (std::size_t i = 0; i < used; ++i) {
            const double x = left + static_cast<double>(i) * (block + gap);
            const plot::Box box{x, top, x + block, top + height};
            draw_fill(page.scene, box, tint((i < forward ? theme.function : theme.derivative).stroke, theme), "call");
            if (block < page.px(16)) continue; // so many that only their number can be read
            const auto text = block_text(page, calls[i], block);
            if (text->width() > block - 4) continue;
            put_text(page.scene, text,
                     {x + (block - text->width()) / 2, top + height / 2 - (text->ink().top + text->ink().bottom) / 2},
                     theme.ink, plot::Role::label, "call");
        }
        const auto total = context.typesetter.words(std::to_string(used), context.profile.type.panel_title,
                                                    context.language, plot::Weight::semibold);
        const double end = left + static_cast<double>(used) * (block + gap);
        put_text(page.scene, total, {end + page.px(8), top + height / 2 - (total->ink().top + total->ink().bottom) / 2},
                 theme.ink, plot::Role::label, "count");
    };
    row("limitation.forward", forward, first);
    row("limitation.both", calls.size(), first + height + page.px(16));
}

} // namespace actlas::figure::limitation
