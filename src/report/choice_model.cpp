#include "report/choice_model.hpp"

#include "report/last.hpp"
#include "report/model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace actlas::report {
namespace {

using analysis::Finding;
using analysis::Study;
using nlohmann::ordered_json;

bool among(const std::vector<Finding>& findings, std::string_view kind) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& found) { return found.kind == kind; });
}

bool strong(const Study& study, std::string_view kind) {
    return among(study.strengths, kind);
}
bool limited(const Study& study, std::string_view kind) {
    return among(study.limitations, kind);
}
bool increases(const Study& study) {
    const auto& found = study.properties.monotonicity;
    return found.evidence != analysis::Evidence::undecided &&
           found.value == analysis::Monotonicity::strictly_increasing;
}

struct Need {
    std::string_view id;
    bool (*met)(const Study&);
};

constexpr Need needs[] = {
    {"probability",
     [](const Study& study) {
         return increases(study) && study.properties.infimum.value == 0 && study.properties.supremum.value == 1;
     }},
    {"state",
     [](const Study& study) { return strong(study, "bounded") && strong(study, "zero_centred") && increases(study); }},
    {"deep",
     [](const Study& study) {
         using Kind = analysis::Asymptote::Kind;
         const analysis::Properties& found = study.properties;
         const bool passes = found.left.kind == Kind::oblique || found.right.kind == Kind::oblique;
         return passes && strong(study, "no_dead_interval") && std::isfinite(found.lipschitz.value);
     }},
    {"self_normalising", [](const Study& study) { return strong(study, "self_normalising"); }},
    {"cheap",
     [](const Study& study) {
         return strong(study, "cheap") && !limited(study, "zero_gradient") && !limited(study, "vanishing_gradient");
     }},
    {"smooth", [](const Study& study) { return strong(study, "smooth") && !limited(study, "undefined"); }},
    {"robust", [](const Study& study) { return strong(study, "one_lipschitz") && !limited(study, "zero_gradient"); }},
    {"narrow_format",
     [](const Study& study) {
         return !limited(study, "textbook_trouble") && !limited(study, "low_precision") &&
                !limited(study, "zero_gradient") && !limited(study, "jump");
     }},
};

bool is_linear(const Study& study) {
    const auto& found = study.properties.convexity;
    return found.evidence != analysis::Evidence::undecided && found.value == analysis::Convexity::affine;
}

} // namespace

ordered_json choice_model(const std::vector<const Study*>& studies) {
    ordered_json list = ordered_json::array();
    for (const Need& need : needs) {
        ordered_json functions = ordered_json::array();
        for (const Study* study : studies)
            if (!is_linear(*study) && need.met(*study))
                functions.push_back(
                    {{"name", study->activation.name}, {"page", activation_page(study->activation.id)}});
        if (functions.empty()) continue;
        mark_last(functions);
        const auto text = [&](std::string_view part) {
            return ordered_json{{"t", fmt::format("needs.{}.{}", need.id, part)}};
        };
        list.push_back({{"id", need.id},
                        {"title", text("title")},
                        {"need", text("need")},
                        {"test", text("test")},
                        {"functions", std::move(functions)}});
    }
    return list;
}

} // namespace actlas::report
