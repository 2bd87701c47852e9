#include "analysis/properties_stretch.hpp"

#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace actlas::analysis {

namespace {

using formula::Expr;

Tendency of_limit(const formula::Limit& limit) {
    switch (limit.kind) {
    case formula::Limit::Kind::finite:
        return {Tendency::Kind::finite, limit.value, limit.exact, false, limit.value.middle()};
    case formula::Limit::Kind::plus_infinity:
        return {.kind = Tendency::Kind::plus_infinity};
    case formula::Limit::Kind::minus_infinity:
        return {.kind = Tendency::Kind::minus_infinity};
    case formula::Limit::Kind::none:
        return {.diverges = true};
    case formula::Limit::Kind::undecided:
        break;
    }
    return {};
}

} // namespace

Tendency tendency(const Expr& expr, const formula::EnclosureEvaluator& enclosure,
                  const std::optional<formula::BreakPoint>& end, int side) {
    if (!end) {
        Tendency result = of_limit(bounded_limit(expr, side));
        if (result.kind == Tendency::Kind::unknown)
            result.value = enclosure(side > 0 ? Box(farthest, infinity) : Box(-infinity, -farthest));
        return result;
    }
    // The symbols alone might make 0 of 0/0.
    const Box at = enclosure(end->enclosure).defined() ? formula::value_at(expr, *end) : Box();
    if (at.continuous() && at.bounded()) {
        const double best = at.point() ? at.low() : std::clamp(formula::Evaluator(expr)(end->x), at.low(), at.high());
        return {Tendency::Kind::finite, at, at.point(), false, std::isnan(best) ? at.middle() : best};
    }
    if (!end->exact()) return {.value = at};
    // x = end - side/t with t towards infinity comes from inside.
    using namespace formula::build;
    const Expr inside = num(end->x) - num(side) / Expr::variable();
    Tendency result = of_limit(bounded_limit(formula::simplify(formula::substitute_variable(expr, inside)), 1));
    if (result.kind == Tendency::Kind::unknown) result.value = at;
    return result;
}

Stretch::Stretch(DomainPiece piece) : piece_(std::move(piece)) {
    levels_.emplace_back(formula::derivative(piece_.expr, 0));
}

double Stretch::low() const {
    return piece_.low ? piece_.low->x : -infinity;
}

double Stretch::high() const {
    return piece_.high ? piece_.high->x : infinity;
}

bool Stretch::has(int order) const {
    constexpr std::size_t longest = 8000; ///< nodes of the first derivative; the higher ones cost more to simplify
    constexpr std::size_t longest_of_higher = 1500;
    while (levels_.size() <= static_cast<std::size_t>(order)) {
        const Expr& last = levels_.back().expr;
        if (derivative_size(last) > (levels_.size() == 1 ? longest : longest_of_higher)) return false;
        levels_.emplace_back(formula::derivative(last));
    }
    return true;
}

Stretch::Level& Stretch::level(int order) const {
    if (!has(order)) throw std::logic_error("a derivative that is too long was asked for");
    return levels_[static_cast<std::size_t>(order)];
}

Box Stretch::value(int order, const Box& box) const {
    return has(order) ? level(order).enclosure(box) : Box();
}

const Tendency& Stretch::at_low(int order) const {
    static const Tendency unknown;
    if (!has(order)) return unknown;
    Level& at = level(order);
    if (!at.at_low) at.at_low = tendency(at.expr, at.enclosure, piece_.low, -1);
    return *at.at_low;
}

const Tendency& Stretch::at_high(int order) const {
    static const Tendency unknown;
    if (!has(order)) return unknown;
    Level& at = level(order);
    if (!at.at_high) at.at_high = tendency(at.expr, at.enclosure, piece_.high, 1);
    return *at.at_high;
}

} // namespace actlas::analysis
