#include "analysis/properties.hpp"

#include "analysis/properties_bounds.hpp"
#include "analysis/properties_shape.hpp"
#include "analysis/properties_smoothness.hpp"
#include "analysis/properties_solutions.hpp"
#include "analysis/properties_tails.hpp"
#include "base/diagnostic.hpp"
#include "formula/breakpoints.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace actlas::analysis {

namespace {

/// Throws InputError for NaN and infinite numbers: parameters without a value.
void check_numbers(const formula::Expr& expr, std::unordered_set<const formula::Expr::Node*>& seen) {
    if (!seen.insert(expr.identity()).second) return;
    if (expr.kind() == formula::Kind::number && !std::isfinite(expr.node().value))
        throw InputError(Diagnostic{Diagnostic::Severity::error, "a number in the formula is not finite", std::nullopt,
                                    "give every parameter a finite value"});
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
