#include "cli/notices.hpp"

#include "base/number.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <string>

namespace actlas::cli {
namespace {

using analysis::Evidence;
using analysis::SameAs;

Diagnostic warning(std::string message, std::string hint) {
    return {Diagnostic::Severity::warning, std::move(message), std::nullopt, std::move(hint)};
}

/// How messages call it.
std::string subject(const catalogue::Activation& activation) {
    return activation.id == "formula" ? "the formula" : fmt::format("\"{}\"", activation.id);
}

std::string told(const SameAs& same) {
    std::string text = fmt::format("\"{}\"", same.id);
    if (same.sameness.evidence != Evidence::exact)
        text += fmt::format(" (|f - g| <= {:.1e} on [{}, {}])", same.sameness.bound, -analysis::sameness_reach,
                            analysis::sameness_reach);
    for (const double x : same.sameness.except)
        text += fmt::format(" (but for the value at x = {})", shortest(x));
    return text;
}

/// Whether the function has no value at any of some points between the ends.
bool undefined_throughout(double low, double high, const formula::Evaluator& f) {
    constexpr int points = 200;
    constexpr double far = 1e3; // beside a finite end of a half-line
    const double left = std::isinf(low) ? std::isinf(high) ? -far : high - far : low;
    const double right = std::isinf(high) ? std::isinf(low) ? far : low + far : high;
    for (int i = 1; i < points; ++i)
        if (std::isfinite(f(left + (right - left) * i / points))) return false;
    return true;
}

std::string place(const analysis::Interval& hull, const formula::Evaluator& f) {
    const auto [low, high] = hull;
    if (low == high) return fmt::format("at x = {}", shortest(low));
    const bool closed_low = std::isfinite(low) && !std::isfinite(f(low));
    const bool closed_high = std::isfinite(high) && !std::isfinite(f(high));
    const std::string interval =
        fmt::format("{}{}, {}{}", closed_low ? '[' : '(', shortest(low), shortest(high), closed_high ? ']' : ')');
    return undefined_throughout(low, high, f) ? fmt::format("for x in {}", interval)
                                              : fmt::format("for some x in {}", interval);
}

void add_twins(std::vector<Diagnostic>& to, const catalogue::Activation& activation,
               const std::vector<SameAs>& same_as) {
    std::vector<std::string> twins;
    std::string first;
    for (const SameAs& same : same_as) {
        if (same.kind != SameAs::Kind::same) continue;
        if (twins.empty()) first = same.id;
        twins.push_back(told(same));
    }
    if (twins.empty()) return;
    to.push_back(warning(fmt::format("{} is the same function as {}, which the catalogue has", subject(activation),
                                     fmt::join(twins, ", ")),
                         fmt::format("`actlas show {}` tells its names and references", first)));
}

void add_parameters(std::vector<Diagnostic>& to, const catalogue::Activation& activation) {
    for (const catalogue::Parameter& parameter : activation.parameters) {
        if (!parameter.usual_low || !parameter.usual_high) continue;
        if (*parameter.usual_low <= parameter.value && parameter.value <= *parameter.usual_high) continue;
        to.push_back(warning(fmt::format("{} = {} of \"{}\" is outside its usual range, {} to {}", parameter.name,
                                         shortest(parameter.value), activation.id, shortest(*parameter.usual_low),
                                         shortest(*parameter.usual_high)),
                             ""));
    }
}

} // namespace

std::vector<Diagnostic> notices(const analysis::Study& study, const std::vector<SameAs>& same_as) {
    std::vector<Diagnostic> result;
    const catalogue::Activation& activation = study.activation;
    add_parameters(result, activation);
    if (!activation.user_defined) return result;
    add_twins(result, activation, same_as);
    if (study.properties.undefined)
        result.push_back(warning(
            fmt::format("{} has no finite value {}", subject(activation), place(*study.properties.undefined, study.f)),
            "an activation should have a value for every input"));
    return result;
}

} // namespace actlas::cli
