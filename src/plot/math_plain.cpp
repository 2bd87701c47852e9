#include "plot/math_plain.hpp"

#include "base/utf8.hpp"
#include "plot/math_spacing.hpp"

#include <algorithm>

namespace actlas::plot {

namespace {

/// Whether a part needs no brackets to stand as one operand.
bool is_single(const MathNode& node) {
    using enum MathNode::Kind;
    const auto items = math_items(node);
    if (items.size() != 1) return false;
    const auto kind = items.front()->kind;
    return kind != fraction && kind != cases && kind != binary && kind != relation;
}

std::string operand(const MathNode& node) {
    const std::string text = plain_math(node);
    return is_single(node) ? text : "(" + text + ")";
}

std::string joined(const std::vector<MathNode>& nodes) {
    MathNode row;
    row.children = nodes;
    return plain_math(row);
}

std::string row_text(const MathNode& node) {
    const auto items = math_items(node);
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const MathNode& item = *items[i];
        // A thin space says "applied to" or "times": only a blank keeps two words apart.
        if (item.kind == MathNode::Kind::space) {
            const bool before_bracket = i + 1 < items.size() && items[i + 1]->kind == MathNode::Kind::fenced;
            if (!text.empty() && !text.ends_with(' ') && !before_bracket) text += ' ';
            continue;
        }
        text += plain_math(item);
    }
    return text;
}

std::string cases_text(const MathNode& node) {
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); i += 2) {
        if (i > 0) text += "; ";
        text += plain_math(node.children[i]);
        if (i + 1 < node.children.size()) text += ", " + plain_math(node.children[i + 1]);
    }
    return "{" + text + "}";
}

} // namespace

std::string plain_math(const MathNode& node) {
    using enum MathNode::Kind;
    const auto part = [&](std::size_t index) {
        return index < node.children.size() ? operand(node.children[index]) : std::string();
    };
    switch (node.kind) {
    case identifier:
    case upright:
    case number:
    case prefix:
        return node.text;
    case binary:
        return node.text == "/" ? node.text : " " + node.text + " ";
    case relation:
        return " " + node.text + " ";
    case punctuation:
        return node.text + " ";
    case space:
        return " ";
    case row:
        return row_text(node);
    case fraction:
        return part(0) + "/" + part(1);
    case superscript:
        return part(0) + "^" + part(1);
    case subscript:
        return part(0) + "_" + part(1);
    case radical:
        return "√" + part(0);
    case cases:
        return cases_text(node);
    case prime:
        return part(0) + "′";
    case fenced: {
        const std::u32string fences = code_points(node.text);
        std::string text;
        const auto fence = [&](char32_t character) {
            if (character != no_fence) append_utf8(text, character);
        };
        if (!fences.empty()) fence(fences.front());
        text += joined(node.children);
        if (fences.size() > 1) fence(fences.back());
        return text;
    }
    }
    return {};
}

} // namespace actlas::plot
