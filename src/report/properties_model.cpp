#include "report/properties_model.hpp"

#include "base/number.hpp"
#include "report/activation_model.hpp"
#include "report/last.hpp"
#include "report/shape.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>

namespace actlas::report {
namespace {

using analysis::Evidence;
using nlohmann::ordered_json;

ordered_json word(std::string name) {
    return {{"t", std::move(name)}};
}

/// `power` is printed as an exponent of the value.
void add(ordered_json& rows, std::string_view what, ordered_json value, Evidence evidence, std::string power = {}) {
    if (evidence == Evidence::undecided) {
        value = word("properties.undecided");
        power.clear();
    }
    rows.push_back({{"what", word(fmt::format("properties.{}", what))},
                    {"value", std::move(value)},
                    {"power", std::move(power)},
                    {"evidence", std::string(analysis::word(evidence))}});
}

template<class Value>
void add(ordered_json& rows, std::string_view what, std::string_view strings, const analysis::Verdict<Value>& verdict) {
    add(rows, what, word(fmt::format("{}.{}", strings, analysis::word(verdict.value))), verdict.evidence);
}

void add(ordered_json& rows, std::string_view what, const analysis::Estimate& average) {
    const bool known = !std::isnan(average.value);
    const double value = std::abs(average.value) <= average.error ? 0 : average.value;
    add(rows, what,
        std::isinf(value) ? "∞"
        : known           ? significant_for_people(value, 6)
                          : "",
        known ? Evidence::estimated : Evidence::undecided);
}

std::string number(double value) {
    if (std::isinf(value)) return value < 0 ? "−∞" : "∞";
    return significant_for_people(value, 6);
}

} // namespace

ordered_json properties_model(const analysis::Study& study) {
    const analysis::Properties& found = study.properties;
    ordered_json rows = ordered_json::array();
    add(rows, "range", output_range(study), weaker(found.infimum.evidence, found.supremum.evidence));
    add(rows, "slopes", interval_of(found.slope_infimum, found.slope_supremum, 6),
        weaker(found.slope_infimum.evidence, found.slope_supremum.evidence));
    add(rows, "lipschitz", number(found.lipschitz.value), found.lipschitz.evidence);
    add(rows, "monotonicity", "monotone", found.monotonicity);
    add(rows, "convexity", "convexity", found.convexity);
    add(rows, "parity", "parity", found.parity);
    const auto& smoothness = found.continuity.value;
    if (!smoothness.infinite && smoothness.order < 0)
        add(rows, "smoothness", word("properties.jumps"), found.continuity.evidence);
    else
        add(rows, "smoothness", "C", found.continuity.evidence,
            smoothness.infinite ? "∞" : std::to_string(smoothness.order));
    add(rows, "mean", found.gaussian.mean);
    add(rows, "variance", found.gaussian.variance);
    add(rows, "forward_gain", found.gaussian.forward_gain);
    add(rows, "backward_gain", found.gaussian.backward_gain);
    return rows;
}

ordered_json glance_model(const analysis::Study& study, const ordered_json& rows) {
    ordered_json shown = ordered_json::array();
    for (const std::string_view key : {"range", "smoothness", "monotonicity", "lipschitz", "forward_gain"})
        for (const auto& row : rows)
            if (row["what"] == word(fmt::format("properties.{}", key)))
                shown.push_back(
                    {{"what", word(fmt::format("glance.{}", key))}, {"value", row["value"]}, {"power", row["power"]}});
    if (!study.limitations.empty())
        shown.push_back({{"what", word("glance.limitation")},
                         {"value", localized(study.limitations.front().title)},
                         {"power", ""}});
    mark_last(shown);
    return shown;
}

} // namespace actlas::report
