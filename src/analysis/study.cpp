#include "analysis/study.hpp"

#include "analysis/properties_size.hpp"
#include "formula/derivative.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace actlas::analysis {

namespace {

/// A derivative with more nodes than this is not formed.
constexpr std::size_t longest_derivative = 200'000;

/// Towers of exponentials leave the range of all numbers but close to one point, and their derivatives double with each
/// storey.
void check_towers(const catalogue::Activation& activation) {
    constexpr std::size_t most = 6;
    const std::size_t depth = exponential_depth(activation.expr);
    if (depth > most)
        throw InputError(
            Diagnostic{Diagnostic::Severity::error,
                       fmt::format("\"{}\" nests {} exponentials one inside the other; at most {} are studied",
                                   activation.id, depth, most),
                       std::nullopt, "bound what stands in the exponents, for example with tanh"});
}

formula::Expr first_derivative(const catalogue::Activation& activation) {
    const std::size_t size = derivative_size(activation.expr);
    if (size > longest_derivative)
        throw InputError(
            Diagnostic{Diagnostic::Severity::error,
                       fmt::format("the derivative of \"{}\" would have some {} operations; at most {} are worked with",
                                   activation.id, size, longest_derivative),
                       std::nullopt, "split the formula, or multiply fewer factors that all depend on x"});
    return formula::derivative(activation.expr, 1);
}

/// NaN everywhere where it would be too long.
formula::Expr second_derivative(const formula::Expr& first) {
    constexpr std::size_t longest = 8000;
    return derivative_size(first) > longest ? formula::Expr::number(std::numeric_limits<double>::quiet_NaN())
                                            : formula::derivative(first, 1);
}

std::vector<double> places(const std::vector<Kink>& kinks) {
    std::vector<double> found;
    for (const Kink& kink : kinks)
        found.push_back(kink.x);
    return found;
}

void add_findings(Study& study, const formula::Expr& bound) {
    const auto bindings = study.activation.bindings();
    const formula::Expr slope = formula::bind(study.derivative, bindings);
    // Where the averages of N(0, 1) cannot be had, those of its multiples are not looked for either.
    if (!std::isnan(study.properties.gaussian.second_moment.value))
        study.signals = signals(study.activation.id, bindings, study.f, study.slope, places(study.properties.kinks),
                                formula::node_count(bound));
    study.precision = low_precision(study.activation.expr, study.derivative, bindings, study.f, study.slope);
    const Studied studied{study.activation, bound, slope, study.properties, study.precision, &study.signals.edge};
    study.limitations = limitations(studied);
    study.strengths = strengths(studied);
    study.claims = check_claims(study.activation, bound, study.properties, builtin_claims(), properties);
}

} // namespace

Study study(const catalogue::Activation& activation, Scope scope) {
    check_towers(activation);
    const auto bindings = activation.bindings();
    const formula::Expr simple = formula::derivative(activation.expr, 0);
    const formula::Expr first = first_derivative(activation);
    const formula::Expr second = second_derivative(first);
    const formula::Expr bound = formula::bind(activation.expr, bindings);
    Study result{.activation = activation,
                 .formula = simple,
                 .derivative = first,
                 .f = formula::Evaluator(simple, bindings),
                 .slope = formula::Evaluator(first, bindings),
                 .curvature = formula::Evaluator(second, bindings),
                 .properties = properties(bound),
                 .signals = {},
                 .precision = {},
                 .limitations = {},
                 .strengths = {},
                 .claims = {}};
    if (scope == Scope::all) add_findings(result, bound);
    return result;
}

} // namespace actlas::analysis
