// Statements on the whole line: range, slopes, Lipschitz constant, monotonicity, convexity, parity, smoothness.

#include "base/number.hpp"
#include "cli/card.hpp"
#include "cli/card_places.hpp"

#include <fmt/format.h>

#include <cmath>

namespace actlas::cli {
namespace {

using analysis::Bound;
using analysis::Evidence;

bool known(const Bound& bound) {
    return bound.evidence != Evidence::undecided && !std::isnan(bound.value);
}

/// Whether it is decided on which side of a bracket the end stands; infinity never belongs to the range.
bool settled(const Bound& bound) {
    return std::isinf(bound.value) || bound.attained.has_value();
}

std::string places(const std::vector<double>& at, const CardWords& words) {
    std::vector<std::string> pieces;
    constexpr std::size_t most = 4;
    for (const double x : nearest_to_zero(at, most, [](double place) { return place; }))
        pieces.push_back(number(x));
    return "x = " + words.list(pieces);
}

/// Where the end is taken, or approached at a jump, or that this is not known.
void add_end(std::vector<Row>& rows, const Bound& bound, bool lower, const CardWords& words) {
    if (!known(bound) || std::isinf(bound.value)) return;
    const std::string value = number(bound.value);
    if (!bound.attained) {
        rows.push_back({.label = {},
                        .mark = CardWords::mark(Evidence::undecided),
                        .text = {words("range.end_undecided", {{"value", value}})}});
        return;
    }
    if (bound.at.empty()) return;
    const char* key = !*bound.attained ? "range.approached" : lower ? "range.smallest" : "range.largest";
    rows.push_back({.label = {},
                    .mark = CardWords::mark(bound.evidence),
                    .text = {words(key, {{"value", value}, {"places", places(bound.at, words)}})}});
}

std::string interval(const Bound& infimum, const Bound& supremum, std::string_view variable, const CardWords& words) {
    const std::string low = lower_end(infimum), high = upper_end(supremum);
    if (infimum.value == supremum.value) return words("range.constant", {{"value", low}});
    if (!settled(infimum) && std::isinf(supremum.value)) return fmt::format("{} ≥ {}", variable, low);
    if (std::isinf(infimum.value) && !settled(supremum)) return fmt::format("{} ≤ {}", variable, high);
    if (!settled(infimum) || !settled(supremum)) return fmt::format("{} ≤ {} ≤ {}", low, variable, high);
    return fmt::format("{}{}, {}{}", infimum.attained.value_or(false) ? '[' : '(', low, high,
                       supremum.attained.value_or(false) ? ']' : ')');
}

void add_range(std::vector<Row>& rows, const std::string& label, std::string_view variable, const Bound& infimum,
               const Bound& supremum, const CardWords& words) {
    if (known(infimum) && known(supremum)) {
        rows.push_back({.label = {label},
                        .mark = CardWords::mark(weaker(infimum.evidence, supremum.evidence)),
                        .text = {interval(infimum, supremum, variable, words)}});
        if (infimum.value == supremum.value) return;
    } else {
        const auto one_end = [&](const Bound& bound, std::string_view relation, std::string_view undecided) {
            const std::string text = known(bound) ? fmt::format("{} {} {}", variable, relation,
                                                                relation == "≥" ? lower_end(bound) : upper_end(bound))
                                                  : words(undecided);
            return Row{.label = {}, .mark = CardWords::mark(bound.evidence), .text = {text}};
        };
        rows.push_back(one_end(infimum, "≥", "range.low_undecided"));
        rows.back().label = {label};
        rows.push_back(one_end(supremum, "≤", "range.high_undecided"));
    }
    add_end(rows, infimum, true, words);
    add_end(rows, supremum, false, words);
}

Row lipschitz(const analysis::Properties& properties, const CardWords& words) {
    const Bound& bound = properties.lipschitz;
    std::string text;
    if (!known(bound))
        text = words("word.undecided");
    else if (std::isfinite(bound.value))
        text = upper_end(bound);
    else
        text = words(properties.continuity.evidence != Evidence::undecided && properties.continuity.value.order < 0 &&
                             !properties.continuity.value.infinite
                         ? "lipschitz.jumps"
                         : "lipschitz.unbounded");
    return {.label = {words("label.lipschitz")}, .mark = CardWords::mark(bound.evidence), .text = {text}};
}

template<typename Value>
Row verdict(std::string_view name, const analysis::Verdict<Value>& verdict, const CardWords& words) {
    const bool decided = verdict.evidence != Evidence::undecided;
    return {
        .label = {words(fmt::format("label.{}", name))},
        .mark = CardWords::mark(verdict.evidence),
        .text = {decided ? words(fmt::format("{}.{}", name, analysis::word(verdict.value))) : words("word.undecided")}};
}

Row smoothness(const analysis::Verdict<analysis::Smoothness>& continuity, const CardWords& words) {
    const auto& [order, infinite] = continuity.value;
    std::string text;
    if (continuity.evidence == Evidence::undecided)
        text = words("word.undecided");
    else if (infinite)
        text = words("smoothness.infinite");
    else if (order < 0)
        text = words("smoothness.jumps");
    else
        text = words("smoothness.order", {{"order", superscript(order)},
                                          {"last", derivative_symbol(order)},
                                          {"next", derivative_symbol(order + 1)}});
    return {.label = {words("label.smoothness")}, .mark = CardWords::mark(continuity.evidence), .text = {text}};
}

} // namespace

std::vector<Row> shape_rows(const analysis::Properties& properties, const CardWords& words) {
    std::vector<Row> rows;
    add_range(rows, words("label.range"), "f", properties.infimum, properties.supremum, words);
    add_range(rows, words("label.slopes"), "f′", properties.slope_infimum, properties.slope_supremum, words);
    rows.push_back(lipschitz(properties, words));
    rows.push_back(verdict("monotonicity", properties.monotonicity, words));
    rows.push_back(verdict("convexity", properties.convexity, words));
    rows.push_back(verdict("parity", properties.parity, words));
    rows.push_back(smoothness(properties.continuity, words));
    return rows;
}

} // namespace actlas::cli
