#pragma once

#include <nlohmann/json.hpp>

namespace actlas::report {

/// Marks the last of some objects by `last`, for what stands between items.
inline void mark_last(nlohmann::ordered_json& list) {
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i]["last"] = i + 1 == list.size();
}

} // namespace actlas::report
