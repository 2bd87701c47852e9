#include "plot/math_stretch.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace actlas::plot {

namespace {

/// The pieces with each extender repeated.
std::vector<const AssemblyPart*> repeated(const std::vector<AssemblyPart>& parts, int times) {
    std::vector<const AssemblyPart*> list;
    for (const AssemblyPart& part : parts)
        for (int i = 0; i < (part.extender ? times : 1); ++i)
            list.push_back(&part);
    return list;
}

double most_overlap(const AssemblyPart& below, const AssemblyPart& above) {
    // A piece never disappears behind its neighbour, whatever the connectors say.
    return std::min({below.end_connector, above.start_connector, 0.99 * below.height, 0.99 * above.height});
}

/// Heights of the pieces put together, in em, with the least and the most overlap.
std::pair<double, double> reach(const std::vector<const AssemblyPart*>& list, double least_overlap) {
    double total = 0;
    double slack = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        total += list[i]->height;
        if (i > 0) {
            total -= least_overlap;
            slack += std::max(0.0, most_overlap(*list[i - 1], *list[i]) - least_overlap);
        }
    }
    return {total, total - slack};
}

MathBox assembled(const MathFont& font, const std::vector<AssemblyPart>& parts, double size, double height,
                  const std::string& text) {
    const double least_overlap = font.min_connector_overlap();
    const double needed = height / size;
    const bool can_grow = std::any_of(parts.begin(), parts.end(), [](const AssemblyPart& p) { return p.extender; });
    auto list = repeated(parts, 0);
    for (int times = 1; can_grow && times < 1000 && (list.empty() || reach(list, least_overlap).first < needed);
         ++times)
        list = repeated(parts, times);

    const auto [largest, smallest] = reach(list, least_overlap);
    // Share what is too much among the joints in proportion to what each can take.
    const double share = largest > smallest ? std::clamp((largest - needed) / (largest - smallest), 0.0, 1.0) : 0.0;
    MathBox box;
    double y = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) {
            const double room = std::max(0.0, most_overlap(*list[i - 1], *list[i]) - least_overlap);
            y += (least_overlap + share * room) * size;
        }
        const GlyphMetrics metrics = font.metrics(list[i]->glyph);
        // Pieces are stacked by their ink: where a piece sits on its own baseline says nothing.
        box.width = std::max(box.width, metrics.advance * size);
        MathBox piece = glyph_box(font, list[i]->glyph, size, i == 0 ? text : std::string());
        piece.glyphs.front().piece = true;
        box.place(std::move(piece), 0, y + metrics.bottom * size);
        y -= list[i]->height * size;
    }
    return box;
}

} // namespace

MathBox glyph_box(const MathFont& font, hb_codepoint_t glyph, double size, std::string text) {
    const GlyphMetrics metrics = font.metrics(glyph);
    MathBox box;
    box.width = metrics.advance * size;
    box.height = metrics.top * size;
    box.depth = -metrics.bottom * size;
    box.glyphs.push_back({glyph,
                          {0, 0},
                          size,
                          {metrics.left * size, -metrics.top * size, metrics.right * size, -metrics.bottom * size},
                          std::move(text),
                          false});
    return box;
}

MathBox stretched(const MathFont& font, char32_t character, double size, double height) {
    std::string text;
    append_utf8(text, character);
    const hb_codepoint_t glyph = font.glyph(character);
    const auto variants = font.variants(glyph);
    for (const GlyphVariant& variant : variants)
        if (variant.height * size >= height) return glyph_box(font, variant.glyph, size, std::move(text));
    const auto parts = font.assembly(glyph);
    if (!parts.empty()) return assembled(font, parts, size, height, text);
    return glyph_box(font, variants.back().glyph, size, std::move(text));
}

} // namespace actlas::plot
