#include "analysis/relatives_json.hpp"

#include "analysis/json_number.hpp"

namespace actlas::analysis {

using Json = nlohmann::ordered_json;

Json same_as_json(const std::vector<SameAs>& same_as) {
    Json list = Json::array();
    for (const SameAs& same : same_as) {
        Json entry{{"id", same.id},
                   {"name", same.name},
                   {"kind", word(same.kind)},
                   {"evidence", word(same.sameness.evidence)}};
        if (same.sameness.evidence != Evidence::exact) entry["bound"] = json_number(same.sameness.bound);
        if (!same.sameness.except.empty()) entry["except"] = same.sameness.except;
        if (same.kind == SameAs::Kind::rescaled) {
            entry["output"] = json_number(same.output.value());
            entry["input"] = json_number(same.input);
            entry["offset"] = json_number(same.offset.value());
        }
        if (!same.parameters.empty()) {
            entry["parameters"] = Json::array();
            for (const Setting& parameter : same.parameters)
                entry["parameters"].push_back({{"name", parameter.name}, {"value", json_number(parameter.value)}});
        }
        list.push_back(std::move(entry));
    }
    return list;
}

Json nearest_json(const std::vector<Relative>& nearest) {
    Json list = Json::array();
    for (const Relative& relative : nearest) {
        Json gap{{"value", json_number(relative.gap)}, {"evidence", word(relative.evidence)}};
        if (relative.evidence == Evidence::proved)
            gap["enclosure"] = Json::array({json_number(relative.low), json_number(relative.high)});
        gap["at"] = Json::array({json_number(relative.at)});
        list.push_back({{"id", relative.id},
                        {"name", relative.name},
                        {"largest_gap", std::move(gap)},
                        {"gaussian_distance",
                         {{"value", json_number(relative.gaussian)}, {"evidence", word(Evidence::estimated)}}}});
    }
    return list;
}

void add_relatives(Json& study, const Relatives& relatives) {
    study["same_as"] = same_as_json(relatives.same_as);
    study["relatives"] = nearest_json(relatives.nearest);
}

} // namespace actlas::analysis
