#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

namespace actlas::report {

/// What holds for the whole line, for an activation's page: rows {what {t}, value (text or {t}), power (of the value,
/// or ""), evidence} on range, slopes, Lipschitz constant, monotonicity, convexity, parity, smoothness, and averages
/// over N(0, 1). What is undecided says so.
nlohmann::ordered_json properties_model(const analysis::Study& study);

/// The few of them that say most, and the worst limitation, for the strip under the page's title: {what, value, power,
/// last}. `rows` are those of properties_model().
nlohmann::ordered_json glance_model(const analysis::Study& study, const nlohmann::ordered_json& rows);

} // namespace actlas::report
