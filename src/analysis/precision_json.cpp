#include "analysis/precision_json.hpp"

#include "analysis/evidence.hpp"
#include "analysis/json_number.hpp"
#include "formula/printers.hpp"

#include <string_view>

namespace actlas::analysis {
namespace {

using Json = nlohmann::ordered_json;

std::string_view evidence(bool proved) {
    return word(proved ? Evidence::proved : Evidence::estimated);
}

std::string_view word(RoundedTail::Kind kind) {
    switch (kind) {
    case RoundedTail::Kind::constant:
        return "constant";
    case RoundedTail::Kind::identity:
        return "identity";
    case RoundedTail::Kind::overflow:
        break;
    }
    return "overflow";
}

Json tail(const std::optional<RoundedTail>& tail) {
    if (!tail) return nullptr;
    Json json{{"kind", word(tail->kind)}};
    if (tail->kind == RoundedTail::Kind::constant) json["value"] = json_number(tail->value);
    json["from"] = json_number(tail->from);
    json["evidence"] = evidence(tail->proved);
    return json;
}

Json slope_zero(const std::optional<double>& from, bool proved) {
    if (!from) return nullptr;
    return {{"from", json_number(*from)}, {"evidence", evidence(proved)}};
}

Json range(const std::optional<InputRange>& range) {
    if (!range) return nullptr;
    return Json::array({json_number(range->nearest), json_number(range->farthest)});
}

Json affected(const Affected& found) {
    return {{"inputs", found.inputs ? Json(*found.inputs) : Json()},
            {"negative", range(found.negative)},
            {"positive", range(found.positive)}};
}

Json textbook(const TextbookErrors& found) {
    Json overflow = affected(found.overflow);
    if (found.overflows_negative) overflow["operation_negative"] = formula::to_source(*found.overflows_negative);
    if (found.overflows_positive) overflow["operation_positive"] = formula::to_source(*found.overflows_positive);
    Json json{{"overflow", std::move(overflow)},
              {"undefined", affected(found.undefined)},
              {"infinite", affected(found.infinite)},
              {"flushed", affected(found.flushed)},
              {"largest_error", nullptr}};
    if (found.largest_error)
        json["largest_error"] = {{"ulp", json_number(*found.largest_error)},
                                 {"at", json_number(found.largest_error_at)}};
    return json;
}

} // namespace

Json precision_json(std::span<const FormatBehaviour> formats) {
    Json array = Json::array();
    for (const FormatBehaviour& format : formats)
        array.push_back({{"format", format.format->id},
                         {"name", format.format->name},
                         {"every_value", format.every_value},
                         {"left", tail(format.left)},
                         {"right", tail(format.right)},
                         {"slope_zero",
                          {{"left", slope_zero(format.slope_zero_left, format.slope_zero_left_proved)},
                           {"right", slope_zero(format.slope_zero_right, format.slope_zero_right_proved)}}},
                         {"textbook", textbook(format.textbook)}});
    return array;
}

} // namespace actlas::analysis
