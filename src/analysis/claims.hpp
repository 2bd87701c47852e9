#pragma once

#include "analysis/properties.hpp"
#include "base/language.hpp"
#include "catalogue/activation.hpp"
#include "catalogue/toml_source.hpp"
#include "formula/expr.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::analysis {

/// What has to hold for (a part of) a claim, in a form that can be checked. Which fields count depends on the kind; see
/// the head of config/claims/sources.toml.
struct ClaimCheck {
    std::string kind;
    std::optional<double> low, high;             ///< of a range or of the x looked at; without: unbounded
    std::optional<bool> low_closed, high_closed; ///< whether the ends belong to the range; without: not said
    std::optional<double> value, at;
    double tolerance = 0;    ///< of `value`, `low`, `high`, as far as the source rounds them; 0: exact
    double at_tolerance = 0; ///< of `at`
    std::string formula;     ///< may call the activation itself f, as in "1 - f^2"
    std::string word;        ///< "increasing", "odd", "left", ...
    std::optional<int> order;
    std::vector<double> points;
    bool expected = true; ///< false: the source says that it is not so
    std::string over;     ///< a parameter over whose usual range it is said to hold
};

/// A published statement about an activation.
struct Claim {
    std::string activation;  ///< id
    LocalizedText statement; ///< a paraphrase
    std::string source;      ///< where it was read
    std::string url;
    std::vector<formula::Binding> parameters; ///< it is about these values only
    std::vector<ClaimCheck> checks;           ///< all must hold
};

/// The claims that are compiled in (config/claims), in the order of their files.
const std::vector<Claim>& builtin_claims();

/// Reads claim files; InputError with everything that is wrong in them. A file holds, each part optional:
///   [[source]]  id, text, url (sources of all files together)
///   [[claim]]   activation, source (id), statement {en, zh}, parameters {name = value}, checks = [{kind, ...}]
std::vector<Claim> read_claims(const std::vector<catalogue::TomlSource>& files);

enum class ClaimVerdict {
    confirmed,
    partly, ///< some parts hold and others do not, or it holds in a weaker form
    contradicted,
    undecided,
};

/// The word of the JSON: "confirmed", ...
std::string_view word(ClaimVerdict verdict);

/// A claim with what the study says of it.
struct CheckedClaim {
    Claim claim;
    ClaimVerdict verdict = ClaimVerdict::undecided;
    Evidence evidence = Evidence::undecided;
    std::optional<double> measured; ///< the first number that decides; infinite where that is the answer
    LocalizedText finding;          ///< what is the case instead, or what confirms it: whole sentences
};

/// All properties of a formula whose parameters are bound: properties(), for claims about other parameter values.
using PropertiesOf = std::function<Properties(const formula::Expr& bound)>;

/// Checks those of the claims that are about this activation and its parameters' values. `bound` is its formula with
/// parameters bound, `properties` what was found out about it. Without `study`, claims about a range of parameters that
/// need it are undecided.
std::vector<CheckedClaim> check_claims(const catalogue::Activation& activation, const formula::Expr& bound,
                                       const Properties& properties, std::span<const Claim> claims,
                                       const PropertiesOf& study = {});

/// The array "claims" of the study: statement, source {text, url}, verdict, evidence, measured (null where there is no
/// number), finding.
nlohmann::ordered_json claims_json(std::span<const CheckedClaim> claims);

} // namespace actlas::analysis
