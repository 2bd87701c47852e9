#include "analysis/signals_json.hpp"

#include "analysis/json_number.hpp"

#include <string_view>

namespace actlas::analysis {
namespace {

using Json = nlohmann::ordered_json;

std::string_view word(Propagation::Fate fate) {
    using Fate = Propagation::Fate;
    switch (fate) {
    case Fate::settles:
        return "settles";
    case Fate::kept:
        return "kept";
    case Fate::vanishes:
        return "vanishes";
    case Fate::explodes:
        return "explodes";
    case Fate::undecided:
        break;
    }
    return "undecided";
}

void add_points(Json& array, const std::vector<EdgePoint>& points) {
    for (const EdgePoint& point : points)
        array.push_back({{"weight_variance", json_number(point.weight_variance)},
                         {"bias_variance", json_number(point.bias_variance)},
                         {"length", json_number(point.length)},
                         {"attracting", point.attracting}});
}

} // namespace

Json signals_json(const Signals& signals) {
    Json points = Json::array();
    add_points(points, signals.edge.points);
    add_points(points, signals.edge.with_bias);
    Json json{{"edge_of_chaos", {{"any_length", signals.edge.any_length}, {"points", std::move(points)}}},
              {"recommended_gain", nullptr},
              {"at_recommended_gain", nullptr}};
    if (signals.recommended_gain) json["recommended_gain"] = json_number(*signals.recommended_gain);
    if (const auto& found = signals.at_recommended)
        json["at_recommended_gain"] = {{"fate", word(found->fate)},
                                       {"length", json_number(found->length)},
                                       {"chi", json_number(found->chi.value)},
                                       {"depth_scale", json_number(found->depth_scale)}};
    return json;
}

} // namespace actlas::analysis
