#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

namespace actlas::report {

/// An activation's row in the comparison table. Each measured column is {text, key, evidence}: `text` for people ("—"
/// where it is not known), `key` the number to sort by ("" where there is none), `evidence` as in the study. Members:
///   range, smoothness (C^k as "∞", "0", ..., or "" where f jumps: then `jumps` is set), monotone ({t} of a word),
///   lipschitz, mean, variance, gain: columns; worst: {severity, title, rank to sort by} of the worst limitation, empty
///   texts where there is none
nlohmann::ordered_json comparison_row(const analysis::Study& study);

} // namespace actlas::report
