#include "report/landmarks.hpp"

#include "base/number.hpp"
#include "report/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

namespace actlas::report {
namespace {

using analysis::Asymptote;
using analysis::Evidence;
using analysis::Extremum;
using analysis::Kink;
using analysis::Study;
using nlohmann::ordered_json;

double place(double x) {
    return x;
}
double place(const analysis::Place& found) {
    return found.x;
}
double place(const Extremum& extremum) {
    return extremum.x;
}
double place(const Kink& kink) {
    return kink.x;
}

/// Five significant digits, as prose_math() reads numbers.
std::string five_digits(double value) {
    return shortest(parse_number(fmt::format("{:.4e}", value)).value_or(value));
}

ordered_json row(std::string_view name, std::string value, std::string where, Evidence evidence) {
    return {{"what", {{"t", fmt::format("landmarks.{}", name)}}},
            {"value", std::move(value)},
            {"where", std::move(where)},
            {"count", ""},
            {"shown", ""},
            {"evidence", std::string(analysis::word(evidence))}};
}

/// "x < 0", "x > 3", "−3 < x < 3"; "" for the whole line.
std::string interval(double low, double high) {
    if (std::isinf(low) && std::isinf(high)) return {};
    if (std::isinf(low)) return fmt::format("x < {}", five_digits(high));
    if (std::isinf(high)) return fmt::format("x > {}", five_digits(low));
    return fmt::format("{} < x < {}", five_digits(low), five_digits(high));
}

/// The right-hand side of an asymptote: "0", "x", "2*x + 1"; four decimals are shown.
std::string line(const Asymptote& asymptote) {
    const auto rounded = [](double value) { return parse_number(fmt::format("{:.4f}", value)).value_or(value); };
    const double intercept = rounded(asymptote.intercept);
    if (asymptote.kind == Asymptote::Kind::horizontal) return shortest(intercept == 0 ? 0 : intercept);
    const std::string slope = shortest(rounded(asymptote.slope));
    std::string out = slope == "1" ? "x" : slope == "-1" ? "-x" : slope + "*x";
    if (intercept > 0) out += " + " + shortest(intercept);
    if (intercept < 0) out += " - " + shortest(-intercept);
    return out;
}

/// Appends a row for each item; of a periodic function's many, those nearest to 0 and a remark on how many there are.
template<typename Item, typename Write>
void add(ordered_json& rows, std::string_view name, std::vector<Item> items, const Write& write) {
    constexpr std::size_t most = 4, shown = 3;
    const std::size_t count = items.size();
    if (count > most) {
        std::stable_sort(items.begin(), items.end(),
                         [](const Item& a, const Item& b) { return std::abs(place(a)) < std::abs(place(b)); });
        items.resize(shown);
        std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return place(a) < place(b); });
    }
    for (const auto& item : items)
        rows.push_back(write(item));
    if (count <= most) return;
    ordered_json remark = row(name, "", "", Evidence::estimated);
    remark["count"] = std::to_string(count);
    remark["shown"] = std::to_string(shown);
    rows.push_back(std::move(remark));
}

std::vector<Extremum> of_kind(const std::vector<Extremum>& all, bool minimum) {
    std::vector<Extremum> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [minimum](const Extremum& e) { return e.is_minimum == minimum; });
    return some;
}

std::vector<Kink> of_order(const std::vector<Kink>& all, int order) {
    std::vector<Kink> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [order](const Kink& kink) { return kink.order == order; });
    return some;
}

void add_saturation(const Study& study, ordered_json& rows) {
    for (const auto& saturation : study.properties.saturation) {
        const std::string value = fmt::format("|f'(x)| < {}", shortest(saturation.threshold));
        if (std::isfinite(saturation.left))
            rows.push_back(row("saturated", value,
                               fmt::format("x < {}", fixed_for_people(rounded_down(saturation.left, 2), 2)),
                               saturation.evidence));
        if (std::isfinite(saturation.right))
            rows.push_back(row("saturated", value,
                               fmt::format("x > {}", fixed_for_people(rounded_up(saturation.right, 2), 2)),
                               saturation.evidence));
    }
}

} // namespace

ordered_json landmarks(const Study& study) {
    ordered_json rows = ordered_json::array();
    const auto& zeros = study.properties.zeros;
    // Undecided is whether there are others; those that are listed were found.
    const Evidence of_points = zeros.evidence == Evidence::undecided ? Evidence::estimated : zeros.evidence;
    add(rows, "zero", zeros.points,
        [&](double x) { return row("zero", fmt::format("f({}) = 0", five_digits(x)), "", of_points); });
    for (const auto& whole : zeros.intervals)
        rows.push_back(row("zero", "f(x) = 0", interval(whole.low, whole.high), of_points));
    for (const bool minimum : {true, false})
        add(rows, minimum ? "minimum" : "maximum", of_kind(study.properties.extrema, minimum),
            [minimum](const Extremum& extremum) {
                return row(minimum ? "minimum" : "maximum",
                           fmt::format("f({}) = {}", five_digits(extremum.x), five_digits(extremum.value)), "",
                           extremum.evidence);
            });
    for (const int order : {0, 1})
        add(rows, order == 0 ? "jump" : "kink", of_order(study.properties.kinks, order), [order](const Kink& kink) {
            const std::string at = fmt::format("{}({}", order == 0 ? "f" : "f'", five_digits(kink.x));
            return row(order == 0 ? "jump" : "kink", fmt::format("{}-) = {}", at, five_digits(kink.left)),
                       fmt::format("{}+) = {}", at, five_digits(kink.right)), kink.evidence);
        });
    for (const bool minimum : {true, false})
        add(rows, minimum ? "slope_minimum" : "slope_maximum", of_kind(study.properties.slope_extrema, minimum),
            [minimum](const Extremum& extremum) {
                return row(minimum ? "slope_minimum" : "slope_maximum",
                           fmt::format("f'({}) = {}", five_digits(extremum.x), five_digits(extremum.value)), "",
                           extremum.evidence);
            });
    add(rows, "inflection", study.properties.inflections, [](const analysis::Place& found) {
        return row("inflection", fmt::format("x = {}", five_digits(found.x)), "", found.evidence);
    });
    if (study.properties.left.kind != Asymptote::Kind::none)
        rows.push_back(row("left", "y = " + line(study.properties.left), "", study.properties.left.evidence));
    if (study.properties.right.kind != Asymptote::Kind::none)
        rows.push_back(row("right", "y = " + line(study.properties.right), "", study.properties.right.evidence));
    add_saturation(study, rows);
    for (const auto& dead : study.properties.dead_intervals)
        rows.push_back(row("dead", "f'(x) = 0", interval(dead.low, dead.high), Evidence::exact));
    return rows;
}

} // namespace actlas::report
