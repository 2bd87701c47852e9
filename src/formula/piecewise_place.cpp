// Places on the line, known by a formula or enclosed only.

#include "base/infinity.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/piecewise_signs.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::formula {

using interval::Interval;

namespace {

/// Where the point is listed as a zero of the formula.
bool vanishes(const Expr& expr, const BreakPoint& point) {
    return std::find(point.vanishing.begin(), point.vanishing.end(), expr) != point.vanishing.end();
}

} // namespace

BreakPoint place(const Expr& position) {
    const Interval enclosure =
        position.kind() == Kind::number ? enclosure_of_literal(position.node().value) : EnclosureEvaluator(position)(0);
    const double nearest = Evaluator(position)(0);
    return {.x = enclosure.empty() ? nearest : std::clamp(nearest, enclosure.low(), enclosure.high()) + 0.0,
            .enclosure = enclosure,
            .position = position};
}

std::optional<int> compare(const BreakPoint& a, const BreakPoint& b) {
    if (a.position && b.position && *a.position == *b.position) return 0;
    if (a.enclosure.high() < b.enclosure.low()) return -1;
    if (b.enclosure.high() < a.enclosure.low()) return 1;
    if (a.exact() && b.exact()) return 0;
    if (!a.position || !b.position) return std::nullopt;
    return sign_of_constant(simplify(Expr::add({*a.position, Expr::negate(*b.position)})));
}

std::optional<int> sign_of_constant(const Expr& expr) {
    if (expr.kind() == Kind::number) {
        const double value = expr.node().value;
        return std::isnan(value) ? SignChart::undefined : value > 0 ? 1 : value < 0 ? -1 : 0;
    }
    const Interval value = EnclosureEvaluator(expr)(0);
    if (value.empty()) return SignChart::undefined;
    if (!value.defined()) return std::nullopt;
    if (value.zero()) return 0;
    return value.positive() ? std::optional(1) : value.negative() ? std::optional(-1) : std::nullopt;
}

std::optional<int> sign_at(const Expr& expr, const BreakPoint& point) {
    if (point.position) {
        if (const auto sign = sign_of_constant(simplify(substitute_variable(expr, *point.position)))) return sign;
    }
    if (vanishes(expr, point)) return 0;
    const Interval value = EnclosureEvaluator(expr)(point.enclosure);
    if (value.empty()) return SignChart::undefined;
    if (!value.defined()) return std::nullopt;
    return value.positive() ? std::optional(1) : value.negative() ? std::optional(-1) : std::nullopt;
}

Interval value_at(const Expr& expr, const BreakPoint& point) {
    if (point.position) return EnclosureEvaluator(simplify(substitute_variable(expr, *point.position)))(0);
    if (vanishes(expr, point)) return 0;
    return EnclosureEvaluator(expr)(point.enclosure);
}

Interval Stretch::enclosure() const {
    return {low ? low->enclosure.low() : -infinity, high ? high->enclosure.high() : infinity};
}

Side side_of(const BreakPoint& point, const Stretch& stretch) {
    const auto low = stretch.low ? compare(point, *stretch.low) : std::optional(1);
    const auto high = stretch.high ? compare(point, *stretch.high) : std::optional(-1);
    if (low && *low <= 0) return Side::left;
    if (high && *high >= 0) return Side::right;
    return low && high ? Side::inside : Side::unknown;
}

} // namespace actlas::formula
