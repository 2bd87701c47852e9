#include "analysis/properties_subject.hpp"

#include "analysis/properties_size.hpp"
#include "formula/build.hpp"
#include "formula/derivative.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_set>

namespace actlas::analysis {

namespace {

using formula::Expr;
using namespace formula::build;

ChartEffort effort_for(const Expr& expr) {
    return {evaluations_for(expr, ChartEffort().evaluations)};
}

/// The better known of the chart that the form of the formula gives, that given, and, where both leave gaps, that of a
/// search (but not where f'' has zeros without end, as then so does f').
template<class Given>
SignChart best_chart(const Subject::Part& part, int order, Given given) {
    const Stretch& stretch = part.stretch;
    if (!stretch.has(order)) return constant_chart(stretch.low(), stretch.high(), unknown_sign);
    const Expr& expr = stretch.derivative(order);
    SignChart best = sign_chart(expr, stretch.low(), stretch.high(), {.evaluations = 0});
    if (best.known()) return best;
    best = given();
    if (best.known() || part.bend.endless) return best;
    SignChart searched = sign_chart(expr, stretch.low(), stretch.high(), effort_for(expr));
    return searched.gaps() < best.gaps() ? searched : best;
}

/// Of f(x) - x.
SignChart above_diagonal(const Subject::Part& part) {
    const Stretch& stretch = part.stretch;
    const Expr difference = formula::simplify(stretch.derivative(0) - Expr::variable());
    if (difference.kind() == formula::Kind::number) return sign_chart(difference, stretch.low(), stretch.high());
    const formula::EnclosureEvaluator enclosure(difference);
    const Graph graph{.low = stretch.low(),
                      .high = stretch.high(),
                      .value = enclosure,
                      .slope = [&stretch](const Box& box) { return stretch.value(1, box) - 1; },
                      .at_low = tendency(difference, enclosure, stretch.low_point(), -1),
                      .at_high = tendency(difference, enclosure, stretch.high_point(), 1)};
    return level_chart(landscape(graph, level_chart(part.of_slope, 1)), 0);
}

void chart(Subject::Part& part) {
    const Stretch& stretch = part.stretch;
    part.bend = constant_chart(stretch.low(), stretch.high(), unknown_sign);
    if (stretch.has(2))
        part.bend = sign_chart(stretch.derivative(2), stretch.low(), stretch.high(), effort_for(stretch.derivative(2)));
    part.of_slope = landscape(graph_of(stretch, 1), part.bend);
    part.slope = best_chart(part, 1, [&] { return level_chart(part.of_slope, 0); });
    part.of_value = landscape(graph_of(stretch, 0), part.slope);
    part.value = best_chart(part, 0, [&] { return level_chart(part.of_value, 0); });
    part.above = above_diagonal(part);
}

/// Of two parts between which f has no value.
Joint gap_between(const Stretch& left, const Stretch& right) {
    return {.x = left.high(),
            .place = Box(left.high(), right.low()),
            .value = std::numeric_limits<double>::quiet_NaN(),
            .gap = true,
            .order = 0,
            .left = left.at_high(0),
            .right = right.at_low(0),
            .evidence = Evidence::exact};
}

/// No part that depends on x can jump, wherever it is defined.
bool continuous_by_form(const Expr& expr, std::unordered_set<const Expr::Node*>& seen) {
    if (!formula::depends_on_variable(expr) || !seen.insert(expr.identity()).second) return true;
    if (expr.kind() == formula::Kind::choice) return false;
    if (expr.kind() == formula::Kind::call) {
        const std::string_view name = expr.node().primitive->name;
        if (name == "sign" || name == "step" || name == "floor") return false;
    }
    return std::all_of(expr.operands().begin(), expr.operands().end(),
                       [&](const Expr& operand) { return continuous_by_form(operand, seen); });
}

/// NaN everywhere of a formula whose derivative is too long.
Expr slope_of(const Expr& expr) {
    constexpr std::size_t longest = 8000;
    return derivative_size(expr) > longest ? num(std::numeric_limits<double>::quiet_NaN()) : formula::derivative(expr);
}

} // namespace

Subject::Subject(const Expr& bound)
    : expr(formula::derivative(bound, 0)), f(expr), slope(slope_of(expr)), enclosure(expr) {
    const formula::Piecewise taken_apart = formula::piecewise(expr);
    Domain defined = domain(taken_apart);
    undefined = defined.undefined;
    complete = defined.complete;
    std::unordered_set<const Expr::Node*> seen;
    continuous_by_form = !undefined && analysis::continuous_by_form(expr, seen);
    for (DomainPiece& piece : defined.pieces)
        parts.emplace_back(std::move(piece));
    if (!complete) return;
    const auto& points = taken_apart.points;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const Stretch& left = parts[i].stretch;
        const Stretch& right = parts[i + 1].stretch;
        if (left.high() != right.low()) {
            joints.push_back(gap_between(left, right));
            continue;
        }
        const auto place =
            std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.x == left.high(); });
        const double value = place == points.end()
                                 ? f(left.high())
                                 : taken_apart.at_points[static_cast<std::size_t>(place - points.begin())];
        joints.push_back(join(left, right, value, continuous_by_form));
    }
    for (Part& part : parts)
        chart(part);
}

} // namespace actlas::analysis
