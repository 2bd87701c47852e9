#pragma once

#include "analysis/mean_field.hpp"
#include "analysis/precision.hpp"
#include "analysis/properties.hpp"
#include "base/language.hpp"
#include "catalogue/activation.hpp"
#include "formula/expr.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace actlas::analysis {

enum class Severity { minor, moderate, severe };

/// The word of the JSON: "minor", "moderate", "severe".
std::string_view word(Severity severity);

/// The depths of network, in layers, for which it is told what becomes of gradients: a shallow one and a deep one.
inline constexpr std::array gradient_depths{10, 50};

/// A limitation or a strength that follows from what the study found.
struct Finding {
    std::string kind;                      ///< "vanishing_gradient", ...: the rule that found it
    std::optional<Severity> severity;      ///< of limitations only
    std::map<std::string, double> numbers; ///< what it rests on, unrounded
    LocalizedText title;
    LocalizedText consequence;               ///< what it means for a network
    LocalizedText remedy;                    ///< what helps; empty for strengths
    LocalizedText basis;                     ///< the facts, with numbers rounded so that the sentence stays true
    Evidence evidence = Evidence::undecided; ///< how the basis is known; of several facts, the weakest
};

/// An activation with what the study found out about it, at its parameters' values.
struct Studied {
    const catalogue::Activation& activation;
    const formula::Expr& bound;      ///< the formula with all parameters bound
    const formula::Expr& derivative; ///< of `bound`
    const Properties& properties;
    std::span<const FormatBehaviour> precision = {}; ///< empty: nothing is said of low precision
    const EdgeOfChaos* edge = nullptr;               ///< for the remedy of vanishing gradients
};

/// By rules; each speaks only where what it needs is decided. Sorted by severity, the worst first, then in the order of
/// this table, in which an expert would name them.
///
///  kind                 condition                                       severity
///  zero_gradient        f' = 0 wherever it exists                       severe; excludes the next four
///  vanishing_gradient   |f'| < 0.01 along a tail that is not dead       both tails: severe if one begins within 6 of
///                                                                       0, moderate within 20, else minor; one tail:
///                                                                       moderate if it holds 1% of N(0, 1), else
///                                                                       minor
///  small_slope          sup |f'| < 1                                    severe where its 10th power is below 0.001,
///                                                                       else moderate
///  steep_slope          1 < sup |f'| < inf                              < 2 minor, < 10 moderate, else severe
///  dead_interval        f' = 0 on an interval                           P under N(0, 1) > 0.9 severe, > 0.001 moderate
///                                                                       (of bounded ones > 0.1), else minor
///  undefined            f has no finite value somewhere                 severe
///  linear               f is a straight line, not constant              severe
///  not_zero_centred     |E f| > 0.01                                    moderate where f keeps one sign, else minor
///  unbounded_growth     sup or inf infinite                             as fast as |x| or slower minor, as a power
///                                                                       moderate, exponential severe
///  jump, kink           a kink of order 0; of order 1                   moderate; minor
///  non_monotone         slopes of both signs                            minor
///  parameter            one for each parameter                          minor
///  cost                 calls of transcendental functions               minor; more than three moderate
///  not_self_normalising E f = 0 and Var f = 1 do not hold               minor
///  textbook_trouble     in a format of 16 or 32 bits the textbook's     moderate where it gives NaN or an infinity
///                       formula gives NaN, an infinity or 0 wrongly     for some 0.01 < |x| < 100, else minor; trouble
///                                                                       among the subnormal numbers alone is passed
///                                                                       over
///  low_precision        a slope that is not 0 rounds to 0 in float16    moderate where this holds 0.1% of N(0, 1),
///                       or bfloat16, |x| < 1000                         minor elsewhere
std::vector<Finding> limitations(const Studied& studied);

/// The opposites, sorted by kind: bounded, zero_centred, identity_like, smooth, monotone, no_dead_interval,
/// lasting_gradient, one_lipschitz, cheap, self_normalising.
std::vector<Finding> strengths(const Studied& studied);

/// The array of "limitations" or "strengths" of the study: kind, severity (limitations only), title, consequence,
/// remedy, basis (each {"en", "zh"}), numbers, evidence.
nlohmann::ordered_json findings_json(std::span<const Finding> findings);

} // namespace actlas::analysis
