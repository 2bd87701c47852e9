#include "plot/math_layout.hpp"

#include "plot/math_alphabet.hpp"
#include "plot/math_rules.hpp"
#include "plot/math_spacing.hpp"
#include "plot/math_stretch.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace actlas::plot {

double MathRules::size(TexStyle style) const {
    switch (style.level) {
    case TexStyle::Level::display:
    case TexStyle::Level::text:
        return size_;
    case TexStyle::Level::script:
        return size_ * font_.constant(HB_OT_MATH_CONSTANT_SCRIPT_PERCENT_SCALE_DOWN);
    case TexStyle::Level::scriptscript:
        return size_ * font_.constant(HB_OT_MATH_CONSTANT_SCRIPT_SCRIPT_PERCENT_SCALE_DOWN);
    }
    return size_;
}

MathBox MathRules::node(const MathNode& node, TexStyle style) const {
    using enum MathNode::Kind;
    switch (node.kind) {
    case identifier:
        return letters(identifier_text(node.text), style);
    case upright:
        return font_.covers(node.text) ? letters(node.text, style) : words(node.text, style);
    case number:
    case binary:
    case relation:
    case prefix:
    case punctuation:
        return letters(node.text, style);
    case space: {
        MathBox box;
        box.width = thin_space * size(style);
        return box;
    }
    case row:
        return row_box(node, style);
    case fraction:
        return fraction_box(node, style);
    case superscript:
    case subscript:
        return scripts_box(node, style);
    case radical:
        return radical_box(node, style);
    case fenced:
        return fenced_box(node, style);
    case cases:
        return cases_box(node, style);
    case prime:
        return prime_box(node, style);
    }
    return {};
}

MathBox MathRules::letters(std::string_view text, TexStyle style) const {
    const double em = size(style);
    const int script_level = style.level == TexStyle::Level::script         ? 1
                             : style.level == TexStyle::Level::scriptscript ? 2
                                                                            : 0;
    MathBox box;
    GlyphMetrics last;
    for (ShapedGlyph& glyph : font_.shape(text, script_level)) {
        last = font_.metrics(glyph.glyph);
        box.place(glyph_box(font_, glyph.glyph, em, std::move(glyph.text)), box.width + glyph.x_offset * em,
                  -glyph.y_offset * em);
        box.width += glyph.advance * em;
    }
    box.italic = last.italic * em;
    // STIX Math 1.1 has no italic corrections: what leans out of the last letter's width takes their place.
    box.width += last.italic > 0 ? box.italic : std::max(0.0, last.right - last.advance) * em;
    box.character = true;
    return box;
}

MathBox MathRules::words(const std::string& text, TexStyle style) const {
    auto set = words_(text, size(style));
    MathBox box;
    box.width = set->width();
    box.height = -set->ink().top;
    box.depth = set->ink().bottom;
    box.character = true;
    box.words.push_back({std::move(set), {0, 0}});
    return box;
}

MathBox MathRules::row_box(const MathNode& node, TexStyle style) const {
    const auto items = math_items(node);
    if (items.size() == 1) return this->node(*items.front(), style);
    MathBox box;
    std::optional<MathClass> before;
    double explicit_space = 0;
    for (const MathNode* item : items) {
        if (item->kind == MathNode::Kind::space) {
            explicit_space += thin_space;
            continue;
        }
        MathEdges edges = math_edges(*item);
        // TeX's rule 5: a sign without an operand on its left is no binary operator.
        const bool no_operand = !before || *before == MathClass::binary || *before == MathClass::relation ||
                                *before == MathClass::open || *before == MathClass::punctuation;
        if (edges.left == MathClass::binary && no_operand) edges = {MathClass::ordinary, MathClass::prefix};
        const double automatic = before ? math_space(*before, edges.left, style.is_script()) : 0;
        box.width += std::max(automatic, explicit_space) * size(style);
        explicit_space = 0;

        MathBox part = this->node(*item, style);
        box.italic = part.italic;
        box.append(std::move(part));
        before = edges.right;
    }
    box.width += explicit_space * size(style);
    return box;
}

