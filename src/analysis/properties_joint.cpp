#include "analysis/properties_joint.hpp"

#include "formula/build.hpp"
#include "formula/identity.hpp"
#include "formula/simplify.hpp"

#include <cmath>

namespace actlas::analysis {

namespace {

using formula::Expr;
using namespace formula::build;

/// Derivatives are compared up to this order, if they do not become too long before. Formulas that agree in so many are
/// taken for the same, as an estimate.
constexpr int most_orders = 8;
constexpr int enough_orders = 5;
/// From this order on it is worth asking whether the two formulas are one.
constexpr int asks_for_identity = 3;

/// How far apart two enclosures may be that are to be the same number, where only estimates are left.
constexpr double same = 1e-10;

bool are_equal(const Expr& a, const Expr& b) {
    if (formula::simplify(a - b).is_number(0)) return true;
    const auto by_divisor = [](const Expr& quotient, const Expr& other) {
        return quotient.kind() == formula::Kind::divide &&
               formula::simplify(quotient.operand(0) - other * quotient.operand(1)).is_number(0);
    };
    return by_divisor(a, b) || by_divisor(b, a) || formula::identical(a, b);
}

/// Whether the formula of a stretch can be taken beyond its end: it and its first derivatives are continuous there.
bool passes(const Stretch& stretch, const formula::BreakPoint& point) {
    const double room = 1e-6 * std::max(1.0, std::fabs(point.x));
    const Box around(point.enclosure.low() - room, point.enclosure.high() + room);
    for (int order = 0; order <= asks_for_identity; ++order) {
        const Box values = stretch.value(order, around);
        if (values.empty() || !values.continuous() || !values.bounded()) return false;
    }
    return true;
}

/// Both are one formula, which the point does not trouble.
bool are_one(const Stretch& left, const Stretch& right, const formula::BreakPoint& point) {
    return (passes(left, point) || passes(right, point)) && are_equal(left.derivative(0), right.derivative(0));
}

bool belongs(double value, const Tendency& limit) {
    const double room =
        4 * std::numeric_limits<double>::epsilon() * std::max(std::fabs(value), limit.value.magnitude());
    return limit.value.low() - room <= value && value <= limit.value.high() + room;
}

/// Whether the two one-sided limits are one number.
struct Comparison {
    interval::Answer equal = interval::Answer::unknown;
    Evidence evidence = Evidence::undecided;
};

Comparison compare(const Stretch& left, const Stretch& right, int order) {
    using interval::Answer;
    const Tendency& a = left.at_high(order);
    const Tendency& b = right.at_low(order);
    if (a.infinite() || b.infinite()) return {Answer::refuted, Evidence::exact};
    if (!a.finite() || !b.finite()) return {};
    if (a.exact && b.exact) return {a.value == b.value ? Answer::proved : Answer::refuted, Evidence::exact};
    if (interval::intersection(a.value, b.value).empty()) return {Answer::refuted, Evidence::proved};
    const Expr difference = formula::simplify(left.derivative(order) - right.derivative(order));
    const Box gap = formula::value_at(difference, *left.high_point());
    if (gap.zero()) return {Answer::proved, Evidence::exact};
    if (gap.positive() || gap.negative()) return {Answer::refuted, Evidence::proved};
    const double scale = std::max(a.value.magnitude(), 1.0);
    if (gap.bounded() && gap.magnitude() <= same * scale) return {Answer::proved, Evidence::estimated};
    return {};
}

} // namespace

Joint join(const Stretch& left, const Stretch& right, double value, bool continuous) {
    const formula::BreakPoint& point = *left.high_point();
    Joint joint{.x = point.x, .place = point.enclosure, .exact = point.exact() || point.position, .value = value};
    joint.evidence = Evidence::exact;
    for (int order = 0; order <= most_orders && left.has(order) && right.has(order); ++order) {
        if (order == asks_for_identity && are_equal(left.derivative(0), right.derivative(0))) {
            joint.smooth = true;
            joint.evidence = Evidence::exact;
            return joint;
        }
        const Comparison comparison = order == 0 && continuous && left.at_high(0).finite() && right.at_low(0).finite()
                                          ? Comparison{interval::Answer::proved, Evidence::exact}
                                          : compare(left, right, order);
        joint.left = left.at_high(order);
        joint.right = right.at_low(order);
        if (comparison.equal == interval::Answer::unknown) {
            joint.smooth = joint.continuous() && are_one(left, right, point);
            joint.evidence = joint.smooth ? Evidence::exact : Evidence::undecided;
            return joint;
        }
        joint.evidence = weaker(joint.evidence, comparison.evidence);
        const bool apart = order == 0 && (std::isnan(value) || !joint.left.finite() || !belongs(value, joint.left));
        if (comparison.equal == interval::Answer::refuted || apart) {
            joint.order = order;
            return joint;
        }
        joint.equal = order;
    }
    joint.smooth = joint.equal >= enough_orders;
    joint.evidence = joint.smooth ? Evidence::estimated : Evidence::undecided;
    return joint;
}

} // namespace actlas::analysis
