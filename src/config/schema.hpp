#pragma once

#include "config/config.hpp"

#include <nlohmann/json.hpp>

namespace actlas::config {

/// The JSON Schema (draft 7) of configs, made from keys(): editors use it to complete and check them.
nlohmann::ordered_json config_schema(const Vocabulary& vocabulary);

} // namespace actlas::config
