#include "plot/math_spacing.hpp"

#include "base/utf8.hpp"

#include <array>

namespace actlas::plot {

namespace {

bool is_one_character(const std::string& text) {
    std::size_t at = 0;
    if (!text.empty()) next_code_point(text, at);
    return at == text.size();
}

void collect(const MathNode& node, std::vector<const MathNode*>& items) {
    if (node.kind != MathNode::Kind::row) {
        items.push_back(&node);
        return;
    }
    for (const MathNode& child : node.children)
        collect(child, items);
}

} // namespace

std::vector<const MathNode*> math_items(const MathNode& node) {
    std::vector<const MathNode*> items;
    collect(node, items);
    return items;
}

MathEdges math_edges(const MathNode& node) {
    using enum MathNode::Kind;
    switch (node.kind) {
    case upright:
        if (!is_one_character(node.text)) return {MathClass::function, MathClass::function};
        return {};
    case binary:
        if (node.text == "/") return {}; // set close
        return {MathClass::binary, MathClass::binary};
    case relation:
        return {MathClass::relation, MathClass::relation};
    case prefix:
        return {MathClass::ordinary, MathClass::prefix};
    case punctuation:
        return {MathClass::punctuation, MathClass::punctuation};
    case fenced:
        return {MathClass::open, MathClass::close};
    case fraction:
        return {MathClass::inner, MathClass::inner};
    case cases:
        return {MathClass::open, MathClass::inner};
    case superscript:
    case subscript:
    case prime:
        return node.children.empty() ? MathEdges{} : math_edges(node.children.front());
    case row: {
        const auto items = math_items(node);
        if (items.empty()) return {};
        return {math_edges(*items.front()).left, math_edges(*items.back()).right};
    }
    case identifier:
    case number:
    case space:
    case radical:
        return {};
    }
    return {};
}

double math_space(MathClass left, MathClass right, bool script) {
    // Rows: left; columns: right, both without `prefix`. 1 thin, 2 medium, 3 thick; negative: not in scripts.
    static constexpr std::array<std::array<int, 8>, 8> table{{
        // ord fun  bin rel  opn cls pct inn
        {0, 1, -2, -3, 0, 0, 0, -1},      // ordinary
        {1, 1, -2, -3, 0, 0, 0, -1},      // function
        {-2, -2, 0, 0, -2, 0, 0, -2},     // binary
        {-3, -3, 0, 0, -3, 0, 0, -3},     // relation
        {0, 0, 0, 0, 0, 0, 0, 0},         // open
        {0, 1, -2, -3, 0, 0, 0, -1},      // close
        {-1, -1, -1, -1, -1, -1, -1, -1}, // punctuation
        {-1, 1, -2, -3, -1, 0, 0, -1},    // inner
    }};
    // Without a space a minus sign runs into a fraction bar.
    if (left == MathClass::prefix) return right == MathClass::inner ? 1.0 / 18 : 0;
    if (right == MathClass::prefix) right = MathClass::ordinary;
    const int entry = table[static_cast<std::size_t>(left)][static_cast<std::size_t>(right)];
    if (script && entry < 0) return 0;
    constexpr std::array<double, 4> widths{0, 3.0 / 18, 4.0 / 18, 5.0 / 18};
    return widths[static_cast<std::size_t>(entry < 0 ? -entry : entry)];
}

} // namespace actlas::plot
