#include "plot/math_box.hpp"

#include <algorithm>
#include <iterator>

namespace actlas::plot {

void MathBox::place(MathBox&& part, double x, double y) {
    const bool was_empty = is_empty();
    for (MathGlyph& glyph : part.glyphs) {
        glyph.origin = {glyph.origin.x + x, glyph.origin.y + y};
        glyph.ink = glyph.ink.moved(x, y);
    }
    for (MathRule& rule : part.rules)
        rule.box = rule.box.moved(x, y);
    for (MathWords& text : part.words)
        text.origin = {text.origin.x + x, text.origin.y + y};
    if (part.is_empty()) return;
    height = was_empty ? part.height - y : std::max(height, part.height - y);
    depth = was_empty ? part.depth + y : std::max(depth, part.depth + y);
    glyphs.insert(glyphs.end(), std::make_move_iterator(part.glyphs.begin()),
                  std::make_move_iterator(part.glyphs.end()));
    rules.insert(rules.end(), part.rules.begin(), part.rules.end());
    words.insert(words.end(), std::make_move_iterator(part.words.begin()), std::make_move_iterator(part.words.end()));
}

double MathBox::lacking_room(const MathBox& part, double x, double y) const {
    constexpr double least = 1e-3; // px between inks
    double lacking = 0;
    const auto keep_off = [&](const Box& left, const Box& right) {
        if (left.height() <= 0 || right.height() <= 0) return;
        if (left.top >= right.bottom + y || right.top + y >= left.bottom) return;
        if (left.right > right.left + x) lacking = std::max(lacking, left.right - right.left - x + least);
    };
    for (const MathGlyph& glyph : part.glyphs) {
        for (const MathGlyph& before : glyphs)
            keep_off(before.ink, glyph.ink);
        for (const MathRule& rule : rules)
            keep_off(rule.box, glyph.ink);
    }
    return lacking;
}

void MathBox::append(MathBox&& part) {
    const double x = width + lacking_room(part, width, 0);
    width = x + part.width;
    place(std::move(part), x, 0);
}

void MathBox::place_rule(const Box& rule) {
    MathBox part;
    part.height = -rule.top;
    part.depth = rule.bottom;
    part.rules.push_back({rule});
    place(std::move(part), 0, 0);
}

void MathBox::shift(double dy) {
    const double same_width = width;
    MathBox moved;
    moved.place(std::move(*this), 0, dy);
    moved.width = same_width;
    *this = std::move(moved);
}

Box MathBox::ink() const {
    bool first = true;
    Box all;
    const auto add = [&](const Box& box) {
        if (box.width() <= 0 || box.height() <= 0) return; // a space has no ink
        all = first ? box : all.united(box);
        first = false;
    };
    for (const MathGlyph& glyph : glyphs)
        add(glyph.ink);
    for (const MathRule& rule : rules)
        add(rule.box);
    for (const MathWords& text : words)
        add(text.ink());
    return all;
}

} // namespace actlas::plot
