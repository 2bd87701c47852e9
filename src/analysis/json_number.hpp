#pragma once

#include <nlohmann/json.hpp>

#include <cmath>

namespace actlas::analysis {

/// A number as the study's JSON has it: infinities are the strings "inf" and "-inf", NaN (not known) is null.
inline nlohmann::ordered_json json_number(double value) {
    if (std::isnan(value)) return nullptr;
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return value;
}

} // namespace actlas::analysis
