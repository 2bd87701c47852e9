#include "plot/math_collisions.hpp"

namespace actlas::plot {

namespace {

/// Neighbours in a function's name: how closely these stand is the font's own affair (in "softplus" its f reaches over
/// the t).
bool in_one_word(const MathGlyph& a, const MathGlyph& b) {
    const auto is_upright = [](const MathGlyph& glyph) {
        return glyph.text.size() == 1 && glyph.text.front() >= 'a' && glyph.text.front() <= 'z';
    };
    return is_upright(a) && is_upright(b) && a.size == b.size && a.origin.y == b.origin.y;
}

} // namespace

std::vector<std::string> collisions(const MathBox& box) {
    const auto is_inked = [](const Box& ink) { return ink.width() > 0 && ink.height() > 0; };
    std::vector<std::string> found;
    std::string whole; // the sign that a piece belongs to
    for (std::size_t i = 0; i < box.glyphs.size(); ++i) {
        const MathGlyph& a = box.glyphs[i];
        if (!a.piece || !a.text.empty()) whole = a.text;
        if (!is_inked(a.ink)) continue;
        const Box core = a.ink.grown(-1e-6);
        for (std::size_t j = i + 1; j < box.glyphs.size(); ++j) {
            const MathGlyph& b = box.glyphs[j];
            if (j == i + 1 && in_one_word(a, b)) continue;
            if (!(a.piece && b.piece) && is_inked(b.ink) && core.overlaps(b.ink))
                found.push_back(a.text + " and " + b.text);
        }
        for (const MathRule& rule : box.rules)
            if (whole != "√" && core.overlaps(rule.box)) found.push_back(a.text + " and a bar");
    }
    return found;
}

} // namespace actlas::plot
