// What number formats do to the function.

#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"
#include "formula/printers.hpp"
#include "formula/textbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::analysis::rules {
namespace {

/// Nobody's inputs are that large; there, slopes that fade slowly are lost to the format as well.
constexpr double remote = 1000;

/// A format in which the textbook formula gives something wrong.
struct Trouble {
    const FormatBehaviour* behaviour = nullptr;
    std::string_view symptom = {};
    std::optional<InputRange> negative = {};
    std::optional<InputRange> positive = {};
    std::optional<std::size_t> inputs = {};
    double nearest = std::numeric_limits<double>::infinity(); ///< |x|
    bool moderate = false;                                    ///< NaN or infinite at inputs of ordinary size
};

/// Among the subnormal numbers every formula rounds badly: that is the format's trouble, not the formula's.
std::optional<InputRange> beyond_subnormal(const std::optional<InputRange>& stretch, const NumberFormat& format) {
    return stretch && std::fabs(stretch->farthest) >= format.smallest_normal() ? stretch : std::nullopt;
}

/// Keeps the worse of two troubles: one that does harm at inputs of ordinary size, then that nearest to 0.
void take(const FormatBehaviour& behaviour, const Affected& affected, std::string_view symptom, bool harmful,
          Trouble& worst) {
    Trouble trouble;
    trouble.behaviour = &behaviour;
    trouble.symptom = symptom;
    trouble.negative = beyond_subnormal(affected.negative, *behaviour.format);
    trouble.positive = beyond_subnormal(affected.positive, *behaviour.format);
    for (const auto& stretch : {trouble.negative, trouble.positive}) {
        if (!stretch) continue;
        trouble.nearest = std::min(trouble.nearest, std::fabs(stretch->nearest));
        trouble.moderate =
            trouble.moderate || (harmful && std::fabs(stretch->nearest) < 100 && std::fabs(stretch->farthest) > 0.01);
    }
    const bool all = trouble.negative.has_value() == affected.negative.has_value() &&
                     trouble.positive.has_value() == affected.positive.has_value();
    if (all) trouble.inputs = affected.inputs;
    if (!trouble.negative && !trouble.positive) return;
    if (std::pair(!trouble.moderate, trouble.nearest) < std::pair(!worst.moderate, worst.nearest)) worst = trouble;
}

/// "x between −20.33 and −11.09", "|x| ≥ 11.09": all inputs concerned lie there, though not all there need be. `x` is
/// what lies between `nearest` and `farthest`, which have the same sign, or are below and above 0.
LocalizedText place(const std::string& x, const InputRange& range, const NumberFormat& format) {
    if (range.nearest == range.farthest) return same(x + " = " + significant_for_people(range.nearest, 5));
    const bool negative = range.farthest < 0;
    const double nearest = std::fabs(range.nearest) < format.smallest_normal() ? 0 : range.nearest;
    const double low = negative ? range.farthest : nearest;
    const double high = negative ? nearest : range.farthest;
    // To the end of the format is told as what it is.
    if (range.nearest == -format.largest) return same(x + " ≤ " + rounded_up(high, 4));
    if (std::fabs(range.farthest) == format.largest)
        return same(x + (negative ? " ≤ " + rounded_up(high, 4) : " ≥ " + rounded_down(low, 4)));
    return Sentences::builtin().fill(
        "word.inputs_between",
        {{"x", same(x)}, {"low", same(rounded_down(low, 4))}, {"high", same(rounded_up(high, 4))}});
}

/// The places on both sides; of the same distance from 0 on both, as one.
LocalizedText places(const Trouble& trouble) {
    const NumberFormat& format = *trouble.behaviour->format;
    if (trouble.negative && trouble.positive && trouble.negative->nearest == -trouble.positive->nearest &&
        trouble.negative->farthest == -trouble.positive->farthest)
        return place("|x|", *trouble.positive, format);
    // One stretch across 0.
    if (trouble.negative && trouble.positive && trouble.negative->nearest == 0 && trouble.positive->nearest == 0)
        return place("x", {trouble.negative->farthest, trouble.positive->farthest}, format);
    std::vector<LocalizedText> sides;
    for (const auto& side : {trouble.negative, trouble.positive})
        if (side) sides.push_back(place("x", *side, format));
    return joined(sides, Sentences::builtin().fill("word.or"));
}

/// The formula that textbooks print, on one line; where it has cases, as the formula language writes them, which has no
/// words of English.
std::string printed(const formula::Expr& expr) {
    const formula::Expr textbook = formula::textbook(expr);
    const std::string text = formula::to_text(textbook);
    return text.find(" if ") == std::string::npos ? text : formula::to_source(textbook);
}

void textbook(const Studied& studied, Findings& findings) {
    Trouble worst;
    for (const FormatBehaviour& behaviour : studied.precision) {
        if (behaviour.format->bits < 16) continue;
        take(behaviour, behaviour.textbook.undefined, "word.not_a_number", true, worst);
        take(behaviour, behaviour.textbook.infinite, "word.infinite", true, worst);
        take(behaviour, behaviour.textbook.flushed, "word.flushed", false, worst);
    }
    if (worst.behaviour == nullptr) return;
    Draft draft("limitation", "textbook_trouble");
    if (worst.negative)
        draft.number("negative_nearest", worst.negative->nearest).number("negative_farthest", worst.negative->farthest);
    if (worst.positive)
        draft.number("positive_nearest", worst.positive->nearest).number("positive_farthest", worst.positive->farthest);
    draft.text("format", same(std::string(worst.behaviour->format->name)))
        .text("symptom", Sentences::builtin().fill(worst.symptom))
        .text("formula", same(printed(studied.activation.expr)))
        .text("where", places(worst));
    if (worst.inputs) draft.number("count", static_cast<double>(*worst.inputs), fmt::format("{}", *worst.inputs));
    Finding finding = draft.finish(worst.behaviour->every_value ? Evidence::proved : Evidence::estimated,
                                   worst.inputs.value_or(1) > 1 ? "basis_counted" : "basis");
    finding.severity = worst.moderate ? Severity::moderate : Severity::minor;
    findings.push_back(std::move(finding));
}

void lost_gradient(const Studied& studied, Findings& findings) {
    if (zero_gradient(studied.properties)) return;
    const FormatBehaviour* worst = nullptr;
    double largest_share = -1;
    std::optional<double> worst_left;
    std::optional<double> worst_right;
    bool proved = false;
    for (const FormatBehaviour& behaviour : studied.precision) {
        if (behaviour.format->bits != 16) continue;
        std::optional<double> left = behaviour.slope_zero_left;
        std::optional<double> right = behaviour.slope_zero_right;
        for (const Interval& dead : studied.properties.dead_intervals) {
            if (std::isinf(dead.low)) left.reset();
            if (std::isinf(dead.high)) right.reset();
        }
        if (left && *left < -remote) left.reset();
        if (right && *right > remote) right.reset();
        const double share = tail_share(left, right);
        if ((!left && !right) || share <= largest_share) continue;
        worst = &behaviour;
        worst_left = left;
        worst_right = right;
        largest_share = share;
        proved = (!left || behaviour.slope_zero_left_proved) && (!right || behaviour.slope_zero_right_proved);
    }
    if (worst == nullptr) return;
    Draft draft("limitation", "low_precision");
    draft.text("format", same(std::string(worst->format->name))).text("where", beyond(worst_left, worst_right));
    draft.number("share", largest_share);
    if (worst_left) draft.number("left", *worst_left);
    if (worst_right) draft.number("right", *worst_right);
    // Where the value rounds to its limit, sigmoid's at 8 already, it carries no information either.
    const auto flat = [](const std::optional<RoundedTail>& tail) {
        const bool told = tail && tail->kind == RoundedTail::Kind::constant && std::fabs(tail->from) < remote;
        return told ? std::optional(tail->from) : std::nullopt;
    };
    const std::optional<double> flat_left = flat(worst->left);
    const std::optional<double> flat_right = flat(worst->right);
    if (flat_left || flat_right) draft.text("flat", beyond(flat_left, flat_right));
    Finding finding = draft.finish(proved ? Evidence::proved : Evidence::estimated,
                                   flat_left || flat_right ? "basis_value" : "basis");
    finding.severity = largest_share > 0.001 ? Severity::moderate : Severity::minor;
    findings.push_back(std::move(finding));
}

} // namespace

void precision_rules(const Studied& studied, Findings& findings) {
    textbook(studied, findings);
    lost_gradient(studied, findings);
}

} // namespace actlas::analysis::rules
