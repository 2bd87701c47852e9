#include "pages.hpp"
#include "report/activation_model.hpp"
#include "report/model.hpp"
#include "support/catch.hpp"

#include <functional>
#include <set>
#include <string>

using namespace actlas;
using namespace actlas::report;
using nlohmann::ordered_json;

namespace {

const ordered_json& model() {
    static const ordered_json all = [] {
        const auto& input = pages::small_input();
        const auto& studies = input.studies;
        const Seeds seeds{*studies[0], *studies[1], *studies[2], *studies[3]};
        return build_model(studies, seeds, seeds.all(), *input.catalogue);
    }();
    return all;
}

void visit(const ordered_json& node, const std::function<void(const std::string&, const ordered_json&)>& see) {
    if (node.is_object())
        for (auto item = node.begin(); item != node.end(); ++item) {
            see(item.key(), item.value());
            visit(item.value(), see);
        }
    if (node.is_array())
        for (const auto& value : node)
            visit(value, see);
}

} // namespace

TEST_CASE("no name of the model hides a section of the templates") {
    // The sections that tags.hpp documents.
    const std::set<std::string> sections{"math",   "equation", "typeset", "display", "code_span",
                                         "figure", "icon",     "picture", "caption", "table",
                                         "anchor", "to",       "label",   "known",   "english"};
    visit(model(), [&](const std::string& name, const ordered_json&) { CHECK_FALSE(sections.contains(name)); });
}

TEST_CASE("everything in the model can be printed") {
    visit(model(), [](const std::string& name, const ordered_json& value) {
        INFO(name);
        CHECK((value.is_string() || value.is_boolean() || value.is_object() || value.is_array()));
    });
}

TEST_CASE("activations come by family, with their neighbours") {
    const auto& activations = model()["activations"];
    REQUIRE(activations.size() == pages::small_input().studies.size());
    CHECK(activations[0]["id"] == "sigmoid");
    CHECK(activations[0]["previous"] == false);
    CHECK(activations[0]["next"]["name"] == "Tanh");
    CHECK(activations.back()["id"] == "my_own");
    CHECK(activations.back()["next"] == false);
    CHECK(model()["counts"]["functions"] == "7");
    CHECK(model()["families"].back()["id"] == "custom");
}

TEST_CASE("a kink is described with its one-sided slopes and the convention") {
    const auto& leaky = model()["activations"][3];
    REQUIRE(leaky["id"] == "leaky_relu");
    REQUIRE(leaky["kinks"].size() == 1);
    CHECK(leaky["kinks"][0]["left"] == "0.01");
    CHECK(leaky["kinks"][0]["right"] == "1");
    CHECK(leaky["kinks"][0]["convention"] == "0.01"); // the branch that the formula takes at 0
    CHECK(leaky["parameters"][0]["usual"] == "[0.001, 0.3]");
}

TEST_CASE("landmarks carry how they are known") {
    for (const auto& activation : model()["activations"])
        for (const auto& landmark : activation["landmarks"]) {
            INFO(activation["id"] << " " << landmark);
            const auto evidence = landmark["evidence"].get<std::string>();
            CHECK((evidence == "estimated" || evidence == "exact" || evidence == "proved"));
        }
    const auto& gelu = model()["activations"][4];
    REQUIRE(gelu["id"].get<std::string>() == "gelu");
    // mpmath: the minimum of x Φ(x) is −0.16997 at −0.75179.
    bool found = false;
    for (const auto& landmark : gelu["landmarks"])
        if (landmark["what"]["t"] == "landmarks.minimum") found = landmark["value"] == "f(-0.75179) = -0.16997";
    CHECK(found);
}
