#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

namespace actlas::report {

/// The landmarks of a study as rows of a table, in the order zeros, extrema, jumps and kinks, extrema of the slope,
/// inflections, both ends, saturation, dead intervals: {"what": name, "value": mathematics, "where": mathematics or "",
/// "evidence": word}. The mathematics is for {{#math}}. Where a kind has many, a row with "count" and "shown" instead
/// of a value follows the few that are given.
nlohmann::ordered_json landmarks(const analysis::Study& study);

} // namespace actlas::report
