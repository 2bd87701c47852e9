#include "analysis/claims.hpp"

#include "analysis/claims_kinds.hpp"
#include "analysis/json_number.hpp"
#include "base/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace actlas::analysis {
namespace claims {

LocalizedText sentence(std::string_view key, const Fillings& fillings) {
    return Sentences::builtin().fill("claim." + std::string(key), fillings);
}

ClaimVerdict verdict(bool holds, bool expected) {
    return holds == expected ? ClaimVerdict::confirmed : ClaimVerdict::contradicted;
}

LocalizedText shown(double value) {
    return same(significant_for_people(value, 7));
}

Outcome combined(std::span<const Outcome> parts) {
    const auto count = [&](ClaimVerdict verdict) {
        return std::count_if(parts.begin(), parts.end(), [&](const Outcome& part) { return part.verdict == verdict; });
    };
    const auto all = static_cast<std::ptrdiff_t>(parts.size());
    Outcome result;
    if (count(ClaimVerdict::confirmed) == all)
        result.verdict = ClaimVerdict::confirmed;
    else if (count(ClaimVerdict::contradicted) == all)
        result.verdict = ClaimVerdict::contradicted;
    else if (count(ClaimVerdict::contradicted) + count(ClaimVerdict::partly) > 0)
        result.verdict = ClaimVerdict::partly;
    std::vector<LocalizedText> findings;
    result.evidence = Evidence::exact;
    for (const Outcome& part : parts) {
        result.evidence = weaker(part.evidence, result.evidence);
        // The number that matters is that of a part that does not hold, if there is one.
        const bool deciding = part.verdict == result.verdict || part.verdict == ClaimVerdict::contradicted;
        if (!result.measured && deciding) result.measured = part.measured;
        findings.push_back(part.finding);
    }
    result.finding = joined(findings, {" ", ""});
    return result;
}

namespace {

/// The activation with one parameter set to another value.
catalogue::Activation with_parameter(const catalogue::Activation& activation, const std::string& name, double value) {
    catalogue::Activation changed = activation;
    for (catalogue::Parameter& parameter : changed.parameters)
        if (parameter.name == name) parameter.value = value;
    return changed;
}

std::string setting(const std::string& name, const std::vector<double>& values) {
    std::string result = name + " = ";
    for (const double value : values)
        result += (value == values.front() ? "" : ", ") + significant_for_people(value, 6);
    return result;
}

/// A check at the value that a parameter has and at both ends of its usual range.
Outcome over_parameter(const Context& context, const ClaimCheck& check, const Kind& kind, const PropertiesOf& study) {
    const auto& parameters = context.activation.parameters;
    const auto parameter = std::find_if(parameters.begin(), parameters.end(),
                                        [&](const catalogue::Parameter& each) { return each.name == check.over; });
    const Outcome undecided{ClaimVerdict::undecided, Evidence::undecided, {}, sentence("undecided")};
    if (parameter == parameters.end() || !parameter->usual_low || !parameter->usual_high) return undecided;
    if (kind.needs_properties && !study) return undecided;
    std::vector<double> holds;
    std::vector<double> fails;
    Outcome last;
    for (const double value : {*parameter->usual_low, parameter->value, *parameter->usual_high}) {
        const catalogue::Activation changed = with_parameter(context.activation, check.over, value);
        const formula::Expr bound = formula::bind(changed.expr, changed.bindings());
        const Properties properties = kind.needs_properties ? study(bound) : Properties{};
        const Outcome outcome = kind.check({changed, bound, properties}, check);
        if (outcome.verdict == ClaimVerdict::undecided) return undecided;
        (outcome.verdict == ClaimVerdict::confirmed ? holds : fails).push_back(value);
        if (last.finding.en.empty() || outcome.verdict != ClaimVerdict::confirmed) last = outcome;
    }
    if (holds.empty()) return last;
    // Three values do not prove what is said of a whole range; one exception refutes it.
    if (fails.empty()) return {ClaimVerdict::confirmed, Evidence::estimated, last.measured, last.finding};
    return {ClaimVerdict::partly, last.evidence, last.measured,
            sentence("equal_variants",
                     {{"holds", same(setting(check.over, holds))}, {"fails", same(setting(check.over, fails))}})};
}

bool concerns(const Claim& claim, const catalogue::Activation& activation) {
    if (claim.activation != activation.id || activation.user_defined) return false;
    return std::all_of(claim.parameters.begin(), claim.parameters.end(), [&](const formula::Binding& wanted) {
        return std::any_of(activation.parameters.begin(), activation.parameters.end(),
                           [&](const catalogue::Parameter& parameter) {
                               return parameter.name == wanted.name && parameter.value == wanted.value;
                           });
    });
}

} // namespace
} // namespace claims

std::string_view word(ClaimVerdict verdict) {
    switch (verdict) {
    case ClaimVerdict::confirmed:
        return "confirmed";
    case ClaimVerdict::partly:
        return "partly";
    case ClaimVerdict::contradicted:
        return "contradicted";
    case ClaimVerdict::undecided:
        return "undecided";
    }
    return {};
}

std::vector<CheckedClaim> check_claims(const catalogue::Activation& activation, const formula::Expr& bound,
                                       const Properties& properties, std::span<const Claim> all,
                                       const PropertiesOf& study) {
    const claims::Context context{activation, bound, properties};
    std::vector<CheckedClaim> checked;
    for (const Claim& claim : all) {
        if (!claims::concerns(claim, activation)) continue;
        std::vector<claims::Outcome> parts;
        for (const ClaimCheck& check : claim.checks) {
            const claims::Kind& kind = *claims::find_kind(check.kind);
            parts.push_back(check.over.empty() ? kind.check(context, check)
                                               : claims::over_parameter(context, check, kind, study));
        }
        const claims::Outcome outcome = claims::combined(parts);
        checked.push_back({claim, outcome.verdict, outcome.evidence, outcome.measured, outcome.finding});
    }
    return checked;
}

nlohmann::ordered_json claims_json(std::span<const CheckedClaim> claims) {
    using Json = nlohmann::ordered_json;
    Json array = Json::array();
    for (const CheckedClaim& each : claims) {
        Json source{{"text", each.claim.source}};
        if (!each.claim.url.empty()) source["url"] = each.claim.url;
        array.push_back({{"statement", {{"en", each.claim.statement.en}, {"zh", each.claim.statement.zh}}},
                         {"source", std::move(source)},
                         {"verdict", word(each.verdict)},
                         {"evidence", word(each.evidence)},
                         {"measured", each.measured ? json_number(*each.measured) : Json()},
                         {"finding", {{"en", each.finding.en}, {"zh", each.finding.zh}}}});
    }
    return array;
}

} // namespace actlas::analysis
