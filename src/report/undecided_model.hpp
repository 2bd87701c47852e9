#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// What the studies leave open of range, slopes, monotonicity, convexity, parity and smoothness, by property, and why:
///   [{property {t}, reason {t}, functions: [{name, page, last}]}]
/// Properties that are settled for every function are left out.
nlohmann::ordered_json undecided_model(const std::vector<const analysis::Study*>& studies);

} // namespace actlas::report
