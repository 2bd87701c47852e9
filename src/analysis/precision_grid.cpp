#include "analysis/precision_grid.hpp"

#include <algorithm>
#include <map>

namespace actlas::analysis {

namespace {

/// The lists are the same for every formula.
const std::vector<double>& all_values(const NumberFormat& format) {
    static const auto lists = [] {
        std::map<std::string_view, std::vector<double>> made;
        for (const NumberFormat& each : number_formats()) {
            if (each.bits <= 16) made.emplace(each.id, each.values());
        }
        return made;
    }();
    return lists.at(format.id);
}

} // namespace

Grid grid(const NumberFormat& format, std::size_t stride) {
    const bool listed = format.bits <= 16;
    const std::vector<double>& values = all_values(listed ? format : *find_number_format("bfloat16"));
    if (listed && stride == 1) return {values, true, {}};
    std::vector<double> positive;
    for (std::size_t i = values.size() / 2; i < values.size(); i += stride) {
        if (values[i] != format.largest) positive.push_back(values[i]);
    }
    positive.push_back(format.largest);
    std::vector<double> chosen;
    for (auto value = positive.rbegin(); value != positive.rend(); ++value)
        chosen.push_back(-*value);
    chosen.insert(chosen.end(), positive.begin(), positive.end());
    Grid result{{}, false, std::move(chosen)};
    result.x = result.own;
    return result;
}

} // namespace actlas::analysis
