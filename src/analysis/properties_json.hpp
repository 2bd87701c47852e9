#pragma once

#include "analysis/properties.hpp"

#include <nlohmann/json.hpp>

namespace actlas::analysis {

/// The "properties" object of `actlas show --json` and data/studies.json. Numbers as they are, the infinities as "inf"
/// and "-inf", null where something is undecided or does not exist.
nlohmann::ordered_json properties_json(const Properties& properties);

} // namespace actlas::analysis
