#include "report/undecided_model.hpp"

#include "report/last.hpp"
#include "report/model.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace actlas::report {
namespace {

using analysis::Evidence;
using analysis::Properties;
using nlohmann::ordered_json;

bool is_open(Evidence evidence) {
    return evidence == Evidence::undecided;
}

using Test = bool (*)(const Properties&);

/// By the names that strings.json has for them under "properties" and "undecided".
constexpr std::array<std::pair<std::string_view, Test>, 7> open_properties{{
    {"range", [](const Properties& p) { return is_open(p.infimum.evidence) || is_open(p.supremum.evidence); }},
    {"slopes",
     [](const Properties& p) { return is_open(p.slope_infimum.evidence) || is_open(p.slope_supremum.evidence); }},
    {"lipschitz", [](const Properties& p) { return is_open(p.lipschitz.evidence); }},
    {"monotonicity", [](const Properties& p) { return is_open(p.monotonicity.evidence); }},
    {"convexity", [](const Properties& p) { return is_open(p.convexity.evidence); }},
    {"parity", [](const Properties& p) { return is_open(p.parity.evidence); }},
    {"smoothness", [](const Properties& p) { return is_open(p.continuity.evidence); }},
}};

} // namespace

ordered_json undecided_model(const std::vector<const analysis::Study*>& studies) {
    ordered_json list = ordered_json::array();
    for (const auto& [name, test] : open_properties) {
        ordered_json functions = ordered_json::array();
        for (const auto* study : studies)
            if (test(study->properties))
                functions.push_back(
                    {{"name", study->activation.name}, {"page", activation_page(study->activation.id)}});
        if (functions.empty()) continue;
        mark_last(functions);
        list.push_back({{"property", {{"t", fmt::format("properties.{}", name)}}},
                        {"reason", {{"t", fmt::format("undecided.{}", name)}}},
                        {"functions", std::move(functions)}});
    }
    return list;
}

} // namespace actlas::report
