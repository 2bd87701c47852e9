#pragma once

#include "config/config.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace actlas::config {

/// The JSON Schema (draft 7) of configs, made from keys(): editors use it to complete and check them.
nlohmann::ordered_json config_schema(const Vocabulary& vocabulary);

/// The file that holds it.
std::string config_schema_text(const Vocabulary& vocabulary);

} // namespace actlas::config
