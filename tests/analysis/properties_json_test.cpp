// The "properties" object as DESIGN.md writes it.

#include "analysis/properties_json.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace actlas;
using Json = nlohmann::ordered_json;

namespace {

Json of(const char* text) {
    return analysis::properties_json(analysis::properties(formula::parse(text)));
}

std::vector<std::string> keys(const Json& object) {
    std::vector<std::string> found;
    for (const auto& [key, value] : object.items())
        found.push_back(key);
    return found;
}

} // namespace

TEST_CASE("the keys of the properties, in order") {
    const Json json = of("x*sigmoid(x)");
    CHECK(keys(json) == std::vector<std::string>{"range", "slope", "lipschitz", "monotonicity", "convexity", "parity",
                                                 "continuity", "kinks", "zeros", "fixed_points", "extrema",
                                                 "inflections", "asymptotes", "saturation", "dead_intervals",
                                                 "gaussian"});
    CHECK(keys(json["range"]) == std::vector<std::string>{"infimum", "supremum"});
    CHECK(keys(json["range"]["infimum"]) ==
          std::vector<std::string>{"value", "evidence", "enclosure", "attained", "at"});
    CHECK(keys(json["monotonicity"]) == std::vector<std::string>{"value", "evidence"});
    CHECK(keys(json["zeros"]) == std::vector<std::string>{"points", "intervals", "evidence"});
    CHECK(keys(json["extrema"][0]) == std::vector<std::string>{"x", "value", "kind", "evidence"});
    CHECK(keys(json["inflections"][0]) == std::vector<std::string>{"x", "evidence"});
    CHECK(keys(json["asymptotes"]["left"]) == std::vector<std::string>{"kind", "slope", "intercept", "evidence"});
    CHECK(keys(json["saturation"][0]) == std::vector<std::string>{"threshold", "left", "right", "evidence"});
    CHECK(keys(json["gaussian"]) == std::vector<std::string>{"mean", "second_moment", "variance", "slope_second_moment",
                                                             "forward_gain", "backward_gain"});
}

TEST_CASE("infinities are words and what does not exist is null") {
    const Json relu = of("max(x, 0)");
    CHECK(relu["range"]["supremum"]["value"] == "inf");
    CHECK(relu["range"]["supremum"]["enclosure"] == Json({"inf", "inf"}));
    CHECK(relu["range"]["supremum"]["attained"] == false);
    CHECK_FALSE(relu["range"]["supremum"].contains("at"));
    CHECK(relu["range"]["infimum"]["at"] == Json({0.0}));
    CHECK(relu["zeros"]["intervals"] == Json::array({Json::array({"-inf", 0.0})}));
    CHECK(relu["dead_intervals"] == Json::array({Json::array({"-inf", 0.0})}));
    CHECK(relu["saturation"][0] ==
          Json({{"threshold", 0.01}, {"left", 0.0}, {"right", nullptr}, {"evidence", "proved"}}));
    CHECK(relu["kinks"] ==
          Json::array({{{"x", 0.0}, {"order", 1}, {"left", 0.0}, {"right", 1.0}, {"evidence", "exact"}}}));
    CHECK(relu["continuity"] == Json({{"value", 0}, {"evidence", "exact"}}));
    CHECK(relu["monotonicity"] == Json({{"value", "nondecreasing"}, {"evidence", "exact"}}));
    CHECK(relu["asymptotes"]["right"] ==
          Json({{"kind", "oblique"}, {"slope", 1.0}, {"intercept", 0.0}, {"evidence", "exact"}}));
    CHECK(relu["gaussian"]["mean"]["evidence"] == "estimated");

    CHECK(of("tanh(x)")["continuity"]["value"] == "inf");
    CHECK(of("exp(x)")["asymptotes"]["right"]["slope"].is_null());
    CHECK(of("exp(x)")["asymptotes"]["right"]["kind"] == "none");

    const Json floor = of("floor(x)");
    CHECK(floor["monotonicity"] == Json({{"value", nullptr}, {"evidence", "undecided"}}));
    CHECK(floor["lipschitz"]["value"].is_null());
    CHECK(floor["lipschitz"]["enclosure"] == Json({"-inf", "inf"}));
    CHECK(floor["asymptotes"]["left"]["kind"].is_null());
}
