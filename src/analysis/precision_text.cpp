#include "analysis/precision_text.hpp"

#include "analysis/limitations_text.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace actlas::analysis {
namespace {

LocalizedText fill(std::string_view key, const Fillings& fillings = {}) {
    return Sentences::builtin().fill(key, fillings);
}

std::string number(double value) {
    return significant_for_people(value, 6);
}

/// Inputs at and beyond `from` towards one end: "x ≤ −20.3438"; nothing for all of them.
std::optional<LocalizedText> reach(double from, bool left, double largest) {
    if (from == (left ? largest : -largest)) return std::nullopt;
    return same(left ? "x ≤ " + rounded_down(from, 6) : "x ≥ " + rounded_up(from, 6));
}

class Clauses {
public:
    explicit Clauses(const FormatBehaviour& behaviour) : behaviour_(behaviour) {
        add_tails();
        add_slopes();
        add_textbook();
    }

    PrecisionSummary summary() {
        const bool proved = proved_ && behaviour_.every_value;
        if (clauses_.empty()) clauses_.push_back(fill("precision.nothing"));
        return {behaviour_.format->name, std::move(clauses_), proved ? Evidence::proved : Evidence::estimated};
    }

private:
    void add(const LocalizedText& statement, const std::optional<LocalizedText>& where) {
        clauses_.push_back(where ? fill("precision.where", {{"statement", statement}, {"where", *where}})
                                 : fill("precision.everywhere", {{"statement", statement}}));
    }

    static LocalizedText statement(const RoundedTail& tail) {
        switch (tail.kind) {
        case RoundedTail::Kind::constant:
            return same("f = " + number(tail.value));
        case RoundedTail::Kind::identity:
            return same("f = x");
        case RoundedTail::Kind::overflow:
            break;
        }
        return fill("precision.overflow");
    }

    /// The two ends; told in one if the same holds at both.
    void add_tails() {
        const double largest = behaviour_.format->largest;
        const auto& left = behaviour_.left;
        const auto& right = behaviour_.right;
        if (left && right && statement(*left).en == statement(*right).en) {
            const auto low = reach(left->from, true, largest);
            const auto high = reach(right->from, false, largest);
            if (low && high) {
                proved_ = left->proved && right->proved;
                return add(statement(*left), joined(std::vector{*low, *high}, fill("word.or")));
            }
        }
        for (const bool at_left : {true, false}) {
            const auto& tail = at_left ? left : right;
            if (!tail) continue;
            const auto where = reach(tail->from, at_left, largest);
            if (!where && !at_left && left && !reach(left->from, true, largest)) continue;
            add(statement(*tail), where);
            proved_ = proved_ && tail->proved;
        }
    }

    void add_slopes() {
        const double largest = behaviour_.format->largest;
        std::vector<LocalizedText> sides;
        for (const bool left : {true, false}) {
            const auto& from = left ? behaviour_.slope_zero_left : behaviour_.slope_zero_right;
            if (!from) continue;
            proved_ = proved_ && (left ? behaviour_.slope_zero_left_proved : behaviour_.slope_zero_right_proved);
            const auto where = reach(*from, left, largest);
            if (!where) return add(same("f′ = 0"), std::nullopt);
            sides.push_back(*where);
        }
        if (!sides.empty()) add(same("f′ = 0"), joined(sides, fill("word.or")));
    }

    /// One on each side of 0, or one across it.
    static std::vector<LocalizedText> spans(const Affected& found) {
        std::vector<InputRange> ranges;
        for (const auto& range : {found.negative, found.positive})
            if (range) ranges.push_back(*range);
        if (ranges.size() == 2 && ranges[0].nearest == 0 && ranges[1].nearest == 0)
            ranges = {{ranges[0].farthest, ranges[1].farthest}};
        std::vector<LocalizedText> result;
        for (const InputRange& range : ranges) {
            const double low = std::min(range.nearest, range.farthest);
            const double high = std::max(range.nearest, range.farthest);
            result.push_back(low == high ? fill("precision.one_input", {{"x", same(number(low))}})
                                         : fill("precision.inputs", {{"low", same(rounded_down(low, 6))},
                                                                     {"high", same(rounded_up(high, 6))}}));
        }
        return result;
    }

    void add_textbook() {
        const TextbookErrors& textbook = behaviour_.textbook;
        for (const auto& [found, symptom] : {std::pair(&textbook.undefined, "NaN"), std::pair(&textbook.infinite, "∞"),
                                             std::pair(&textbook.flushed, "0")}) {
            const std::vector<LocalizedText> where = spans(*found);
            if (where.empty()) continue;
            const bool counted = found->inputs.value_or(1) > 1;
            Fillings fillings{{"symptom", same(symptom)}, {"places", joined(where, fill("precision.and"))}};
            if (counted) fillings["count"] = same(fmt::format("{}", *found->inputs));
            clauses_.push_back(fill(counted ? "precision.textbook_counted" : "precision.textbook", fillings));
        }
        constexpr double worth_telling = 2; // of the last place: what good library functions stay within
        if (textbook.largest_error.value_or(0) > worth_telling)
            clauses_.push_back(fill("precision.largest_error", {{"ulp", same(rounded_up(*textbook.largest_error, 3))},
                                                                {"x", same(number(textbook.largest_error_at))}}));
    }

    const FormatBehaviour& behaviour_;
    std::vector<LocalizedText> clauses_;
    bool proved_ = true;
};

} // namespace

std::vector<PrecisionSummary> precision_summaries(std::span<const FormatBehaviour> formats) {
    std::vector<PrecisionSummary> summaries;
    summaries.reserve(formats.size());
    for (const FormatBehaviour& format : formats)
        summaries.push_back(Clauses(format).summary());
    return summaries;
}

bool is_affected(const FormatBehaviour& behaviour) {
    const auto any = [](const Affected& found) { return found.negative || found.positive; };
    const TextbookErrors& textbook = behaviour.textbook;
    const auto loses = [](const std::optional<RoundedTail>& tail) {
        return tail && tail->kind != RoundedTail::Kind::identity;
    };
    return loses(behaviour.left) || loses(behaviour.right) || behaviour.slope_zero_left || behaviour.slope_zero_right ||
           any(textbook.undefined) || any(textbook.infinite) || any(textbook.flushed);
}

} // namespace actlas::analysis
