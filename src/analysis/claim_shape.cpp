// Claims about the shape: order, symmetry, smoothness, tails, averages.

#include "analysis/claim_bounds.hpp"
#include "analysis/limitations_rules.hpp"
#include "base/infinity.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace actlas::analysis::claims {
namespace {

Outcome decided_as(bool holds, const ClaimCheck& check, Evidence evidence, LocalizedText finding,
                   std::optional<double> measured = {}) {
    return {verdict(holds, check.expected), evidence, measured, std::move(finding)};
}

Outcome monotone(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.monotonicity;
    if (evidence == Evidence::undecided) return undecided();
    using enum Monotonicity;
    const bool up = value == strictly_increasing || value == nondecreasing || value == constant;
    const bool down = value == strictly_decreasing || value == nonincreasing || value == constant;
    const bool holds = check.word == "increasing"            ? up
                       : check.word == "decreasing"          ? down
                       : check.word == "strictly_increasing" ? value == strictly_increasing
                       : check.word == "strictly_decreasing" ? value == strictly_decreasing
                                                             : up || down;
    return decided_as(holds, check, evidence, sentence(word(value)));
}

Outcome convexity(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.convexity;
    if (evidence == Evidence::undecided) return undecided();
    const bool holds =
        value == Convexity::affine || value == (check.word == "convex" ? Convexity::convex : Convexity::concave);
    return decided_as(holds, check, evidence, sentence(word(value)));
}

Outcome parity(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.parity;
    if (evidence == Evidence::undecided) return undecided();
    const bool holds = value == (check.word == "odd" ? Parity::odd : Parity::even);
    return decided_as(holds, check, evidence, sentence(value == Parity::none ? "no_parity" : word(value)));
}

LocalizedText order_text(const Smoothness& smoothness) {
    if (smoothness.infinite) return sentence("smooth");
    if (smoothness.order < 0) return sentence("jumps");
    static constexpr std::array<const char*, 10> digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    const auto power = [](int order) {
        std::string text;
        for (const char digit : fmt::format("{}", order))
            text += digits[static_cast<std::size_t>(digit - '0')];
        return same(text);
    };
    return sentence("order", {{"order", power(smoothness.order)}, {"next", power(smoothness.order + 1)}});
}

/// C^order and not C^(order + 1).
Outcome continuity(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.continuity;
    if (evidence == Evidence::undecided) return undecided();
    return decided_as(!value.infinite && value.order == *check.order, check, evidence, order_text(value));
}

/// C^order, perhaps more.
Outcome continuous_to(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.continuity;
    if (evidence == Evidence::undecided) return undecided();
    return decided_as(value.infinite || value.order >= *check.order, check, evidence, order_text(value));
}

/// "Smooth" is said of C^inf, and often of no more than a continuous slope.
Outcome smooth(const Context& context, const ClaimCheck& check) {
    const auto& [value, evidence] = context.properties.continuity;
    if (evidence == Evidence::undecided) return undecided();
    Outcome outcome = decided_as(value.infinite, check, evidence, order_text(value));
    if (!value.infinite && value.order >= 1 && check.word != "infinitely") outcome.verdict = ClaimVerdict::partly;
    return outcome;
}

/// The derivative of that order is the first to jump, at just these points.
Outcome kinks(const Context& context, const ClaimCheck& check) {
    if (context.properties.continuity.evidence == Evidence::undecided) return undecided();
    const std::vector<Kink>& found = context.properties.kinks;
    bool holds = found.size() == check.points.size();
    Evidence evidence = context.properties.continuity.evidence;
    std::vector<LocalizedText> places;
    for (const Kink& kink : found) {
        const bool named = agrees(check.points, kink.x, check.at_tolerance) == Agreement::yes;
        holds = holds && named && kink.order == *check.order;
        evidence = weaker(evidence, kink.evidence);
        const std::string key = kink.order <= 2 ? fmt::format("kink_{}", kink.order) : "kink_higher";
        places.push_back(sentence(key, {{"order", same(fmt::format("{}", kink.order))}, {"x", shown(kink.x)}}));
    }
    LocalizedText finding =
        found.empty() ? sentence("no_kinks") : sentence("kinks", {{"places", shortened_list(places)}});
    std::optional<double> measured;
    if (!found.empty()) measured = found.front().order;
    return decided_as(holds, check, evidence, std::move(finding), measured);
}

Outcome zero_centred(const Context& context, const ClaimCheck& check) {
    const auto& [parity, evidence] = context.properties.parity;
    if (evidence != Evidence::undecided && parity == Parity::odd)
        return decided_as(true, check, evidence, sentence("odd"), 0);
    const Estimate& mean = context.properties.gaussian.mean;
    if (!std::isfinite(mean.value) || !std::isfinite(mean.error)) return undecided();
    const bool zero = std::fabs(mean.value) <= std::max(1e-9, 2 * mean.error);
    LocalizedText finding =
        zero ? sentence("mean_zero", {{"error", same(rounded_up(std::fabs(mean.value) + mean.error, 2))}})
             : sentence("mean_not_zero", {{"value", shown(mean.value)}});
    return decided_as(zero, check, Evidence::estimated, std::move(finding), mean.value);
}

Outcome self_normalising(const Context& context, const ClaimCheck& check) {
    const GaussianAverages& gaussian = context.properties.gaussian;
    if (!std::isfinite(gaussian.mean.value) || !std::isfinite(gaussian.variance.value)) return undecided();
    return decided_as(rules::keeps_moments(context.properties), check, Evidence::estimated,
                      sentence("moments", {{"mean", same(fixed_for_people(gaussian.mean.value, 5))},
                                           {"variance", same(fixed_for_people(gaussian.variance.value, 5))}}),
                      gaussian.variance.value);
}

/// No tail along which |f'| stays below 0.01, on the side named or on either.
Outcome no_vanishing_gradient(const Context& context, const ClaimCheck& check) {
    rules::FlatTails tails = rules::flat_tails(context.properties, true);
    if (tails.evidence == Evidence::undecided) return undecided();
    if (check.word == "left") tails.right.reset();
    if (check.word == "right") tails.left.reset();
    Fillings fillings{{"threshold", same(significant_for_people(rules::flat_threshold, 3))}};
    if (!tails.left && !tails.right)
        return decided_as(true, check, tails.evidence, sentence("does_not_vanish", fillings));
    const rules::FlatTails alive = rules::flat_tails(context.properties, false);
    const bool dead_tails = (!tails.left || !alive.left) && (!tails.right || !alive.right);
    if (dead_tails)
        return decided_as(false, check, tails.evidence,
                          sentence("dead", {{"intervals", interval_list(context.properties.dead_intervals)}}), 0);
    fillings["where"] = beyond(tails.left, tails.right);
    return decided_as(false, check, tails.evidence, sentence("vanishes", fillings),
                      tails.left ? tails.left : tails.right);
}

LocalizedText line_text(const Asymptote& line) {
    if (line.slope == 0) return same("y = " + significant_for_people(line.intercept, 7));
    const std::string slope = line.slope == 1    ? "x"
                              : line.slope == -1 ? "−x"
                                                 : significant_for_people(line.slope, 7) + "x";
    if (line.intercept == 0) return same("y = " + slope);
    return same(fmt::format("y = {} {} {}", slope, line.intercept < 0 ? "−" : "+",
                            significant_for_people(std::fabs(line.intercept), 7)));
}

/// The line y = `value`*x + `at`; of the side `word`.
Outcome asymptote(const Context& context, const ClaimCheck& check) {
    const bool left = check.word == "left";
    const Asymptote& line = left ? context.properties.left : context.properties.right;
    if (line.evidence == Evidence::undecided) return undecided();
    const LocalizedText end = Sentences::builtin().fill(left ? "word.left_end" : "word.right_end");
    if (line.kind == Asymptote::Kind::none)
        return decided_as(false, check, line.evidence, sentence("no_asymptote", {{"end", end}}));
    const bool holds =
        agrees(line.slope, line.slope, *check.value, check.tolerance) == Agreement::yes &&
        agrees(line.intercept, line.intercept, check.at.value_or(0), check.at_tolerance) == Agreement::yes;
    return decided_as(holds, check, line.evidence, sentence("asymptote", {{"end", end}, {"line", line_text(line)}}),
                      check.value == 0 ? line.intercept : line.slope);
}

/// f' = 0 throughout (low, high).
Outcome dead(const Context& context, const ClaimCheck& check) {
    const double low = check.low.value_or(-infinity);
    const double high = check.high.value_or(infinity);
    for (const Interval& interval : context.properties.dead_intervals) {
        if (interval.low <= low && interval.high >= high)
            return decided_as(true, check, Evidence::exact,
                              sentence("dead", {{"intervals", same(open_interval(interval))}}));
    }
    if (!decided(context.properties.slope_infimum)) return undecided();
    return decided_as(false, check, context.properties.slope_infimum.evidence, sentence("not_dead"));
}

/// f' = 0 nowhere.
Outcome nonzero_slope(const Context& context, const ClaimCheck& check) {
    const Properties& properties = context.properties;
    const Bound& low = properties.slope_infimum;
    const Bound& high = properties.slope_supremum;
    if (!properties.dead_intervals.empty())
        return decided_as(false, check, Evidence::exact,
                          sentence("dead", {{"intervals", interval_list(properties.dead_intervals)}}));
    const auto zero_at = [&](double x, Evidence evidence) {
        return decided_as(false, check, evidence, sentence("slope_value", {{"at", shown(x)}, {"value", same("0")}}), x);
    };
    for (const Extremum& extremum : properties.extrema) {
        const bool kinked = std::any_of(properties.kinks.begin(), properties.kinks.end(),
                                        [&](const Kink& kink) { return kink.order <= 1 && kink.x == extremum.x; });
        if (!kinked) return zero_at(extremum.x, extremum.evidence);
    }
    if (!decided(low) || !decided(high)) return undecided();
    for (const Bound& bound : {low, high})
        if (bound.value == 0 && bound.attained.value_or(false) && !bound.at.empty())
            return zero_at(bound.at.front(), bound.evidence);
    const bool positive = low.low > 0 || (low.value == 0 && low.attained == false);
    const bool negative = high.high < 0 || (high.value == 0 && high.attained == false);
    if (!positive && !negative) return undecided();
    return decided_as(true, check, positive ? low.evidence : high.evidence, sentence("slope_nonzero"));
}

} // namespace

std::vector<Kind> shape_kinds() {
    return {
        {"monotone", monotone, {}, {"increasing", "decreasing", "strictly_increasing", "strictly_decreasing"}},
        {"convexity", convexity, {"word"}, {"convex", "concave"}},
        {"parity", parity, {"word"}, {"odd", "even"}},
        {"continuity", continuity, {"order"}},
        {"continuous_to", continuous_to, {"order"}},
        {"smooth", smooth, {}, {"infinitely"}},
        {"kinks", kinks, {"points", "order"}},
        {"zero_centred", zero_centred, {}},
        {"self_normalising", self_normalising, {}},
        {"no_vanishing_gradient", no_vanishing_gradient, {}, {"left", "right"}},
        {"asymptote", asymptote, {"word", "value"}, {"left", "right"}},
        {"dead", dead, {}},
        {"nonzero_slope", nonzero_slope, {}},
    };
}

} // namespace actlas::analysis::claims
