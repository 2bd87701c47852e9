#pragma once

#include "analysis/precision.hpp"

#include <nlohmann/json.hpp>

#include <span>

namespace actlas::analysis {

/// The array "precision" of the study, one object for each number format:
///   format, name, every_value
///   left, right            the tail in which the rounded value stays what it is: {kind: "constant" | "identity" |
///                          "overflow", value (of constant), from, evidence}; null where there is none
///   slope_zero             {left, right}: {from, evidence} or null: the rounded slope is 0 for all x <= (>=) from
///   textbook               {overflow, undefined, infinite, flushed: {inputs, negative, positive}, largest_error:
///                          {ulp, at}}; inputs null where not every value was looked at; negative and positive:
///                          [nearest to 0, farthest]
nlohmann::ordered_json precision_json(std::span<const FormatBehaviour> formats);

} // namespace actlas::analysis
