#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "report/lookup_model.hpp"
#include "support/catch.hpp"

#include <deque>
#include <string>
#include <utility>
#include <vector>

using namespace actlas;

namespace {

/// The index of some activations, whatever their formulas.
nlohmann::ordered_json index_of(const std::vector<catalogue::Activation>& activations) {
    std::deque<analysis::Study> studies;
    std::vector<const analysis::Study*> list;
    for (const auto& activation : activations) {
        studies.push_back(analysis::study(activation, analysis::Scope::properties));
        list.push_back(&studies.back());
    }
    return report::lookup_model(report::listed(list, {}), catalogue::Catalogue::builtin());
}

catalogue::Activation activation(std::string id, std::string name) {
    catalogue::Activation made;
    made.id = std::move(id);
    made.name = std::move(name);
    return made;
}

std::string terms(const nlohmann::ordered_json& entries) {
    std::string text;
    for (const auto& entry : entries) {
        text += entry["term"].get<std::string>();
        if (const auto of = entry["of"].get<std::string>(); !of.empty()) text += " (" + of + ")";
        text += " > " + entry["page"].get<std::string>() + (entry["last"].get<bool>() ? "." : ", ");
    }
    return text;
}

} // namespace

TEST_CASE(
    "the index has names and other names under their letters, whatever their case, and what has no letter first") {
    auto silu = activation("silu", "SiLU");
    silu.aliases = {"swish-1", "σ-unit"};
    auto prelu = activation("prelu", "pReLU");
    prelu.aliases = {"2-slope"};
    const auto model = index_of({silu, activation("serf", "Serf"), prelu});
    const auto& letters = model["letters"];
    REQUIRE(letters.size() == 3);
    CHECK(letters[0]["letter"] == "#");
    CHECK(letters[0]["heading"] == "other");
    CHECK(terms(letters[0]["entries"]) == "2-slope (pReLU) > activation/prelu, σ-unit (SiLU) > activation/silu.");
    CHECK(letters[1]["letter"] == "P");
    CHECK(letters[1]["heading"] == "p");
    CHECK(letters[2]["letter"] == "S");
    CHECK(terms(letters[2]["entries"]) ==
          "Serf > activation/serf, SiLU > activation/silu, swish-1 (SiLU) > activation/silu.");
}

TEST_CASE("the index has frameworks in the catalogue's order, and years with what was published in them") {
    auto relu = activation("relu", "ReLU");
    relu.year = 2010;
    relu.frameworks = {{.framework = "keras", .name = "keras.activations.relu", .note = {}},
                       {.framework = "torch", .name = "torch.nn.ReLU", .note = {}}};
    auto elu = activation("elu", "ELU");
    elu.year = 2015;
    elu.frameworks = {{.framework = "torch", .name = "torch.nn.ELU", .note = {}}};
    auto celu = activation("celu", "CELU");
    celu.year = 2015;
    const auto model = index_of({relu, elu, celu});
    REQUIRE(model["frameworks"].size() == 2);
    CHECK(model["frameworks"][0]["name"] == "PyTorch");
    CHECK(terms(model["frameworks"][0]["entries"]) ==
          "torch.nn.ELU (ELU) > activation/elu, torch.nn.ReLU (ReLU) > activation/relu.");
    CHECK(model["frameworks"][1]["id"] == "keras");
    REQUIRE(model["years"].size() == 2);
    CHECK(model["years"][0]["year"] == "2010");
    CHECK(terms(model["years"][1]["entries"]) == "CELU > activation/celu, ELU > activation/elu.");
    CHECK(model["has_years"] == true);
}
