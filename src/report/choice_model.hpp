#pragma once

#include "analysis/study.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace actlas::report {

/// Which of the report's functions suit which need, by what the studies found:
///   [{id, title {t}, need {t}, test {t}, functions: [{name, page, last}]}]
/// `need` says in words what is wanted and why, `test` which properties were asked for. Linear functions, which add
/// nothing to a network, are never named; needs that no function meets are left out.
nlohmann::ordered_json choice_model(const std::vector<const analysis::Study*>& studies);

} // namespace actlas::report
