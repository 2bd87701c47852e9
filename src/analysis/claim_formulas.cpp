// Claims that compare the activation with another formula, or give its value somewhere.

#include "analysis/claim_bounds.hpp"
#include "analysis/range_bound.hpp"
#include "base/infinity.hpp"
#include "base/number.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/parser.hpp"
#include "formula/simplify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace actlas::analysis::claims {
namespace {

using formula::EnclosureEvaluator;
using formula::Expr;

/// The formula with the parameter `name` replaced by another formula.
Expr replaced(const Expr& expr, const std::string& name, const Expr& replacement) {
    if (expr.kind() == formula::Kind::parameter && expr.node().name == name) return replacement;
    if (expr.operands().empty()) return expr;
    std::vector<Expr> operands;
    operands.reserve(expr.operands().size());
    for (const Expr& operand : expr.operands())
        operands.push_back(replaced(operand, name, replacement));
    return expr.with_operands(std::move(operands));
}

/// The claim's formula with the activation's parameters bound and f standing for the activation.
Expr claimed_formula(const Context& context, const ClaimCheck& check) {
    const std::vector<formula::Binding> bindings = context.activation.bindings();
    std::vector<std::string> names{"f"};
    for (const formula::Binding& binding : bindings)
        names.push_back(binding.name);
    return replaced(formula::bind(formula::parse(check.formula, names), bindings), "f", context.bound);
}

Expr difference(const Expr& a, const Expr& b) {
    return Expr::add({a, Expr::negate(b)});
}

/// Where formulas are compared: whole numbers and halves first, since they make good counterexamples, then places
/// without any pattern, near 0 and far out.
std::vector<double> places(const ClaimCheck& check) {
    std::vector<double> result;
    for (const double x : {1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, 5.0, -5.0})
        result.push_back(x);
    for (int i = -60; i <= 60; ++i)
        result.push_back(0.1734 * i + 0.0123);
    for (int k = -20; k <= 6; ++k) {
        result.push_back(std::ldexp(1.1, k));
        result.push_back(std::ldexp(-1.1, k));
    }
    std::erase_if(result,
                  [&](double x) { return x < check.low.value_or(-infinity) || x > check.high.value_or(infinity); });
    return result;
}

/// Whether the true formula and the claimed one are the same.
Outcome compare(const Expr& truth, const Expr& claimed, const ClaimCheck& check) {
    const Expr rest = formula::simplify(difference(claimed, truth), formula::Equality::almost_everywhere);
    if (rest.is_number(0)) return {ClaimVerdict::confirmed, Evidence::exact, 0, sentence("equal")};
    const EnclosureEvaluator enclosure(difference(claimed, truth));
    const formula::Evaluator truth_at(truth);
    const formula::Evaluator claimed_at(claimed);
    double largest = 0;
    const std::vector<double> where = places(check);
    for (const double x : where) {
        const interval::Interval gap = enclosure(x);
        const double value = truth_at(x);
        if (!gap.empty() && gap.mignitude() > std::max(check.tolerance, 1e-9 * std::max(1.0, std::fabs(value))))
            return {
                ClaimVerdict::contradicted, Evidence::proved, value,
                sentence("different", {{"at", shown(x)}, {"claimed", shown(claimed_at(x))}, {"value", shown(value)}})};
        const double distance = std::fabs(claimed_at(x) - value);
        if (!(distance <= std::max(check.tolerance, 1e-9 * std::max(1.0, std::fabs(value))))) return undecided();
        largest = std::max(largest, distance);
    }
    return {ClaimVerdict::confirmed, Evidence::estimated, largest,
            sentence("equal_sampled",
                     {{"value", same(rounded_up(largest, 2))}, {"count", same(fmt::format("{}", where.size()))}})};
}

Outcome equals(const Context& context, const ClaimCheck& check) {
    return compare(context.bound, claimed_formula(context, check), check);
}

Outcome derivative(const Context& context, const ClaimCheck& check) {
    return compare(formula::derivative(context.bound), claimed_formula(context, check), check);
}

/// |g| on [low, high] at its largest, by sampling and golden section.
struct Peak {
    double x = 0;
    double value = -1;
};

Peak peak(const formula::Evaluator& g, double low, double high) {
    constexpr int samples = 4096;
    const double step = (high - low) / samples;
    Peak best;
    for (int i = 0; i <= samples; ++i) {
        const double x = low + i * step;
        if (const double value = std::fabs(g(x)); value > best.value) best = {x, value};
    }
    double left = std::max(low, best.x - step);
    double right = std::min(high, best.x + step);
    constexpr double golden = 0.6180339887498949;
    for (int i = 0; i < 80; ++i) {
        const double a = right - golden * (right - left);
        const double b = left + golden * (right - left);
        (std::fabs(g(a)) > std::fabs(g(b)) ? right : left) = std::fabs(g(a)) > std::fabs(g(b)) ? b : a;
    }
    const double x = (left + right) / 2;
    if (const double value = std::fabs(g(x)); value > best.value) best = {x, value};
    return best;
}

/// The largest |f - formula| on [low, high] is at most `value`, or with word "equal" just that.
Outcome max_error(const Context& context, const ClaimCheck& check) {
    const Expr gap = difference(context.bound, claimed_formula(context, check));
    const double low = check.low.value_or(-50);
    const double high = check.high.value_or(50);
    const Peak found = peak(formula::Evaluator(gap), low, high);
    const double at_least = EnclosureEvaluator(gap)(found.x).mignitude();
    const double limit = *check.value + check.tolerance;
    LocalizedText finding = sentence("largest_gap", {{"value", shown(found.value)}, {"at", shown(found.x)}});
    if (at_least > limit) return {ClaimVerdict::contradicted, Evidence::proved, found.value, std::move(finding)};
    if (check.word == "equal" && found.value < *check.value - check.tolerance)
        return {ClaimVerdict::contradicted, Evidence::estimated, found.value, std::move(finding)};
    const bool whole = check.low && check.high;
    const bool proved = whole && proved_bound(gap, low, high) <= limit &&
                        (check.word != "equal" || at_least >= *check.value - check.tolerance);
    return {ClaimVerdict::confirmed, proved ? Evidence::proved : Evidence::estimated, found.value, std::move(finding)};
}

Outcome value_of(const Expr& expr, const ClaimCheck& check, std::string_view key) {
    const interval::Interval enclosure = EnclosureEvaluator(expr)(*check.at);
    if (!enclosure.bounded()) return undecided();
    const Agreement agreement = agrees(enclosure.low(), enclosure.high(), *check.value, check.tolerance);
    if (agreement == Agreement::unknown) return undecided();
    const double middle = enclosure.middle();
    return {verdict(agreement == Agreement::yes, check.expected), Evidence::proved, middle,
            sentence(key, {{"at", shown(*check.at)}, {"value", shown(middle)}})};
}

Outcome value(const Context& context, const ClaimCheck& check) {
    return value_of(context.bound, check, "value");
}

Outcome slope_value(const Context& context, const ClaimCheck& check) {
    return value_of(formula::derivative(context.bound), check, "slope_value");
}

/// |f'| < `value` for all |x| > `at`.
Outcome slope_below(const Context& context, const ClaimCheck& check) {
    const Expr slope = formula::derivative(context.bound);
    const EnclosureEvaluator enclosure(slope);
    constexpr double reach = 1000;
    for (const double beyond : {1.01, 1.001, 1.1, 1.5, 2.0, 10.0}) {
        for (const double x : {*check.at * beyond, -*check.at * beyond}) {
            const interval::Interval there = enclosure(x);
            if (there.empty() || there.mignitude() < *check.value) continue;
            return {ClaimVerdict::contradicted, Evidence::proved, there.mignitude(),
                    sentence("slope_above", {{"at", shown(x)}, {"value", shown(there.mignitude())}})};
        }
    }
    const double bound = std::max(proved_bound(slope, *check.at, reach), proved_bound(slope, -reach, -*check.at));
    if (!(bound < *check.value)) return undecided();
    return {ClaimVerdict::confirmed, Evidence::estimated, bound,
            sentence("slope_below", {{"value", same(rounded_up(bound, 4))}})};
}

} // namespace

std::vector<Kind> formula_kinds() {
    return {
        {"equals", equals, {"formula"}, {}, false},
        {"derivative", derivative, {"formula"}, {}, false},
        {"max_error", max_error, {"formula", "value"}, {"equal"}, false},
        {"value", value, {"at", "value"}, {}, false},
        {"slope_value", slope_value, {"at", "value"}, {}, false},
        {"slope_below", slope_below, {"at", "value"}, {}, false},
    };
}

} // namespace actlas::analysis::claims
