#include "analysis/properties_json.hpp"

#include "analysis/json_number.hpp"
#include "base/infinity.hpp"

#include <cmath>
#include <string>

namespace actlas::analysis {

namespace {

using Json = nlohmann::ordered_json;

Json numbers(const std::vector<double>& values) {
    Json json = Json::array();
    for (const double value : values)
        json.push_back(json_number(value));
    return json;
}

Json pair(double low, double high) {
    return Json::array({json_number(low), json_number(high)});
}

Json pairs(const std::vector<Interval>& intervals) {
    Json json = Json::array();
    for (const Interval& interval : intervals)
        json.push_back(pair(interval.low, interval.high));
    return json;
}

std::string text(Evidence evidence) {
    return std::string(word(evidence));
}

Json bound(const Bound& bound) {
    const bool known = bound.evidence != Evidence::undecided;
    Json json{{"value", known ? json_number(bound.value) : Json()},
              {"evidence", text(bound.evidence)},
              {"enclosure", pair(bound.low, bound.high)}};
    if (bound.attained) json["attained"] = *bound.attained;
    if (!bound.at.empty()) json["at"] = numbers(bound.at);
    return json;
}

/// A number from quadrature: the enclosure is the value with its estimated error.
Json bound(const Estimate& estimate) {
    const bool known = !std::isnan(estimate.value);
    const double error = std::isinf(estimate.value) ? 0 : estimate.error;
    Json json{{"value", json_number(estimate.value)},
              {"evidence", text(known ? Evidence::estimated : Evidence::undecided)}};
    json["enclosure"] = known ? pair(estimate.value - error, estimate.value + error) : pair(-infinity, infinity);
    return json;
}

Json verdict(const Json& value, Evidence evidence) {
    return {{"value", evidence == Evidence::undecided ? Json() : value}, {"evidence", text(evidence)}};
}

template<class Value>
Json verdict(const Verdict<Value>& given) {
    return verdict(std::string(word(given.value)), given.evidence);
}

Json kinks(const std::vector<Kink>& found) {
    Json json = Json::array();
    for (const Kink& kink : found)
        json.push_back({{"x", json_number(kink.x)},
                        {"order", kink.order},
                        {"left", json_number(kink.left)},
                        {"right", json_number(kink.right)},
                        {"evidence", text(kink.evidence)}});
    return json;
}

Json solutions(const Solutions& found) {
    return {
        {"points", numbers(found.points)}, {"intervals", pairs(found.intervals)}, {"evidence", text(found.evidence)}};
}

Json extrema(const std::vector<Extremum>& found) {
    Json json = Json::array();
    for (const Extremum& extremum : found)
        json.push_back({{"x", json_number(extremum.x)},
                        {"value", json_number(extremum.value)},
                        {"kind", extremum.is_minimum ? "minimum" : "maximum"},
                        {"evidence", text(extremum.evidence)}});
    return json;
}

Json inflections(const std::vector<Place>& found) {
    Json json = Json::array();
    for (const Place& place : found)
        json.push_back({{"x", json_number(place.x)}, {"evidence", text(place.evidence)}});
    return json;
}

Json asymptote(const Asymptote& found) {
    if (found.evidence == Evidence::undecided)
        return {{"kind", nullptr}, {"slope", nullptr}, {"intercept", nullptr}, {"evidence", text(found.evidence)}};
    const bool line = found.kind != Asymptote::Kind::none;
    const char* kind = !line ? "none" : found.kind == Asymptote::Kind::horizontal ? "horizontal" : "oblique";
    return {{"kind", kind},
            {"slope", line ? json_number(found.slope) : Json()},
            {"intercept", line ? json_number(found.intercept) : Json()},
            {"evidence", text(found.evidence)}};
}

Json saturation(const std::vector<Saturation>& found) {
    Json json = Json::array();
    for (const Saturation& at : found)
        json.push_back({{"threshold", at.threshold},
                        {"left", json_number(at.left)},
                        {"right", json_number(at.right)},
                        {"evidence", text(at.evidence)}});
    return json;
}

Json gaussian(const GaussianAverages& averages) {
    return {{"mean", bound(averages.mean)},
            {"second_moment", bound(averages.second_moment)},
            {"variance", bound(averages.variance)},
            {"slope_second_moment", bound(averages.slope_second_moment)},
            {"forward_gain", bound(averages.forward_gain)},
            {"backward_gain", bound(averages.backward_gain)}};
}

} // namespace

Json properties_json(const Properties& properties) {
    const Smoothness& smoothness = properties.continuity.value;
    return {{"range", {{"infimum", bound(properties.infimum)}, {"supremum", bound(properties.supremum)}}},
            {"slope", {{"infimum", bound(properties.slope_infimum)}, {"supremum", bound(properties.slope_supremum)}}},
            {"lipschitz", bound(properties.lipschitz)},
            {"monotonicity", verdict(properties.monotonicity)},
            {"convexity", verdict(properties.convexity)},
            {"parity", verdict(properties.parity)},
            {"continuity",
             verdict(smoothness.infinite ? Json("inf") : Json(smoothness.order), properties.continuity.evidence)},
            {"kinks", kinks(properties.kinks)},
            {"zeros", solutions(properties.zeros)},
            {"fixed_points", solutions(properties.fixed_points)},
            {"extrema", extrema(properties.extrema)},
            {"inflections", inflections(properties.inflections)},
            {"asymptotes", {{"left", asymptote(properties.left)}, {"right", asymptote(properties.right)}}},
            {"saturation", saturation(properties.saturation)},
            {"dead_intervals", pairs(properties.dead_intervals)},
            {"gaussian", gaussian(properties.gaussian)}};
}

} // namespace actlas::analysis
