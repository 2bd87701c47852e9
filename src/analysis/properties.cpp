#include "analysis/properties.hpp"

#include "analysis/properties_bounds.hpp"
#include "analysis/properties_period.hpp"
#include "analysis/properties_shape.hpp"
#include "analysis/properties_smoothness.hpp"
#include "analysis/properties_solutions.hpp"
#include "analysis/properties_tails.hpp"
#include "base/diagnostic.hpp"
#include "formula/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

namespace actlas::analysis {

namespace {

/// The branch of an if() whose condition does not depend on x, which alone counts.
std::optional<formula::Expr> only_branch(const formula::Expr& expr) {
    if (expr.kind() != formula::Kind::choice) return std::nullopt;
    const formula::Expr& left = expr.operand(0);
    const formula::Expr& right = expr.operand(1);
    if (formula::depends_on_variable(left) || formula::depends_on_variable(right)) return std::nullopt;
    const formula::Expr tells =
        formula::Expr::choice(expr.node().relation, left, right, formula::Expr::number(1), formula::Expr::number(0));
    return expr.operand(formula::Evaluator(tells)(0) == 1 ? 2 : 3);
}

/// Throws InputError for NaN and infinite numbers, which are parameters without a value, and for divisions by 0, which
/// the simplifier would let vanish in 0/0*x.
void check_numbers(const formula::Expr& expr, std::unordered_set<const formula::Expr::Node*>& seen) {
    if (!seen.insert(expr.identity()).second) return;
    const auto refuse = [](std::string message, std::string hint) {
        throw InputError(Diagnostic{Diagnostic::Severity::error, std::move(message), std::nullopt, std::move(hint)});
    };
    if (expr.kind() == formula::Kind::number && !std::isfinite(expr.node().value))
        refuse("a number in the formula is not finite", "give every parameter a finite value");
    if (expr.kind() == formula::Kind::divide && !formula::depends_on_variable(expr.operand(1)) &&
        formula::Evaluator(expr.operand(1))(0) == 0)
        refuse("the formula divides by 0, whatever x is", "check the formula and its parameters");
    if (const auto branch = only_branch(expr)) return check_numbers(*branch, seen);
    for (const formula::Expr& operand : expr.operands())
        check_numbers(operand, seen);
}

/// Undecided where a long formula has so many kinks that the quadrature would take long.
GaussianAverages averages(const Subject& subject) {
    constexpr double reach = 40; ///< standard deviations: gaussian_moments goes no further
    constexpr std::size_t most = 200'000;
    std::vector<double> splits;
    for (const Joint& joint : subject.joints)
        splits.push_back(joint.x);
    if (!subject.complete) splits = formula::break_points(subject.expr, -reach, reach);
    const std::size_t nodes = formula::node_count(subject.expr);
    if (nodes * (splits.size() + 1) > most) {
        const Estimate none{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()};
        return {none, none, none, none, none, none};
    }
    constexpr std::size_t node_panels = 40'000; // a long formula that oscillates would be halved without end
    return gaussian_averages(subject.f, subject.slope, splits,
                             std::clamp<std::size_t>(node_panels / nodes, 40, usual_panels));
}

} // namespace

std::string_view word(Monotonicity monotonicity) {
    switch (monotonicity) {
    case Monotonicity::strictly_increasing:
        return "strictly_increasing";
    case Monotonicity::nondecreasing:
        return "nondecreasing";
    case Monotonicity::strictly_decreasing:
        return "strictly_decreasing";
    case Monotonicity::nonincreasing:
        return "nonincreasing";
    case Monotonicity::constant:
        return "constant";
    case Monotonicity::none:
        break;
    }
    return "none";
}

std::string_view word(Convexity convexity) {
    switch (convexity) {
    case Convexity::affine:
        return "affine";
    case Convexity::convex:
        return "convex";
    case Convexity::concave:
        return "concave";
    case Convexity::neither:
        break;
    }
    return "neither";
}

std::string_view word(Parity parity) {
    switch (parity) {
    case Parity::odd:
        return "odd";
    case Parity::even:
        return "even";
    case Parity::none:
        break;
    }
    return "none";
}

Properties properties(const formula::Expr& bound) {
    std::unordered_set<const formula::Expr::Node*> seen;
    check_numbers(bound, seen);
    const Subject subject(bound);
    if (subject.parts.empty())
        throw InputError(Diagnostic{Diagnostic::Severity::error, "the formula has a value on no interval", std::nullopt,
                                    "check the formula and its parameters"});
    Properties result;
    result.infimum = bound_of(subject, 0, -1);
    result.supremum = bound_of(subject, 0, 1);
    result.slope_infimum = bound_of(subject, 1, -1);
    result.slope_supremum = bound_of(subject, 1, 1);
    result.lipschitz = lipschitz(subject, result.slope_infimum, result.slope_supremum);
    result.monotonicity = monotonicity(subject);
    result.convexity = convexity(subject);
    result.parity = parity(subject);
    result.kinks = kinks(subject);
    result.continuity = continuity(subject, result.kinks);
    result.zeros = zeros(subject);
    result.fixed_points = fixed_points(subject);
    result.extrema = extrema(subject);
    result.endless_turns = std::any_of(subject.parts.begin(), subject.parts.end(), [](const Subject::Part& part) {
        return repetition(part.stretch, 0).has_value();
    });
    result.slope_extrema = slope_extrema(subject);
    result.inflections = inflections(subject);
    result.left = asymptote(subject, -1);
    result.right = asymptote(subject, 1);
    for (const double threshold : {1e-2, 1e-3, 1e-6})
        result.saturation.push_back(saturation(subject, threshold));
    result.dead_intervals = dead_intervals(subject);
    result.undefined = subject.undefined;
    result.gaussian = averages(subject);
    return result;
}

} // namespace actlas::analysis
