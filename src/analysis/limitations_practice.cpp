// What it takes to use the function: parameters to choose, functions to compute, scales to set.

#include "analysis/cost.hpp"
#include "analysis/gaussian.hpp"
#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"
#include "formula/breakpoints.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace actlas::analysis::rules {
namespace {

void parameter(const Studied& studied, const catalogue::Parameter& parameter, Findings& findings) {
    Draft draft("limitation", "parameter");
    draft.text("name", same(parameter.name));
    draft.number("value", parameter.value, significant_for_people(parameter.value, 6));
    Evidence evidence = Evidence::exact;
    std::string_view basis = "basis";
    if (parameter.usual_low && parameter.usual_high) {
        const Behaviour low = behaviour(studied.activation, parameter.name, *parameter.usual_low);
        const Behaviour high = behaviour(studied.activation, parameter.name, *parameter.usual_high);
        const auto pair = [&](const std::string& name, double at_low, double at_high) {
            const std::string first = about(at_low, 3);
            const std::string second = about(at_high, 3);
            draft.number(name + "_low", at_low).number(name + "_high", at_high);
            draft.text(name + "s", Sentences::builtin().fill(first == second ? "word.same_values" : "word.both_values",
                                                             {{"low", same(first)}, {"high", same(second)}}));
        };
        draft.number("low", *parameter.usual_low, significant_for_people(*parameter.usual_low, 4));
        draft.number("high", *parameter.usual_high, significant_for_people(*parameter.usual_high, 4));
        basis = "basis_usual"; // averages over a pole do not exist
        if (std::isfinite(low.mean) && std::isfinite(high.mean)) {
            pair("mean", low.mean, high.mean);
            evidence = Evidence::estimated;
            basis = "basis_mean";
            if (std::isfinite(low.slope) && std::isfinite(high.slope)) {
                pair("slope", low.slope, high.slope);
                basis = "basis_range";
            }
        }
    }
    Finding finding = draft.finish(evidence, basis);
    finding.severity = Severity::minor;
    findings.push_back(std::move(finding));
}

void cost(const Studied& studied, Findings& findings) {
    const std::array<formula::Expr, 2> formulas{studied.bound, studied.derivative};
    const std::size_t forward = transcendental_calls(std::span(formulas).first(1));
    const std::size_t both = transcendental_calls(formulas);
    if (both == 0) return;
    Draft draft("limitation", "cost");
    draft.number("forward", static_cast<double>(forward), fmt::format("{}", forward));
    draft.number("both", static_cast<double>(both), fmt::format("{}", both));
    Finding finding = draft.finish(Evidence::exact);
    finding.severity = forward > 3 ? Severity::moderate : Severity::minor;
    findings.push_back(std::move(finding));
}

void moments(const Studied& studied, Findings& findings) {
    const GaussianAverages& gaussian = studied.properties.gaussian;
    if (!std::isfinite(gaussian.mean.value) || !std::isfinite(gaussian.variance.value)) return;
    if (keeps_moments(studied.properties)) return;
    Draft draft("limitation", "not_self_normalising");
    draft.number("mean", gaussian.mean.value, about(gaussian.mean.value, 4));
    draft.number("variance", gaussian.variance.value, about(gaussian.variance.value, 4));
    Finding finding = draft.finish(Evidence::estimated);
    finding.severity = Severity::minor;
    findings.push_back(std::move(finding));
}

} // namespace

Behaviour behaviour(const catalogue::Activation& activation, const std::string& parameter, double value) {
    std::vector<formula::Binding> bindings = activation.bindings();
    for (formula::Binding& binding : bindings)
        if (binding.name == parameter) binding.value = value;
    const formula::Expr bound = formula::bind(activation.expr, bindings);
    const formula::Expr derivative = formula::derivative(bound);
    constexpr double reach = 40; // standard deviations that gaussian_averages() looks at
    std::vector<double> splits = formula::break_points(bound, -reach, reach);
    const std::vector<double> more = formula::break_points(derivative, -reach, reach);
    splits.insert(splits.end(), more.begin(), more.end());
    std::sort(splits.begin(), splits.end());
    splits.erase(std::unique(splits.begin(), splits.end()), splits.end());
    const GaussianAverages averages =
        gaussian_averages(formula::Evaluator(bound), formula::Evaluator(derivative), splits);
    return {averages.mean.value, std::sqrt(averages.slope_second_moment.value)};
}

bool keeps_moments(const Properties& properties) {
    constexpr double tolerance = 1e-5;
    const GaussianAverages& gaussian = properties.gaussian;
    return std::fabs(gaussian.mean.value) <= tolerance && std::fabs(gaussian.variance.value - 1) <= tolerance;
}

void practice_rules(const Studied& studied, Findings& findings) {
    for (const catalogue::Parameter& each : studied.activation.parameters)
        parameter(studied, each, findings);
    cost(studied, findings);
    moments(studied, findings);
}

} // namespace actlas::analysis::rules
