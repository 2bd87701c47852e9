// One line for each number format: where rounding wins.

#include "analysis/limitations_text.hpp"
#include "base/number.hpp"
#include "cli/card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace actlas::cli {
namespace {

using analysis::Affected;
using analysis::Evidence;
using analysis::FormatBehaviour;
using analysis::RoundedTail;

std::string at_most(double x) {
    return "x ≤ " + analysis::rounded_down(x, 6);
}

std::string at_least(double x) {
    return "x ≥ " + analysis::rounded_up(x, 6);
}

/// Inputs at and beyond `from` towards one end: "x ≤ −20.3438"; "" for all of them.
std::string reach(double from, bool left, double largest) {
    if (from == (left ? largest : -largest)) return {};
    return left ? at_most(from) : at_least(from);
}

class Line {
public:
    Line(const FormatBehaviour& behaviour, const CardWords& words) : behaviour_(behaviour), words_(words) {
        add_tails();
        add_slopes();
        add_textbook();
    }

    Row row() const {
        const std::string text = pieces_.empty() ? words_("precision.nothing")
                                                 : fmt::format("{}", fmt::join(pieces_, words_("list.semicolon")));
        const bool proved = proved_ && behaviour_.every_value;
        return {.label = {std::string(behaviour_.format->name)},
                .mark = CardWords::mark(proved ? Evidence::proved : Evidence::estimated),
                .text = {text}};
    }

private:
    void add(std::string_view statement, const std::string& where) {
        pieces_.push_back(where.empty()
                              ? words_("precision.everywhere", {{"statement", std::string(statement)}})
                              : words_("precision.where", {{"statement", std::string(statement)}, {"where", where}}));
    }

    std::string statement(const RoundedTail& tail) const {
        switch (tail.kind) {
        case RoundedTail::Kind::constant:
            return "f = " + number(tail.value);
        case RoundedTail::Kind::identity:
            return "f = x";
        case RoundedTail::Kind::overflow:
            break;
        }
        return words_("precision.overflow");
    }

    /// The two ends; told in one if the same holds everywhere.
    void add_tails() {
        const double largest = behaviour_.format->largest;
        for (const bool left : {true, false}) {
            const auto& tail = left ? behaviour_.left : behaviour_.right;
            if (!tail) continue;
            const std::string where = reach(tail->from, left, largest);
            if (where.empty() && !left && behaviour_.left && reach(behaviour_.left->from, true, largest).empty())
                continue;
            add(statement(*tail), where);
            proved_ = proved_ && tail->proved;
        }
    }

    void add_slopes() {
        const double largest = behaviour_.format->largest;
        std::vector<std::string> sides;
        for (const bool left : {true, false}) {
            const auto& from = left ? behaviour_.slope_zero_left : behaviour_.slope_zero_right;
            if (!from) continue;
            proved_ = proved_ && (left ? behaviour_.slope_zero_left_proved : behaviour_.slope_zero_right_proved);
            const std::string where = reach(*from, left, largest);
            if (where.empty()) return add("f′ = 0", {});
            sides.push_back(where);
        }
        if (!sides.empty()) add("f′ = 0", fmt::format("{}", fmt::join(sides, words_("list.or"))));
    }

    static std::vector<std::string> spans(const Affected& found, const CardWords& words) {
        std::vector<std::string> result;
        for (const auto& range : {found.negative, found.positive}) {
            if (!range) continue;
            const double low = std::min(range->nearest, range->farthest),
                         high = std::max(range->nearest, range->farthest);
            result.push_back(low == high ? words("precision.one_input", {{"x", number(low)}})
                                         : words("precision.inputs", {{"low", analysis::rounded_down(low, 6)},
                                                                      {"high", analysis::rounded_up(high, 6)}}));
        }
        return result;
    }

    void add_textbook() {
        const analysis::TextbookErrors& textbook = behaviour_.textbook;
        for (const auto& [found, symptom] : {std::pair(&textbook.undefined, "NaN"), std::pair(&textbook.infinite, "∞"),
                                             std::pair(&textbook.flushed, "0")}) {
            const std::vector<std::string> where = spans(*found, words_);
            if (where.empty()) continue;
            const std::string places = fmt::format("{}", fmt::join(where, words_("list.and")));
            const bool counted = found->inputs.value_or(1) > 1;
            const std::string count = counted ? fmt::format("{}", *found->inputs) : "";
            pieces_.push_back(words_(counted ? "precision.textbook_counted" : "precision.textbook",
                                     {{"symptom", symptom}, {"count", count}, {"places", places}}));
        }
        constexpr double worth_telling = 2; // of the last place: what good library functions stay within
        if (textbook.largest_error.value_or(0) > worth_telling)
            pieces_.push_back(
                words_("precision.largest_error", {{"ulp", analysis::rounded_up(*textbook.largest_error, 3)},
                                                   {"x", number(textbook.largest_error_at)}}));
    }

    const FormatBehaviour& behaviour_;
    const CardWords& words_;
    std::vector<std::string> pieces_;
    bool proved_ = true;
};

} // namespace

std::vector<Row> precision_rows(const std::vector<FormatBehaviour>& formats, const CardWords& words) {
    std::vector<Row> rows;
    for (const FormatBehaviour& format : formats)
        rows.push_back(Line(format, words).row());
    return rows;
}

} // namespace actlas::cli
