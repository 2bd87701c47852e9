// if(): the lines of a case distinction, with the conditions that people would write.

#include "formula/notation_parts.hpp"

#include <algorithm>
#include <optional>

namespace actlas::formula::notation {

namespace {

struct Branch {
    Expr value;
    Relation relation = Relation::less;
    Expr lhs;
    Expr rhs;
};

/// One end of an interval of x.
struct Bound {
    Expr at;
    bool inclusive = false;
};

struct Line {
    Expr value;
    Notation condition;
};

bool is_upper(Relation relation) {
    return relation == Relation::less || relation == Relation::less_equal;
}
bool is_inclusive(Relation relation) {
    return relation == Relation::less_equal || relation == Relation::greater_equal;
}

Notation compare(const Expr& lhs, const char* symbol, const Expr& rhs) {
    return row(
        {expression(lhs, Fractions::slashed), leaf(NKind::relation, symbol), expression(rhs, Fractions::slashed)});
}

const char* less_symbol(bool inclusive) {
    return inclusive ? "≤" : "<";
}
const char* greater_symbol(bool inclusive) {
    return inclusive ? "≥" : ">";
}

Notation condition(const Branch& branch, bool complement = false) {
    const bool upper = is_upper(branch.relation) != complement;
    const bool inclusive = is_inclusive(branch.relation) != complement;
    return compare(branch.lhs, upper ? less_symbol(inclusive) : greater_symbol(inclusive), branch.rhs);
}

Notation otherwise() {
    return leaf(NKind::upright, otherwise_word);
}

/// low ≤ x ≤ high, of which one end may be missing.
Notation between(const std::optional<Bound>& low, const Expr& x, const std::optional<Bound>& high) {
    if (!low) return compare(x, less_symbol(high->inclusive), high->at);
    if (!high) return compare(x, greater_symbol(low->inclusive), low->at);
    if (low->at == high->at) return compare(x, "=", low->at);
    return row({expression(low->at, Fractions::slashed), leaf(NKind::relation, less_symbol(low->inclusive)),
                expression(x, Fractions::slashed), leaf(NKind::relation, less_symbol(high->inclusive)),
                expression(high->at, Fractions::slashed)});
}

bool is_decreasing(const Expr& low, const Expr& high) {
    return low.kind() == Kind::number && high.kind() == Kind::number && low.node().value > high.node().value;
}

/// Each line with the interval that the earlier lines leave it; nothing if the conditions do not cut the line of one x
/// (which may be a formula) into such intervals one after the other.
std::optional<std::vector<Line>> as_intervals(const std::vector<Branch>& branches, const Expr& last) {
    std::optional<Bound> low;
    std::optional<Bound> high;
    std::vector<Line> lines;
    const Expr x = branches.front().lhs;
    for (const Branch& branch : branches) {
        if (!(branch.lhs == x) || depends_on_variable(branch.rhs)) return std::nullopt;
        const Bound here{branch.rhs, is_inclusive(branch.relation)};
        const Bound beyond{branch.rhs, !here.inclusive};
        if ((low && is_decreasing(low->at, here.at)) || (high && is_decreasing(here.at, high->at))) return std::nullopt;
        if (is_upper(branch.relation)) {
            lines.push_back({branch.value, between(low, x, here)});
            low = beyond;
        } else {
            lines.push_back({branch.value, between(here, x, high)});
            high = beyond;
        }
    }
    lines.push_back({last, between(low, x, high)});
    return lines;
}

std::vector<Line> as_written(const std::vector<Branch>& branches, const Expr& last) {
    std::vector<Line> lines;
    for (const Branch& branch : branches)
        lines.push_back({branch.value, condition(branch)});
    lines.push_back({last, branches.size() == 1 ? condition(branches[0], true) : otherwise()});
    return lines;
}

} // namespace

Notation cases(const Expr& expr) {
    std::vector<Branch> branches;
    Expr rest = expr;
    while (rest.kind() == Kind::choice) {
        branches.push_back({rest.operand(2), rest.node().relation, rest.operand(0), rest.operand(1)});
        rest = Expr(rest.operand(3));
    }
    std::vector<Line> lines = as_intervals(branches, rest).value_or(as_written(branches, rest));

    // Two outer lines of one value are said once, after the line between them.
    if (lines.size() == 3 && lines[0].value == lines[1].value) {
        const bool interval = lines[2].condition.kind == NKind::row;
        if (interval) lines = {lines[2], {lines[0].value, otherwise()}};
    }
    std::vector<Notation> children;
    for (const Line& line : lines) {
        children.push_back(expression(line.value));
        children.push_back(line.condition);
    }
    return node(NKind::cases, std::move(children));
}

} // namespace actlas::formula::notation
