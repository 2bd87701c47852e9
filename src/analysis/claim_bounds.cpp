// Claims about infima, suprema and where they are.

#include "analysis/claim_bounds.hpp"

#include "base/infinity.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::analysis::claims {

Agreement agrees(double low, double high, double printed, double tolerance) {
    if (std::isinf(printed) || std::isinf(low) || std::isinf(high))
        return low == high ? (low == printed ? Agreement::yes : Agreement::no) : Agreement::unknown;
    const double slack = tolerance > 0 ? tolerance : 1e-8 * std::max(1.0, std::fabs(printed));
    // 0.125 is within half a unit of 0.13 although the difference is not exactly 0.005 in binary.
    const double allowed = slack * (1 + 1e-9);
    if (low >= printed - allowed && high <= printed + allowed) return Agreement::yes;
    return high < printed - allowed || low > printed + allowed ? Agreement::no : Agreement::unknown;
}

Agreement agrees(const Bound& bound, double printed, double tolerance) {
    if (!decided(bound)) return Agreement::unknown;
    if (std::isinf(bound.value)) return agrees(bound.value, bound.value, printed, tolerance);
    return agrees(bound.low, bound.high, printed, tolerance);
}

Agreement agrees(std::span<const double> places, double printed, double tolerance) {
    if (places.empty()) return Agreement::unknown;
    const bool found = std::any_of(places.begin(), places.end(), [&](double place) {
        return agrees(place, place, printed, tolerance) == Agreement::yes;
    });
    return found ? Agreement::yes : Agreement::no;
}

Outcome undecided() {
    return {ClaimVerdict::undecided, Evidence::undecided, {}, sentence("undecided")};
}

