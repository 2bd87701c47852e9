#include "plot/math_break.hpp"

#include "plot/math_spacing.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace actlas::plot {

namespace {

using Kind = MathNode::Kind;

/// How bad it is to break before an item: the worse, the later it is tried.
enum class Break { never, relation, sum, factor };

/// An item of the line, or an end of a pair of fences that has been taken apart.
struct Atom {
    enum class Part { item, opening, closing } part = Part::item;
    MathNode node;           ///< of a fence: the node without what it holds
    std::vector<Atom> raise; ///< of a closing fence: one item, the exponent that it carries, or none
    int depth = 0;           ///< fences round it
    Break before = Break::never;
};

MathNode row_of(std::vector<MathNode> children) {
    return {Kind::row, {}, std::move(children)};
}

bool is_bracketed(const MathNode& node) {
    if (node.kind == Kind::superscript && !node.children.empty()) return is_bracketed(node.children.front());
    return node.kind == Kind::fenced;
}

/// Takes an expression apart down to a depth of fences.
class Taker {
public:
    Taker(int deepest, bool split_fractions) : deepest_(deepest), split_fractions_(split_fractions) {}

    std::vector<Atom> take(const MathNode& node) {
        row(node, 0);
        return std::move(atoms_);
    }

private:
    void row(const MathNode& node, int depth) {
        bool first = true;
        bool after_operand = false; // a sign without an operand on its left is no place to break
        for (const MathNode* item : math_items(node)) {
            Break before = Break::never;
            if (!first && item->kind == Kind::relation) before = Break::relation;
            if (after_operand && item->kind == Kind::binary && item->text != "/") before = Break::sum;
            if (after_operand && is_bracketed(*item)) before = Break::factor;
            put(*item, depth, before);
            first = false;
            after_operand = item->kind != Kind::binary && item->kind != Kind::relation && item->kind != Kind::prefix &&
                            item->kind != Kind::punctuation && item->kind != Kind::space &&
                            !(item->kind == Kind::upright && math_edges(*item).right == MathClass::function);
        }
    }

    void put(const MathNode& item, int depth, Break before) {
        const bool power_of_fence =
            item.kind == Kind::superscript && item.children.size() == 2 && item.children.front().kind == Kind::fenced;
        if (depth < deepest_ && (item.kind == Kind::fenced || power_of_fence)) {
            const MathNode& fence = power_of_fence ? item.children.front() : item;
            split(fence, depth, before);
            if (power_of_fence)
                atoms_.back().raise.push_back({Atom::Part::item, item.children.back(), {}, depth, Break::never});
        } else if (split_fractions_ && item.kind == Kind::fraction && item.children.size() == 2) {
            operand(item.children.front(), depth, before);
            atoms_.push_back({Atom::Part::item, {Kind::binary, "/", {}}, {}, depth, Break::never});
            operand(item.children.back(), depth, Break::never);
        } else {
            atoms_.push_back({Atom::Part::item, item, {}, depth, before});
        }
    }

    /// A numerator or denominator beside a slash.
    void operand(const MathNode& node, int depth, Break before) {
        if (math_items(node).size() == 1 && math_items(node).front()->kind != Kind::fraction)
            put(*math_items(node).front(), depth, before);
        else
            split({Kind::fenced, "()", {node}}, depth, before);
    }

    void split(const MathNode& fence, int depth, Break before) {
        atoms_.push_back({Atom::Part::opening, {Kind::fenced, fence.text, {}}, {}, depth, before});
        row(row_of(fence.children), depth + 1);
        atoms_.push_back({Atom::Part::closing, {Kind::fenced, fence.text, {}}, {}, depth, Break::never});
    }

    int deepest_;
    bool split_fractions_;
    std::vector<Atom> atoms_;
};

/// One of a fence's two characters with "." for the other, which is not drawn.
std::string half(const std::string& fences, bool opening) {
    // Fences are one character each; the last begins after the last byte that continues no character.
    std::size_t last = fences.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(fences[last]) & 0xC0U) == 0x80U)
        --last;
    return opening ? fences.substr(0, last) + "." : "." + fences.substr(last);
}

