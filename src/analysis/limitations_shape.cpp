// What the values do: where they are centred, how far they go, how the curve bends.

#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"
#include "formula/evaluator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace actlas::analysis::rules {
namespace {

bool decided(const Bound& bound) {
    return bound.evidence != Evidence::undecided;
}

void straightness(const Studied& studied, Findings& findings) {
    const auto& [convexity, evidence] = studied.properties.convexity;
    if (evidence == Evidence::undecided || convexity != Convexity::affine || zero_gradient(studied.properties)) return;
    Draft draft("limitation", "linear");
    Finding finding = draft.number("slope", studied.properties.slope_supremum.value).finish(evidence);
    finding.severity = Severity::severe;
    findings.push_back(std::move(finding));
}

void domain(const Studied& studied, Findings& findings) {
    if (!studied.properties.undefined) return;
    const auto& [low, high] = *studied.properties.undefined;
    Draft draft("limitation", "undefined");
    draft.number("low", low, significant_for_people(low, 6)).number("high", high, significant_for_people(high, 6));
    Finding finding = draft.finish(Evidence::estimated, low < high ? "basis" : "basis_point");
    finding.severity = Severity::severe;
    findings.push_back(std::move(finding));
}

void centre(const Studied& studied, Findings& findings) {
    const Properties& properties = studied.properties;
    const Estimate& mean = properties.gaussian.mean;
    const double rms = std::sqrt(properties.gaussian.second_moment.value);
    if (!std::isfinite(mean.value) || !std::isfinite(rms) || std::fabs(mean.value) <= 0.01 + mean.error) return;
    Draft draft("limitation", "not_zero_centred");
    draft.number("mean", mean.value, significant_for_people(mean.value, 4));
    draft.number("rms", rms, significant_for_people(rms, 4));
    const bool positive = decided(properties.infimum) && properties.infimum.value >= 0;
    const bool negative = decided(properties.supremum) && properties.supremum.value <= 0;
    std::string_view consequence = "consequence";
    if (positive || negative) {
        draft.text("sign", Sentences::builtin().fill(positive ? "word.sign_positive" : "word.sign_negative"));
        consequence = "consequence_one_sign";
    }
    Finding finding = draft.finish(Evidence::estimated, "basis", consequence);
    finding.severity = positive || negative ? Severity::moderate : Severity::minor;
    findings.push_back(std::move(finding));
}

/// The largest |f| on [from, 2 from] on the given sides; the envelope of a function that swings.
double largest(const formula::Evaluator& f, double from, bool left, bool right) {
    // Multiples of the golden ratio fall everywhere; even steps could keep in time with a wave.
    constexpr int samples = 256;
    constexpr double golden = 0.6180339887498949;
    double result = 0;
    for (int i = 0; i < samples; ++i) {
        const double x = from * (1 + i * golden - std::floor(i * golden));
        if (left) result = std::max(result, std::fabs(f(-x)));
        if (right) result = std::max(result, std::fabs(f(x)));
    }
    return result;
}

void growth(const Studied& studied, Findings& findings) {
    const Properties& properties = studied.properties;
    if (!decided(properties.infimum) || !decided(properties.supremum)) return;
    if (std::isfinite(properties.infimum.value) && std::isfinite(properties.supremum.value)) return;
    // The power of x that f grows like, from its size at two distances between which logarithms hardly change.
    constexpr double near = 1e6;
    constexpr double far = 1e9;
    const formula::Evaluator f(studied.bound);
    const auto power_at = [&](bool left, bool right) {
        return std::log(largest(f, far, left, right) / largest(f, near, left, right)) / std::log(far / near);
    };
    const auto grows = [&](bool left) {
        const double size = largest(f, far, left, !left);
        return !std::isfinite(size) || size > 4 * largest(f, near, left, !left) || power_at(left, !left) > 0.02;
    };
    const bool left = grows(true);
    const bool right = grows(false);
    if (!left && !right) return;
    const double power = power_at(left, right);
    Draft draft("limitation", "unbounded_growth");
    draft.number("infimum", properties.infimum.value).number("supremum", properties.supremum.value);
    draft.text("end", Sentences::builtin().fill(left && right ? "word.both_ends"
                                                : left        ? "word.left_end"
                                                              : "word.right_end"));
    std::string order = "exponential";
    Severity severity = Severity::severe;
    if (std::isfinite(power)) {
        order = power < 0.95 ? "slow" : power < 1.05 ? "linear" : "power";
        severity = order == "power" ? Severity::moderate : Severity::minor;
        const double shown = std::round(power * 100) / 100;
        draft.number("power", power, significant_for_people(shown, 3));
    }
    Finding finding =
        draft.finish(weaker(weaker(properties.infimum.evidence, properties.supremum.evidence), Evidence::estimated),
                     "basis_" + order, "consequence_" + order);
    finding.severity = severity;
    findings.push_back(std::move(finding));
}

void breaks(const Studied& studied, int order, const char* kind, Severity severity, Findings& findings) {
    std::vector<LocalizedText> places;
    Evidence evidence = Evidence::exact;
    Draft draft("limitation", kind);
    for (const Kink& kink : studied.properties.kinks) {
        if (kink.order != order) continue;
        if (places.empty()) draft.number("x", kink.x).number("left", kink.left).number("right", kink.right);
        places.push_back(kink_text(kink));
        evidence = weaker(evidence, kink.evidence);
    }
    if (places.empty()) return;
    draft.number("count", static_cast<double>(places.size())).text("places", shortened_list(places));
    Finding finding = draft.finish(evidence);
    finding.severity = severity;
    findings.push_back(std::move(finding));
}

/// Whether f turns between the outermost of its extrema that are known and far out, where a wave would do so again and
/// again.
bool turns_beyond(const Studied& studied) {
    double from = 1;
    for (const Extremum& extremum : studied.properties.extrema)
        from = std::max(from, 1.01 * std::fabs(extremum.x));
    const formula::Evaluator slope(studied.derivative);
    constexpr int samples = 256;
    constexpr double golden = 0.6180339887498949; // even steps could keep in time with a wave
    const auto turns = [&](double side) {
        bool rises = false;
        bool falls = false;
        for (int i = 0; i < samples; ++i) {
            const double there = slope(side * (from + i * golden * from));
            rises = rises || there > 0;
            falls = falls || there < 0;
        }
        return rises && falls;
    };
    return turns(-1) || turns(1);
}

void direction(const Studied& studied, Findings& findings) {
    const Properties& properties = studied.properties;
    if (!both_signs(properties)) return;
    const Bound& low = properties.slope_infimum;
    const Bound& high = properties.slope_supremum;
    Draft draft("limitation", "non_monotone");
    draft.number("slope_low", low.value, significant_for_people(low.value, 5));
    draft.number("slope_high", high.value, significant_for_people(high.value, 5));
    std::string_view basis = "basis";
    Evidence evidence = weaker(properties.monotonicity.evidence, weaker(low.evidence, high.evidence));
    if (turns_beyond(studied)) {
        basis = "basis_endless";
        evidence = weaker(evidence, Evidence::estimated);
    } else if (properties.extrema.size() == 1) {
        const Extremum& extremum = properties.extrema.front();
        draft.number("x", extremum.x, significant_for_people(extremum.x, 5));
        draft.number("value", extremum.value, significant_for_people(extremum.value, 5));
        evidence = weaker(evidence, extremum.evidence);
        basis = "basis_extremum";
    } else if (const std::size_t count = properties.extrema.size(); count > 1 && count < 10) {
        draft.number("count", static_cast<double>(count), fmt::format("{}", count));
        basis = "basis_extrema";
    }
    Finding finding = draft.finish(evidence, basis);
    finding.severity = Severity::minor;
    findings.push_back(std::move(finding));
}

} // namespace

bool both_signs(const Properties& properties) {
    const Bound& low = properties.slope_infimum;
    const Bound& high = properties.slope_supremum;
    return properties.monotonicity.evidence != Evidence::undecided &&
           properties.monotonicity.value == Monotonicity::none && decided(low) && decided(high) && low.value < 0 &&
           high.value > 0;
}

void shape_rules(const Studied& studied, Findings& findings) {
    domain(studied, findings);
    straightness(studied, findings);
    centre(studied, findings);
    growth(studied, findings);
    breaks(studied, 0, "jump", Severity::moderate, findings);
    breaks(studied, 1, "kink", Severity::minor, findings);
    direction(studied, findings);
}

} // namespace actlas::analysis::rules
