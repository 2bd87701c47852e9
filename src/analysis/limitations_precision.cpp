// What number formats do to the function.

#include "analysis/limitations_rules.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace actlas::analysis::rules {
namespace {

/// A format in which the textbook formula gives something wrong.
struct Trouble {
    const FormatBehaviour* behaviour = nullptr;
    std::string_view symptom = {};
    std::optional<InputRange> negative = {};
    std::optional<InputRange> positive = {};
    std::optional<std::size_t> inputs = {};
    double nearest = std::numeric_limits<double>::infinity(); ///< |x|
    bool moderate = false;                                    ///< at inputs that are neither tiny nor huge
};

/// Among the subnormal numbers every formula rounds badly: that is the format's trouble, not the formula's.
std::optional<InputRange> beyond_subnormal(const std::optional<InputRange>& stretch, const NumberFormat& format) {
    return stretch && std::fabs(stretch->farthest) >= format.smallest_normal() ? stretch : std::nullopt;
}

/// Keeps the worse of two troubles: that at inputs of ordinary size, then that nearest to 0.
void take(const FormatBehaviour& behaviour, const Affected& affected, std::string_view symptom, Trouble& worst) {
    Trouble trouble;
    trouble.behaviour = &behaviour;
    trouble.symptom = symptom;
    trouble.negative = beyond_subnormal(affected.negative, *behaviour.format);
    trouble.positive = beyond_subnormal(affected.positive, *behaviour.format);
    for (const auto& stretch : {trouble.negative, trouble.positive}) {
        if (!stretch) continue;
        trouble.nearest = std::min(trouble.nearest, std::fabs(stretch->nearest));
        trouble.moderate =
            trouble.moderate || (std::fabs(stretch->nearest) < 100 && std::fabs(stretch->farthest) > 0.01);
    }
    const bool all = trouble.negative.has_value() == affected.negative.has_value() &&
                     trouble.positive.has_value() == affected.positive.has_value();
    if (all) trouble.inputs = affected.inputs;
    if (!trouble.negative && !trouble.positive) return;
    if (std::pair(!trouble.moderate, trouble.nearest) < std::pair(!worst.moderate, worst.nearest)) worst = trouble;
}

/// "from −20.3 to −11": all inputs concerned lie there, though not all there need be.
LocalizedText place(double low, double high) {
    const Sentences& sentences = Sentences::builtin();
    if (low == high) return sentences.fill("word.inputs_at", {{"low", same(significant_for_people(low, 5))}});
    return sentences.fill("word.inputs_between",
                          {{"low", same(rounded_down(low, 5))}, {"high", same(rounded_up(high, 5))}});
}

void textbook(const Studied& studied, Findings& findings) {
    Trouble worst;
    for (const FormatBehaviour& behaviour : studied.precision) {
        if (behaviour.format->bits < 16) continue;
        take(behaviour, behaviour.textbook.undefined, "word.not_a_number", worst);
        take(behaviour, behaviour.textbook.infinite, "word.infinite", worst);
        take(behaviour, behaviour.textbook.flushed, "word.flushed", worst);
    }
    if (worst.behaviour == nullptr) return;
    Draft draft("limitation", "textbook_trouble");
    std::vector<LocalizedText> places;
    if (worst.negative) {
        places.push_back(place(worst.negative->farthest, worst.negative->nearest));
        draft.number("negative_nearest", worst.negative->nearest).number("negative_farthest", worst.negative->farthest);
    }
    if (worst.positive) {
        places.push_back(place(worst.positive->nearest, worst.positive->farthest));
        draft.number("positive_nearest", worst.positive->nearest).number("positive_farthest", worst.positive->farthest);
    }
    draft.text("format", same(std::string(worst.behaviour->format->name)))
        .text("symptom", Sentences::builtin().fill(worst.symptom))
        .text("where", joined(places, Sentences::builtin().fill("word.and")));
    if (worst.inputs) draft.number("count", static_cast<double>(*worst.inputs), fmt::format("{}", *worst.inputs));
    Finding finding = draft.finish(worst.behaviour->every_value ? Evidence::proved : Evidence::estimated,
                                   worst.inputs ? "basis_counted" : "basis");
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
        // Nobody's inputs are that large; there, slopes that fade slowly are lost to the format as well.
        constexpr double remote = 1000;
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
    Finding finding = draft.finish(proved ? Evidence::proved : Evidence::estimated);
    finding.severity = largest_share > 0.001 ? Severity::moderate : Severity::minor;
    findings.push_back(std::move(finding));
}

} // namespace

void precision_rules(const Studied& studied, Findings& findings) {
    textbook(studied, findings);
    lost_gradient(studied, findings);
}

} // namespace actlas::analysis::rules