MathNode raised(MathNode base, const Atom& closing) {
    if (closing.raise.empty()) return base;
    return {Kind::superscript, {}, {std::move(base), closing.raise.front().node}};
}

/// The atoms of a line as an expression; fences whose other end is on another line are drawn on one side only.
MathNode line_of(const std::vector<Atom>& atoms, std::size_t begin, std::size_t end, bool continued) {
    struct Open {
        const Atom* fence;
        std::vector<MathNode> inside;
    };
    std::vector<Open> open{{nullptr, {}}};
    if (continued && atoms[begin].before == Break::factor) open.back().inside.push_back({Kind::binary, "·", {}});
    for (std::size_t i = begin; i < end; ++i) {
        const Atom& atom = atoms[i];
        if (atom.part == Atom::Part::item) {
            open.back().inside.push_back(atom.node);
        } else if (atom.part == Atom::Part::opening) {
            open.push_back({&atom, {}});
        } else {
            std::vector<MathNode> inside = std::move(open.back().inside);
            const bool whole = open.back().fence != nullptr;
            if (whole)
                open.pop_back();
            else
                open.back().inside.clear(); // all of the line so far stands inside
            const std::string fences = whole ? atom.node.text : half(atom.node.text, false);
            open.back().inside.push_back(raised({Kind::fenced, fences, std::move(inside)}, atom));
        }
    }
    while (open.size() > 1) {
        Open last = std::move(open.back());
        open.pop_back();
        open.back().inside.push_back({Kind::fenced, half(last.fence->node.text, true), std::move(last.inside)});
    }
    return row_of(std::move(open.front().inside));
}

/// Where the items after the first relation begin, px; nothing without a relation, or where it is far to the right.
std::optional<double> relation_indent(const std::vector<Atom>& atoms, double width, const MathWidth& measure) {
    for (std::size_t i = 1; i < atoms.size(); ++i)
        if (atoms[i].before == Break::relation && atoms[i].depth == 0) {
            const double indent = measure(line_of(atoms, 0, i, false));
            return indent < width / 4 ? std::optional(indent) : std::nullopt;
        }
    return std::nullopt;
}

/// Fills lines as full as they go with breaks of at most this badness; the lines may still be too wide.
std::vector<MathLine> filled(const std::vector<Atom>& atoms, Break worst, double width, double em,
                             const MathWidth& measure) {
    const auto under_relation = relation_indent(atoms, width, measure);
    std::vector<MathLine> lines;
    std::size_t begin = 0;
    while (begin < atoms.size()) {
        double indent = 0;
        if (begin > 0)
            indent = atoms[begin].before == Break::relation && atoms[begin].depth == 0
                         ? under_relation.value_or(2 * em)
                         : under_relation.value_or(0) + 2 * em;
        std::size_t end = 0;
        for (std::size_t i = begin + 1; i <= atoms.size(); ++i) {
            if (i < atoms.size() && (atoms[i].before == Break::never || atoms[i].before > worst)) continue;
            const bool fits = indent + measure(line_of(atoms, begin, i, begin > 0)) <= width;
            if (fits || end == 0) end = i;
            if (!fits) break;
        }
        lines.push_back({line_of(atoms, begin, end, begin > 0), indent});
        begin = end;
    }
    return lines;
}

} // namespace

std::vector<MathLine> break_math(const MathNode& node, double width, double em, const MathWidth& measure) {
    std::vector<MathLine> best{{node, 0}};
    double best_width = measure(node);
    if (best_width <= width) return best;
    constexpr int deepest = 4;
    for (const bool split_fractions : {false, true})
        for (int depth = 0; depth <= deepest; ++depth) {
            const auto atoms = Taker(depth, split_fractions).take(node);
            for (const Break worst : {Break::relation, Break::sum, Break::factor}) {
                auto lines = filled(atoms, worst, width, em, measure);
                double widest = 0;
                for (const auto& line : lines)
                    widest = std::max(widest, line.indent + measure(line.node));
                if (widest <= width) return lines;
                if (widest < best_width) {
                    best = std::move(lines);
                    best_width = widest;
                }
            }
        }
    return best;
}

} // namespace actlas::plot
