#pragma once

#include "catalogue/activation.hpp"

#include <nlohmann/json.hpp>

namespace actlas::analysis {

/// An activation as `actlas show --json` and data/studies.json give it, schema "actlas.study/1": id, name, aliases,
/// year (null where unknown), parameters with the values they have, formula and derivative in every notation,
/// references.
nlohmann::ordered_json study_json(const catalogue::Activation& activation);

} // namespace actlas::analysis
