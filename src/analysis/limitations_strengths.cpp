#include "analysis/cost.hpp"
#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"
#include "formula/enclosure.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace actlas::analysis {
namespace {

using rules::Draft;
using rules::Findings;

bool decided(const Bound& bound) {
    return bound.evidence != Evidence::undecided;
}

void size(const Properties& properties, Findings& findings) {
    const Bound& low = properties.infimum;
    const Bound& high = properties.supremum;
    if (!decided(low) || !decided(high) || !std::isfinite(low.value) || !std::isfinite(high.value)) return;
    Draft draft("strength", "bounded");
    draft.number("low", low.value, rounded_down(low.low, 5)).number("high", high.value, rounded_up(high.high, 5));
    findings.push_back(draft.finish(weaker(low.evidence, high.evidence)));
}

void centre(const Properties& properties, Findings& findings) {
    Draft draft("strength", "zero_centred");
    if (properties.parity.evidence != Evidence::undecided && properties.parity.value == Parity::odd) {
        findings.push_back(draft.number("mean", 0).finish(properties.parity.evidence, "basis_odd"));
        return;
    }
    const Estimate& mean = properties.gaussian.mean;
    const double size = std::fabs(mean.value) + mean.error;
    if (!(size < 1e-5)) return;
    draft.number("mean", mean.value).number("error", size, rounded_up(size, 2));
    findings.push_back(draft.finish(Evidence::estimated));
}

void identity(const Studied& studied, Findings& findings) {
    const auto kink_at_zero = [](const Kink& kink) { return kink.x == 0 && kink.order <= 1; };
    if (std::any_of(studied.properties.kinks.begin(), studied.properties.kinks.end(), kink_at_zero)) return;
    const interval::Interval value = formula::EnclosureEvaluator(studied.bound)(0);
    const interval::Interval slope = formula::EnclosureEvaluator(studied.derivative)(0);
    constexpr double narrow = 1e-12;
    if (!value.contains(0) || !slope.contains(1) || !(value.width() < narrow) || !(slope.width() < narrow)) return;
    const bool exactly = value.point() && slope.point();
    Draft draft("strength", "identity_like");
    findings.push_back(draft.number("value", value.middle())
                           .number("slope", slope.middle())
                           .finish(exactly ? Evidence::proved : Evidence::estimated));
}

void order(const Properties& properties, Findings& findings) {
    const Verdict<Smoothness>& continuity = properties.continuity;
    if (continuity.evidence != Evidence::undecided && continuity.value.infinite)
        findings.push_back(Draft("strength", "smooth").finish(continuity.evidence));
    const Verdict<Monotonicity>& monotonicity = properties.monotonicity;
    if (monotonicity.evidence == Evidence::undecided) return;
    const Monotonicity value = monotonicity.value;
    const bool up = value == Monotonicity::strictly_increasing || value == Monotonicity::nondecreasing;
    const bool down = value == Monotonicity::strictly_decreasing || value == Monotonicity::nonincreasing;
    if (up || down)
        findings.push_back(Draft("strength", "monotone")
                               .finish(monotonicity.evidence, up ? "basis_increasing" : "basis_decreasing",
                                       up ? "consequence_increasing" : "consequence_decreasing"));
}

void slopes(const Studied& studied, Findings& findings) {
    const Properties& properties = studied.properties;
    if (rules::zero_gradient(properties)) return;
    const bool known = decided(properties.slope_infimum) && decided(properties.slope_supremum);
    if (known && properties.dead_intervals.empty() && !properties.undefined)
        findings.push_back(Draft("strength", "no_dead_interval")
                               .finish(weaker(properties.slope_infimum.evidence, properties.slope_supremum.evidence)));
    const rules::FlatTails tails = rules::flat_tails(properties, true);
    if (!tails.left && !tails.right && tails.evidence != Evidence::undecided) {
        Draft draft("strength", "lasting_gradient");
        draft.number("threshold", rules::flat_threshold, significant_for_people(rules::flat_threshold, 3));
        findings.push_back(draft.finish(tails.evidence));
    }
    const Bound& lipschitz = properties.lipschitz;
    if (decided(lipschitz) && lipschitz.value <= 1 && lipschitz.high <= 1) {
        Draft draft("strength", "one_lipschitz");
        findings.push_back(draft.number("lipschitz", lipschitz.value).finish(lipschitz.evidence));
    }
}

void cost(const Studied& studied, Findings& findings) {
    const std::array<formula::Expr, 2> formulas{studied.bound, studied.derivative};
    if (transcendental_calls(formulas) > 0) return;
    constexpr std::size_t short_formula = 200; // nodes; of longer ones, not all calls were counted
    if (formula::node_count(studied.bound) > short_formula) return;
    findings.push_back(Draft("strength", "cheap").number("calls", 0).finish(Evidence::exact));
}

void moments(const Properties& properties, Findings& findings) {
    if (!rules::keeps_moments(properties) || rules::zero_gradient(properties)) return;
    const GaussianAverages& gaussian = properties.gaussian;
    Draft draft("strength", "self_normalising");
    draft.number("mean", gaussian.mean.value, about(std::round(1e5 * gaussian.mean.value) / 1e5, 5));
    draft.number("variance", gaussian.variance.value, about(gaussian.variance.value, 5));
    findings.push_back(draft.finish(Evidence::estimated));
}

} // namespace

std::vector<Finding> strengths(const Studied& studied) {
    Findings findings;
    size(studied.properties, findings);
    centre(studied.properties, findings);
    identity(studied, findings);
    order(studied.properties, findings);
    slopes(studied, findings);
    cost(studied, findings);
    moments(studied.properties, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
    return findings;
}

} // namespace actlas::analysis
