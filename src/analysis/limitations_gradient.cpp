// What the slope does to gradients on their way back.

#include "analysis/limitations_rules.hpp"
#include "base/infinity.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis::rules {
namespace {

constexpr double rare = 0.001; ///< a share of N(0, 1) that hardly matters to dead units
constexpr double few = 0.01;   ///< a share of N(0, 1) that hardly matters where some gradient is left

bool dead_at(const Properties& properties, double end) {
    return std::any_of(properties.dead_intervals.begin(), properties.dead_intervals.end(),
                       [&](const Interval& dead) { return dead.low == end || dead.high == end; });
}

/// The gradient's size after so many layers, for inputs from N(0, 1) and weights that change nothing.
double shrinkage(const Properties& properties, int layers) {
    return std::pow(properties.gaussian.slope_second_moment.value, layers / 2.0);
}

void vanishing(const Studied& studied, Findings& findings) {
    const FlatTails tails = flat_tails(studied.properties, false);
    if (!tails.left && !tails.right) return;
    const double share = tail_share(tails.left, tails.right);
    Draft draft("limitation", "vanishing_gradient");
    draft.number("threshold", flat_threshold, significant_for_people(flat_threshold, 3))
        .number("share", share)
        .text("share", percent(share))
        .text("where", beyond(tails.left, tails.right));
    if (tails.left) draft.number("left", *tails.left);
    if (tails.right) draft.number("right", *tails.right);
    const bool both = tails.left && tails.right;
    const double nearest =
        std::min(std::fabs(tails.left.value_or(infinity)), std::fabs(tails.right.value_or(infinity)));
    const Severity severity = both && nearest < 6 ? Severity::severe
                              : both              ? (nearest < 20 ? Severity::moderate : Severity::minor)
                              : share > few       ? Severity::moderate
                                                  : Severity::minor;
    Evidence evidence = tails.evidence;
    std::string_view basis = "basis";
    if (studied.properties.gaussian.slope_second_moment.value < 1) {
        draft.factors([&](int layers) { return shrinkage(studied.properties, layers); },
                      [](double factor) { return significant_for_people(factor, 2); });
        draft.number("slope_second_moment", studied.properties.gaussian.slope_second_moment.value);
        evidence = weaker(evidence, Evidence::estimated);
        basis = "basis_factor";
    }
    std::string_view remedy = "remedy";
    if (studied.edge != nullptr && !studied.edge->points.empty()) {
        const double variance = studied.edge->points.front().weight_variance;
        draft.number("edge", variance, significant_for_people(variance, 4));
        remedy = "remedy_edge";
    }
    const std::string_view consequence = both         ? "consequence_both"
                                         : tails.left ? "consequence_left"
                                                      : "consequence_right";
    Finding finding = draft.finish(evidence, basis, consequence, remedy);
    finding.severity = severity;
    findings.push_back(std::move(finding));
}

/// sup |f'| to the power of the layers.
Draft& product_bounds(Draft& draft, double bound) {
    return draft.factors([&](int layers) { return std::pow(bound, layers); },
                         [](double factor) { return rounded_up(factor, 2); });
}

void slope_size(const Studied& studied, Findings& findings) {
    const Bound& bound = studied.properties.lipschitz;
    if (bound.evidence == Evidence::undecided || !std::isfinite(bound.value)) return;
    if (bound.high < 1) {
        Draft draft("limitation", "small_slope");
        draft.number("slope", bound.value, rounded_up(bound.high, 4));
        Finding finding = product_bounds(draft, bound.high).finish(bound.evidence);
        finding.severity = std::pow(bound.high, 10) < 0.001 ? Severity::severe : Severity::moderate;
        findings.push_back(std::move(finding));
    } else if (bound.low > 1) {
        Draft draft("limitation", "steep_slope");
        draft.number("lipschitz", bound.value, significant_for_people(bound.value, 5));
        Finding finding = product_bounds(draft, bound.high).finish(bound.evidence);
        finding.severity = bound.value < 2 ? Severity::minor : bound.value < 10 ? Severity::moderate : Severity::severe;
        findings.push_back(std::move(finding));
    }
}

void dead(const Studied& studied, Findings& findings) {
    const std::vector<Interval>& intervals = studied.properties.dead_intervals;
    if (intervals.empty()) return;
    double share = 0;
    bool unbounded = false;
    for (const Interval& interval : intervals) {
        share += normal_cdf(interval.high) - normal_cdf(interval.low);
        unbounded = unbounded || interval.low == -infinity || interval.high == infinity;
    }
    Draft draft("limitation", "dead_interval");
    draft.number("share", share).text("share", percent(share)).text("intervals", interval_list(intervals));
    draft.number("low", intervals.front().low).number("high", intervals.back().high);
    draft.number("intervals", static_cast<double>(intervals.size()));
    Finding finding =
        draft.finish(Evidence::exact, "basis", unbounded ? "consequence_unbounded" : "consequence_bounded");
    finding.severity = share > 0.9                        ? Severity::severe
                       : share > (unbounded ? rare : 0.1) ? Severity::moderate
                                                          : Severity::minor;
    findings.push_back(std::move(finding));
}

} // namespace

FlatTails flat_tails(const Properties& properties, bool dead) {
    FlatTails tails;
    for (const Saturation& saturation : properties.saturation) {
        if (saturation.threshold != flat_threshold) continue;
        if (std::isfinite(saturation.left) && (dead || !dead_at(properties, -infinity))) tails.left = saturation.left;
        if (std::isfinite(saturation.right) && (dead || !dead_at(properties, infinity))) tails.right = saturation.right;
        tails.evidence = saturation.evidence;
    }
    return tails;
}

bool zero_gradient(const Properties& properties) {
    const Bound& low = properties.slope_infimum;
    const Bound& high = properties.slope_supremum;
    return low.evidence != Evidence::undecided && high.evidence != Evidence::undecided && low.value == 0 &&
           high.value == 0;
}

void gradient_rules(const Studied& studied, Findings& findings) {
    if (zero_gradient(studied.properties)) {
        Draft draft("limitation", "zero_gradient");
        Finding finding =
            draft.number("slope", 0)
                .finish(weaker(studied.properties.slope_infimum.evidence, studied.properties.slope_supremum.evidence));
        finding.severity = Severity::severe;
        findings.push_back(std::move(finding));
        return;
    }
    vanishing(studied, findings);
    slope_size(studied, findings);
    dead(studied, findings);
}

} // namespace actlas::analysis::rules
