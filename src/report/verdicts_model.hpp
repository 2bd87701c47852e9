#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// All checked claims by verdict, those that do not hold first:
///   total   how many there are, as text
///   groups  [{id, title {t}, count, claims: [{name, page, statement, source, url, finding, evidence}]}]; no empty ones
nlohmann::ordered_json verdicts_model(const std::vector<const analysis::Study*>& studies);

} // namespace actlas::report
