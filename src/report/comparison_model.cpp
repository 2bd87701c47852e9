#include "report/comparison_model.hpp"

#include "base/number.hpp"
#include "report/activation_model.hpp"
#include "report/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace actlas::report {
namespace {

using analysis::Evidence;
using nlohmann::ordered_json;

/// What a column sorts by: infinities as the largest numbers, nothing for what is not known.
std::string key(double value) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0 ? "1e999" : "-1e999";
    return shortest(value);
}

ordered_json column(std::string text, std::string sort_key, Evidence evidence) {
    if (evidence == Evidence::undecided) return column("—", "", Evidence::estimated);
    return {
        {"text", std::move(text)}, {"key", std::move(sort_key)}, {"evidence", std::string(analysis::word(evidence))}};
}

ordered_json bound(const analysis::Bound& bound) {
    if (std::isinf(bound.value)) return column(bound.value > 0 ? "∞" : "−∞", key(bound.value), bound.evidence);
    return column(fixed_for_people(bound.value, 4), key(bound.value), bound.evidence);
}

ordered_json average(const analysis::Estimate& average) {
    if (std::isnan(average.value)) return column({}, {}, Evidence::undecided);
    if (std::isinf(average.value)) return column("∞", key(average.value), Evidence::estimated);
    // A mean that is 0 but for rounding errors must not read as -0.000.
    const double value = std::abs(average.value) < 5e-4 ? 0.0 : average.value;
    return column(fixed_for_people(value, 3), key(value), Evidence::estimated);
}

/// Words that a row can be filtered by, separated by spaces: its family, how far it reaches, how it runs, how smooth
/// it is (smoother rows have the words of rougher ones too), whether it is odd and whether a framework has it. What is
/// undecided has no word.
std::string traits(const analysis::Study& study) {
    const analysis::Properties& found = study.properties;
    std::string words = "family-" + study.activation.family;
    const auto add = [&](std::string_view word) { (words += ' ') += word; };
    if (found.infimum.evidence != Evidence::undecided && found.supremum.evidence != Evidence::undecided) {
        const bool below = std::isfinite(found.infimum.value);
        const bool above = std::isfinite(found.supremum.value);
        if (below) add("bounded-below");
        if (above) add("bounded-above");
        if (below && above) add("bounded");
        if (!below && !above) add("unbounded");
    }
    if (found.monotonicity.evidence != Evidence::undecided) {
        using analysis::Monotonicity;
        const auto runs = found.monotonicity.value;
        if (runs == Monotonicity::strictly_increasing) add("rising");
        if (runs == Monotonicity::strictly_increasing || runs == Monotonicity::nondecreasing) add("never-falling");
        if (runs == Monotonicity::none) add("turning");
    }
    if (found.continuity.evidence != Evidence::undecided) {
        const auto& smoothness = found.continuity.value;
        for (int order = 0; order <= 2; ++order)
            if (smoothness.infinite || smoothness.order >= order) add(fmt::format("c{}", order));
        if (smoothness.infinite) add("smooth");
        if (!smoothness.infinite && smoothness.order < 0) add("jumping");
    }
    if (found.parity.evidence != Evidence::undecided && found.parity.value == analysis::Parity::odd) add("odd");
    const auto& names = study.activation.frameworks;
    if (std::any_of(names.begin(), names.end(), [](const auto& name) { return name.is_activation; })) add("framework");
    return words;
}

} // namespace

ordered_json comparison_row(const analysis::Study& study) {
    const analysis::Properties& found = study.properties;
    const auto& smoothness = found.continuity;
    const bool jumps =
        smoothness.evidence != Evidence::undecided && smoothness.value.order < 0 && !smoothness.value.infinite;
    const double order = smoothness.value.infinite ? std::numeric_limits<double>::infinity() : smoothness.value.order;
    ordered_json row;
    row["traits"] = traits(study);
    row["other_names"] = fmt::format("{}", fmt::join(study.activation.aliases, " "));
    row["range"] = column(output_range(study), key(found.infimum.value), found.infimum.evidence);
    row["smoothness"] = column(smoothness.value.infinite ? "∞"
                               : jumps                   ? ""
                                                         : std::to_string(smoothness.value.order),
                               key(order), smoothness.evidence);
    row["jumps"] = jumps;
    const bool monotone_known = found.monotonicity.evidence != Evidence::undecided;
    row["monotone"] = {{"t", fmt::format("monotone.{}", monotone_known ? analysis::word(found.monotonicity.value)
                                                                       : std::string_view("undecided"))}};
    row["lipschitz"] = bound(found.lipschitz);
    row["mean"] = average(found.gaussian.mean);
    row["variance"] = average(found.gaussian.variance);
    row["gain"] = average(found.gaussian.forward_gain);
    row["worst"] = {{"severity", ""}, {"title", ""}, {"rank", ""}};
    if (!study.limitations.empty()) {
        const analysis::Finding& worst = study.limitations.front();
        row["worst"] = {{"severity", std::string(analysis::word(*worst.severity))},
                        {"title", localized(worst.title)},
                        {"rank", std::to_string(static_cast<int>(*worst.severity))}};
    }
    return row;
}

} // namespace actlas::report
