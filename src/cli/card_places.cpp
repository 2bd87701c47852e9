// Where something happens: kinks, zeros, fixed points, extrema, inflections, asymptotes, flat tails, dead intervals.

#include "cli/card_places.hpp"

#include "analysis/limitations_text.hpp"
#include "base/number.hpp"
#include "cli/card.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <functional>

namespace actlas::cli {
namespace {

using analysis::Evidence;
using analysis::Properties;

constexpr std::size_t most = 4;

/// Adds rows that belong together: the label stands at the first only.
void add_group(std::vector<Row>& rows, const std::string& label, std::vector<Row> group) {
    if (!group.empty()) group.front().label = {label};
    for (Row& row : group)
        rows.push_back(std::move(row));
}

Row fact(Evidence evidence, std::string text) {
    return {.label = {}, .mark = CardWords::mark(evidence), .text = {std::move(text)}};
}

/// What is told of each of the items nearest to 0, and how many others there are.
template<typename Item, typename Tell>
std::vector<Row> told(const std::vector<Item>& items, const CardWords& words, const Tell& tell) {
    std::vector<Row> group;
    for (const Item& item : nearest_to_zero(items, most, [](const Item& each) { return each.x; }))
        group.push_back(fact(item.evidence, tell(item)));
    if (items.size() > most)
        group.push_back(
            {.label = {}, .text = {words("list.others", {{"count", fmt::format("{}", items.size() - most)}})}});
    return group;
}

std::string kink(const analysis::Kink& kink, const CardWords& words) {
    const Phrases::Words fillings{{"x", number(kink.x)},
                                  {"derivative", derivative_symbol(kink.order)},
                                  {"left", number(kink.left)},
                                  {"right", number(kink.right)}};
    const bool limits = !std::isnan(kink.left) && !std::isnan(kink.right);
    return words(limits ? "kink.limits" : "kink.place", fillings);
}

/// `holds` tells whether the equation holds at an x.
Row solutions(std::string_view label, const analysis::Solutions& found, const CardWords& words,
              const std::function<bool(double)>& holds) {
    std::vector<std::string> pieces;
    for (const double x : nearest_to_zero(found.points, most, [](double place) { return place; }))
        pieces.push_back("x = " + number(x));
    std::vector<std::string> whole;
    for (const analysis::Interval& interval : found.intervals)
        whole.push_back(words("solutions.interval", {{"interval", inner_interval(interval, holds)}}));
    if (whole.size() > most) whole.resize(most);
    pieces.insert(pieces.end(), whole.begin(), whole.end());
    const std::size_t all = found.points.size() + found.intervals.size();
    std::string text = words.list(pieces, pieces.size());
    if (all > pieces.size()) text += words("list.more", {{"count", fmt::format("{}", all - pieces.size())}});
    const bool complete = found.evidence != Evidence::undecided;
    if (all == 0)
        text = words(complete ? "solutions.none" : "solutions.none_found");
    else if (!complete)
        text = words("solutions.perhaps_more", {{"list", text}});
    return {.label = {words(label)}, .mark = CardWords::mark(found.evidence), .text = {text}};
}

std::string extremum(const analysis::Extremum& extremum, const CardWords& words) {
    return words(extremum.is_minimum ? "extremum.minimum" : "extremum.maximum",
                 {{"x", number(extremum.x)}, {"value", number(extremum.value)}});
}

/// "y = 0.5x − 1"
std::string line(const analysis::Asymptote& asymptote) {
    const std::string intercept = number(asymptote.intercept);
    if (asymptote.kind == analysis::Asymptote::Kind::horizontal) return "y = " + intercept;
    const std::string slope = number(asymptote.slope);
    std::string text = "y = " + (slope == "1" ? "x" : slope == "−1" ? "−x" : slope + "x");
    if (asymptote.intercept > 0) text += " + " + intercept;
    if (asymptote.intercept < 0) text += " − " + number(-asymptote.intercept);
    return text;
}

Row asymptote(const analysis::Asymptote& asymptote, std::string_view end, const CardWords& words) {
    std::string text = asymptote.evidence == Evidence::undecided           ? words("word.undecided")
                       : asymptote.kind == analysis::Asymptote::Kind::none ? words("asymptote.none")
                                                                           : line(asymptote);
    return fact(asymptote.evidence, words("asymptote.end", {{"end", std::string(end)}, {"line", std::move(text)}}));
}

std::string flat_tail(const analysis::Saturation& tail, const CardWords& words) {
    const std::string threshold = number(tail.threshold);
    const auto given = [](double x) { return std::isnan(x) ? std::nullopt : std::optional(x); };
    const bool none = std::isnan(tail.left) && std::isnan(tail.right);
    if (none)
        return words(tail.evidence == Evidence::undecided ? "tail.undecided" : "tail.none", {{"threshold", threshold}});
    const bool everywhere = tail.left == HUGE_VAL || tail.right == -HUGE_VAL || tail.left >= tail.right;
    if (everywhere) return words("tail.everywhere", {{"threshold", threshold}});
    const LocalizedText where = analysis::beyond(given(tail.left), given(tail.right), 6);
    return words("tail.beyond", {{"threshold", threshold}, {"where", where.in(words.language())}});
}

std::vector<Row> flat_tails(const std::vector<analysis::Saturation>& tails, const CardWords& words) {
    std::vector<Row> group;
    for (const analysis::Saturation& tail : tails) {
        group.push_back(fact(tail.evidence, flat_tail(tail, words)));
        // Without a tail below this threshold there is none below a smaller one.
        if (std::isnan(tail.left) && std::isnan(tail.right)) break;
    }
    return group;
}

std::string inflections(const std::vector<analysis::Place>& found, const CardWords& words) {
    std::vector<std::string> pieces;
    for (const analysis::Place& place :
         nearest_to_zero(found, most, [](const analysis::Place& each) { return each.x; }))
        pieces.push_back(number(place.x));
    std::string text = "x = " + words.list(pieces);
    if (found.size() > most) text += words("list.more", {{"count", fmt::format("{}", found.size() - most)}});
    return text;
}

std::string dead(const std::vector<analysis::Interval>& intervals, const CardWords& words) {
    std::vector<std::string> pieces;
    for (const analysis::Interval& interval : intervals)
        pieces.push_back(inner_interval(interval, [](double) { return false; }));
    return words("dead.where", {{"intervals", words.list(pieces, most)}});
}

Row undefined(const analysis::Interval& hull, const CardWords& words) {
    const std::string low = analysis::rounded_down(hull.low, 6), high = analysis::rounded_up(hull.high, 6);
    return {.label = {words("label.undefined")},
            .mark = CardWords::mark(Evidence::estimated), // the study does not say that it knows better
            .text = {hull.low == hull.high ? words("undefined.point", {{"x", number(hull.low)}})
                                           : words("undefined.hull", {{"low", low}, {"high", high}})}};
}

} // namespace

std::string derivative_symbol(int order) {
    constexpr std::array<std::string_view, 4> primes{"f", "f′", "f″", "f‴"};
    if (order >= 0 && order < static_cast<int>(primes.size()))
        return std::string(primes[static_cast<std::size_t>(order)]);
    return fmt::format("f⁽{}⁾", superscript(order));
}

std::vector<Row> place_rows(const analysis::Study& study, const CardWords& words) {
    const Properties& properties = study.properties;
    std::vector<Row> rows;
    add_group(rows, words("label.kinks"),
              told(properties.kinks, words, [&](const analysis::Kink& each) { return kink(each, words); }));
    rows.push_back(solutions("label.zeros", properties.zeros, words, [&](double x) { return study.f(x) == 0; }));
    rows.push_back(
        solutions("label.fixed_points", properties.fixed_points, words, [&](double x) { return study.f(x) == x; }));
    add_group(rows, words("label.extrema"),
              told(properties.extrema, words, [&](const analysis::Extremum& each) { return extremum(each, words); }));
    if (!properties.inflections.empty()) {
        Evidence evidence = Evidence::exact;
        for (const analysis::Place& place : properties.inflections)
            evidence = weaker(evidence, place.evidence);
        add_group(rows, words("label.inflections"), {fact(evidence, inflections(properties.inflections, words))});
    }
    add_group(rows, words("label.asymptotes"),
              {asymptote(properties.left, "x → −∞", words), asymptote(properties.right, "x → ∞", words)});
    add_group(rows, words("label.flat_tails"), flat_tails(properties.saturation, words));
    if (!properties.dead_intervals.empty()) // f' is 0 there by its formula
        add_group(rows, words("label.dead"), {fact(Evidence::exact, dead(properties.dead_intervals, words))});
    if (properties.undefined) rows.push_back(undefined(*properties.undefined, words));
    return rows;
}

} // namespace actlas::cli