MathBox MathRules::scripts_box(const MathNode& node, TexStyle style) const {
    if (node.children.empty()) return {};
    // x₁² is a superscript on a subscript: its scripts stand one above the other.
    const bool above = node.kind == MathNode::Kind::superscript;
    const MathNode& base = node.children.front();
    const MathNode::Kind other = above ? MathNode::Kind::subscript : MathNode::Kind::superscript;
    const auto script = [&](const MathNode& owner, bool is_above) { return child(owner, 1, style.script(!is_above)); };
    if (base.kind == other && !base.children.empty()) {
        MathBox own = script(node, above);
        MathBox inner = script(base, !above);
        return with_scripts(this->node(base.children.front(), style), std::move(above ? own : inner),
                            std::move(above ? inner : own), style);
    }
    if (above) return with_scripts(this->node(base, style), script(node, true), std::nullopt, style);
    return with_scripts(this->node(base, style), std::nullopt, script(node, false), style);
}

/// Appendix G, rule 18, with the OpenType parameters.
MathBox MathRules::with_scripts(MathBox base, std::optional<MathBox> above, std::optional<MathBox> below,
                                TexStyle style) const {
    double up = 0;
    double down = 0;
    if (above) {
        up = length(style.cramped ? HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP_CRAMPED
                                  : HB_OT_MATH_CONSTANT_SUPERSCRIPT_SHIFT_UP,
                    style);
        if (!base.character)
            up = std::max(up, base.height - length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BASELINE_DROP_MAX, style));
        up = std::max(up, above->depth + length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MIN, style));
    }
    if (below) {
        down = length(HB_OT_MATH_CONSTANT_SUBSCRIPT_SHIFT_DOWN, style);
        if (!base.character)
            down = std::max(down, base.depth + length(HB_OT_MATH_CONSTANT_SUBSCRIPT_BASELINE_DROP_MIN, style));
        down = std::max(down, below->height - length(HB_OT_MATH_CONSTANT_SUBSCRIPT_TOP_MAX, style));
    }
    if (above && below) {
        const double gap = (up - above->depth) - (below->height - down);
        const double lacking = length(HB_OT_MATH_CONSTANT_SUB_SUPERSCRIPT_GAP_MIN, style) - gap;
        if (lacking > 0) {
            down += lacking;
            const double lift =
                length(HB_OT_MATH_CONSTANT_SUPERSCRIPT_BOTTOM_MAX_WITH_SUBSCRIPT, style) - (up - above->depth);
            if (lift > 0) {
                up += lift;
                down -= lift;
            }
        }
    }
    const double above_x = base.width;
    const double below_x =
        base.width - base.italic + (below ? base.lacking_room(*below, base.width - base.italic, down) : 0);
    const double above_end = above ? above_x + above->width : 0;
    const double below_end = below ? below_x + below->width : 0;
    MathBox box = std::move(base);
    if (above) box.place(std::move(*above), above_x, -up);
    if (below) box.place(std::move(*below), below_x, down);
    box.width = std::max(above_end, below_end) + length(HB_OT_MATH_CONSTANT_SPACE_AFTER_SCRIPT, style);
    box.italic = 0;
    box.character = false;
    return box;
}

MathBox MathRules::prime_box(const MathNode& node, TexStyle style) const {
    std::size_t count = 1;
    const MathNode* base = node.children.empty() ? nullptr : &node.children.front();
    while (base && base->kind == MathNode::Kind::prime) {
        ++count;
        base = base->children.empty() ? nullptr : &base->children.front();
    }
    static constexpr std::string_view marks[] = {"′", "″", "‴", "⁗"};
    std::string text;
    for (; count > std::size(marks); --count)
        text += marks[0];
    text += marks[count - 1];

    MathBox box = base ? this->node(*base, style) : MathBox{};
    MathBox mark = letters(text, style);
    // A font draws its prime either raised, to stand beside a letter as it is, or large and low, to be set as a
    // superscript.
    const bool raised = -mark.depth >= 0.25 * size(style);
    if (!raised) return with_scripts(std::move(box), letters(text, style.script(false)), std::nullopt, style);
    const double x = box.width;
    const double lift = std::max(0.0, box.height - mark.height);
    box.width += mark.width;
    box.place(std::move(mark), x, -lift);
    box.italic = 0;
    return box;
}

MathBox lay_out_math(const MathFont& font, const MathNode& node, double size, MathStyle style,
                     const WordsInMath& words) {
    return MathRules(font, size, words)
        .node(node, {style == MathStyle::display ? TexStyle::Level::display : TexStyle::Level::text, false});
}

} // namespace actlas::plot