namespace {

/// "[−0.278, ∞)"; an end that is perhaps attained is written as open, and the sentence says that it is not decided.
LocalizedText range_text(const Properties& properties) {
    const Bound& low = properties.infimum;
    const Bound& high = properties.supremum;
    return same(fmt::format("{}{}, {}{}", low.attained.value_or(false) ? '[' : '(',
                            significant_for_people(low.value, 7), significant_for_people(high.value, 7),
                            high.attained.value_or(false) ? ']' : ')'));
}

/// One end of a range: whether its number and, if the source says so, its being attained agree.
Agreement end_agrees(const Bound& bound, double printed, std::optional<bool> closed, double tolerance) {
    const Agreement number = agrees(bound, printed, tolerance);
    if (number != Agreement::yes || !closed || std::isinf(printed)) return number;
    if (!bound.attained) return Agreement::unknown;
    return *bound.attained == *closed ? Agreement::yes : Agreement::no;
}

Outcome range(const Context& context, const ClaimCheck& check) {
    const Bound& low = context.properties.infimum;
    const Bound& high = context.properties.supremum;
    if (!decided(low) || !decided(high)) return undecided();
    const Agreement left = end_agrees(low, check.low.value_or(-infinity), check.low_closed, check.tolerance);
    const Agreement right = end_agrees(high, check.high.value_or(infinity), check.high_closed, check.tolerance);
    Outcome outcome;
    outcome.measured = left != Agreement::no && right == Agreement::no ? high.value : low.value;
    const bool ends_known = (low.attained || std::isinf(low.value)) && (high.attained || std::isinf(high.value));
    outcome.finding = sentence(ends_known ? "range" : "range_undecided", {{"range", range_text(context.properties)}});
    if (left == Agreement::no || right == Agreement::no)
        outcome.verdict = ClaimVerdict::contradicted;
    else if (left == Agreement::yes && right == Agreement::yes)
        outcome.verdict = ClaimVerdict::confirmed;
    outcome.evidence =
        outcome.verdict == ClaimVerdict::undecided ? Evidence::undecided : weaker(low.evidence, high.evidence);
    return outcome;
}

/// A bound of f or f' with its place; the sentences are claim.NAME and claim.NAME_at.
Outcome extreme(const Bound& bound, const ClaimCheck& check, const std::string& name, bool must_be_attained) {
    if (!decided(bound)) return undecided();
    Outcome outcome;
    outcome.measured = bound.value;
    const bool place_known = bound.attained.value_or(false) && !bound.at.empty();
    double nearest = place_known ? bound.at.front() : 0;
    for (const double place : bound.at) {
        if (check.at && std::fabs(place - *check.at) < std::fabs(nearest - *check.at)) nearest = place;
    }
    const bool plain = !must_be_attained || !bound.attained.value_or(false);
    outcome.finding = place_known ? sentence(name + "_at", {{"value", shown(bound.value)}, {"at", shown(nearest)}})
                                  : sentence(plain ? name : name + "_attained", {{"value", shown(bound.value)}});
    Agreement agreement = agrees(bound, *check.value, check.tolerance);
    if (agreement == Agreement::yes && must_be_attained)
        agreement = !bound.attained ? Agreement::unknown : *bound.attained ? Agreement::yes : Agreement::no;
    if (agreement == Agreement::yes && check.at) agreement = agrees(bound.at, *check.at, check.at_tolerance);
    if (agreement == Agreement::unknown)
        return {ClaimVerdict::undecided, Evidence::undecided, bound.value, outcome.finding};
    outcome.verdict = verdict(agreement == Agreement::yes);
    outcome.evidence = bound.evidence;
    return outcome;
}

Outcome minimum(const Context& context, const ClaimCheck& check) {
    return extreme(context.properties.infimum, check, "minimum", true);
}
Outcome maximum(const Context& context, const ClaimCheck& check) {
    return extreme(context.properties.supremum, check, "maximum", true);
}
Outcome slope_minimum(const Context& context, const ClaimCheck& check) {
    return extreme(context.properties.slope_infimum, check, "slope_minimum", false);
}
Outcome slope_maximum(const Context& context, const ClaimCheck& check) {
    return extreme(context.properties.slope_supremum, check, "slope_maximum", false);
}

Outcome lipschitz(const Context& context, const ClaimCheck& check) {
    ClaimCheck value = check;
    value.at.reset();
    Bound bound = context.properties.lipschitz;
    bound.at.clear();
    return extreme(bound, value, "lipschitz", false);
}

Outcome bounded(const Bound& bound, const ClaimCheck& check, const std::string& side, bool below) {
    if (!decided(bound)) return undecided();
    const bool finite = std::isfinite(bound.value);
    Outcome outcome{verdict(finite, check.expected), bound.evidence, bound.value,
                    finite ? sentence("bounded_" + side, {{"value", shown(bound.value)}})
                           : sentence("not_bounded_" + side)};
    if (!finite || !check.value || !check.expected) return outcome;
    // The source also names a bound: it holds, or there is one, but not that.
    const double slack = check.tolerance * (1 + 1e-9);
    const bool holds = below ? bound.low >= *check.value - slack : bound.high <= *check.value + slack;
    const bool fails = below ? bound.high < *check.value - slack : bound.low > *check.value + slack;
    if (!holds && !fails) return undecided();
    if (fails) {
        outcome.verdict = ClaimVerdict::partly;
        outcome.finding = sentence("bound_beyond", {{"value", shown(bound.value)}});
    }
    return outcome;
}

Outcome bounded_below(const Context& context, const ClaimCheck& check) {
    return bounded(context.properties.infimum, check, "below", true);
}
Outcome bounded_above(const Context& context, const ClaimCheck& check) {
    return bounded(context.properties.supremum, check, "above", false);
}

Outcome positive(const Context& context, const ClaimCheck&) {
    const Bound& bound = context.properties.infimum;
    if (!decided(bound)) return undecided();
    Outcome outcome{ClaimVerdict::undecided, bound.evidence, bound.value, sentence("undecided")};
    if (bound.low > 0 || (bound.value == 0 && bound.low == 0 && bound.attained == false)) {
        outcome.verdict = ClaimVerdict::confirmed;
        outcome.finding = sentence("positive");
    } else if (bound.value == 0 && bound.attained == true) {
        outcome.verdict = ClaimVerdict::partly;
        outcome.finding = sentence("positive_attained");
    } else if (bound.high < 0) {
        outcome.verdict = ClaimVerdict::contradicted;
        outcome.finding = sentence("not_positive", {{"value", shown(bound.value)}});
    }
    return outcome;
}

Outcome bounded_slope(const Context& context, const ClaimCheck& check) {
    const Bound& low = context.properties.slope_infimum;
    const Bound& high = context.properties.slope_supremum;
    if (!decided(low) || !decided(high)) return undecided();
    const double size = std::max(std::fabs(low.value), std::fabs(high.value));
    const bool finite = std::isfinite(size);
    return {verdict(finite, check.expected), weaker(low.evidence, high.evidence), size,
            finite ? sentence("bounded_slope", {{"value", shown(size)}}) : sentence("unbounded_slope")};
}

} // namespace

std::vector<Kind> bound_kinds() {
    return {
        {"range", range, {}},
        {"minimum", minimum, {"value"}},
        {"maximum", maximum, {"value"}},
        {"slope_minimum", slope_minimum, {"value"}},
        {"slope_maximum", slope_maximum, {"value"}},
        {"lipschitz", lipschitz, {"value"}},
        {"bounded_below", bounded_below, {}},
        {"bounded_above", bounded_above, {}},
        {"positive", positive, {}},
        {"bounded_slope", bounded_slope, {}},
    };
}

std::vector<Kind> property_kinds() {
    std::vector<Kind> result = bound_kinds();
    for (Kind& kind : shape_kinds())
        result.push_back(std::move(kind));
    return result;
}

} // namespace actlas::analysis::claims
