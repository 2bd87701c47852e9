#include "base/utf8.hpp"
#include "plot/math_rules.hpp"
#include "plot/math_stretch.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace actlas::plot {

/// Appendix G, rule 15.
MathBox MathRules::fraction_box(const MathNode& node, TexStyle style) const {
    const bool display = style.level == TexStyle::Level::display;
    MathBox top = child(node, 0, style.part_of_fraction(false));
    MathBox bottom = child(node, 1, style.part_of_fraction(true));
    const double rule = length(HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS, style);
    const double axis = length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style);
    const double gap_above = length(display ? HB_OT_MATH_CONSTANT_FRACTION_NUM_DISPLAY_STYLE_GAP_MIN
                                            : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_GAP_MIN,
                                    style);
    const double gap_below = length(display ? HB_OT_MATH_CONSTANT_FRACTION_DENOM_DISPLAY_STYLE_GAP_MIN
                                            : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_GAP_MIN,
                                    style);
    double up = length(display ? HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_DISPLAY_STYLE_SHIFT_UP
                               : HB_OT_MATH_CONSTANT_FRACTION_NUMERATOR_SHIFT_UP,
                       style);
    double down = length(display ? HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_DISPLAY_STYLE_SHIFT_DOWN
                                 : HB_OT_MATH_CONSTANT_FRACTION_DENOMINATOR_SHIFT_DOWN,
                         style);
    up = std::max(up, axis + rule / 2 + gap_above + top.depth);
    down = std::max(down, bottom.height + gap_below + rule / 2 - axis);

    const double side = 0.12 * size(style); // the bar keeps clear of its neighbours
    const double overhang = 0.04 * size(style);
    const double inner = std::max(top.width, bottom.width) + 2 * overhang;
    MathBox box;
    box.width = inner + 2 * side;
    const double top_x = side + (inner - top.width) / 2;
    const double bottom_x = side + (inner - bottom.width) / 2;
    box.place(std::move(top), top_x, -up);
    box.place(std::move(bottom), bottom_x, down);
    box.place_rule({side, -axis - rule / 2, side + inner, -axis + rule / 2});
    return box;
}

/// Appendix G, rule 11.
MathBox MathRules::radical_box(const MathNode& node, TexStyle style) const {
    MathBox inside = child(node, 0, style.under_bar());
    const double rule = length(HB_OT_MATH_CONSTANT_RADICAL_RULE_THICKNESS, style);
    double gap = length(style.level == TexStyle::Level::display ? HB_OT_MATH_CONSTANT_RADICAL_DISPLAY_STYLE_VERTICAL_GAP
                                                                : HB_OT_MATH_CONSTANT_RADICAL_VERTICAL_GAP,
                        style);
    const double content = inside.height + inside.depth;
    MathBox sign = stretched(font_, U'√', size(style), content + gap + rule);
    gap += std::max(0.0, sign.height + sign.depth - content - gap - rule) / 2;

    const double top = inside.height + gap + rule;
    sign.shift(sign.height - top);
    const double sign_right = sign.ink().right;
    const double start = std::max(sign.width, sign_right);
    MathBox box;
    box.width = start + inside.width + 0.08 * size(style);
    const double bar_end = start + inside.width + 0.04 * size(style);
    box.place(std::move(sign), 0, 0);
    box.place(std::move(inside), start, 0);
    // The bar begins inside the sign's own top, so that no seam shows.
    box.place_rule({sign_right - rule / 2, -top, bar_end, -top + rule});
    box.height += length(HB_OT_MATH_CONSTANT_RADICAL_EXTRA_ASCENDER, style);
    return box;
}

void MathRules::centre_on_axis(MathBox& box, TexStyle style) const {
    const double axis = length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style);
    box.shift((box.height - box.depth) / 2 - axis);
}

MathBox MathRules::fenced_box(const MathNode& node, TexStyle style) const {
    const std::u32string fences = code_points(node.text);
    MathNode content;
    content.children = node.children;
    MathBox inside = row_box(content, style);
    const double em = size(style);
    const double axis = length(HB_OT_MATH_CONSTANT_AXIS_HEIGHT, style);

    // An exponent or a radical may stand out at the top, as printers let it: brackets that grew for it would differ
    // from their neighbours for no reason.
    const MathBox bracket = glyph_box(font_, font_.glyph(U'('), em, {});
    const bool tall = inside.height > bracket.height + 0.5 * em || inside.depth > bracket.depth + 0.16 * em;
    // Plain TeX's \delimiterfactor (901) and \delimitershortfall (5 pt at 10 pt): they may be a little short.
    const double full = 2 * std::max(inside.height - axis, inside.depth + axis);
    const double needed = tall ? std::max(0.901 * full, full - 0.5 * em) : 0;

    MathBox box;
    const auto fence = [&](char32_t character) {
        if (character == no_fence) return;
        // Bars are drawn shorter than brackets in some fonts; they hold the same things.
        const double least = character == U'|' || character == U'‖' ? bracket.height + bracket.depth : 0;
        MathBox part = stretched(font_, character, em, std::max(needed, least));
        const bool grown = part.glyphs.size() > 1 || part.glyphs.front().glyph != font_.glyph(character);
        if (grown) centre_on_axis(part, style);
        box.append(std::move(part));
    };
    if (!fences.empty()) fence(fences.front());
    box.append(std::move(inside));
    if (fences.size() > 1) fence(fences.back());
    return box;
}

MathBox MathRules::cases_box(const MathNode& node, TexStyle style) const {
    const TexStyle cell{style.is_script() ? style.level : TexStyle::Level::text, style.cramped};
    const double em = size(cell);
    std::vector<MathBox> values;
    std::vector<MathBox> conditions;
    double value_width = 0;
    double condition_width = 0;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
        values.push_back(child(node, i, cell));
        conditions.push_back(child(node, i + 1, cell));
        value_width = std::max(value_width, values.back().width);
        condition_width = std::max(condition_width, conditions.back().width);
    }

    MathBox rows;
    double y = 0;
    double depth_before = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = std::max(values[i].height, conditions[i].height);
        const double depth = std::max(values[i].depth, conditions[i].depth);
        // Lines 1.45 em apart, more where tall ones would come nearer than 0.5 em.
        if (i > 0) y += std::max(1.45 * em, depth_before + height + 0.5 * em);
        depth_before = depth;
        rows.place(std::move(values[i]), 0, y);
        rows.place(std::move(conditions[i]), value_width + 1.1 * em, y);
    }
    rows.width = condition_width > 0 ? value_width + 1.1 * em + condition_width : value_width;
    centre_on_axis(rows, style);

    MathBox brace = stretched(font_, U'{', size(style), rows.height + rows.depth + 0.3 * em);
    centre_on_axis(brace, style);
    // By the ink: the brace's own bearings differ between its sizes.
    const double brace_x = 0.12 * em - brace.ink().left;
    const double start = brace_x + brace.ink().right + 0.33 * em;
    MathBox box;
    box.width = start + rows.width;
    box.place(std::move(brace), brace_x, 0);
    box.place(std::move(rows), start, 0);
    return box;
}

} // namespace actlas::plot
