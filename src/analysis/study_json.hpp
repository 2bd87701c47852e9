#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

namespace actlas::analysis {

/// A study (Scope::all) as `actlas show --json` and data/studies.json give it, schema "actlas.study/1": id, name,
/// aliases, year (null where unknown), parameters with the values they have, formula and derivative in every notation,
/// properties, signals, precision, limitations, strengths, claims, references.
nlohmann::ordered_json study_json(const Study& study);

} // namespace actlas::analysis
