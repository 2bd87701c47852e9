#pragma once
// The vocabulary in which claims are checked.

#include "analysis/claims.hpp"
#include "analysis/limitations_text.hpp"

#include <span>
#include <string_view>

namespace actlas::analysis::claims {

/// What a claim is about.
struct Context {
    const catalogue::Activation& activation;
    const formula::Expr& bound;
    const Properties& properties;
};

/// What the study says of one check.
struct Outcome {
    ClaimVerdict verdict = ClaimVerdict::undecided;
    Evidence evidence = Evidence::undecided;
    std::optional<double> measured;
    LocalizedText finding;
};

using Checker = Outcome (*)(const Context& context, const ClaimCheck& check);

/// One word of the vocabulary.
struct Kind {
    std::string_view name;
    Checker check = nullptr;
    std::vector<std::string_view> required;   ///< fields that must be given
    std::vector<std::string_view> words = {}; ///< that `word` may be; empty: `word` is not used
    bool needs_properties = true;             ///< false: the formula is enough
};

/// The whole vocabulary, sorted by name: that of properties and that of formulas.
std::span<const Kind> kinds();
std::vector<Kind> property_kinds();
std::vector<Kind> formula_kinds();

/// The kind of that name, or nullptr.
const Kind* find_kind(std::string_view name);

/// The sentence claim.`key`.
LocalizedText sentence(std::string_view key, const Fillings& fillings = {});

/// `holds` as a verdict, turned round where the source says that it is not so.
ClaimVerdict verdict(bool holds, bool expected = true);

/// All parts hold: confirmed; none: contradicted; some of them: partly; else undecided.
Outcome combined(std::span<const Outcome> parts);

/// How a number is written in a finding.
LocalizedText shown(double value);

} // namespace actlas::analysis::claims
