#include "catalogue/catalogue.hpp"
#include "report/facts.hpp"
#include "report/glossary.hpp"
#include "report/separation.hpp"
#include "report/shape.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

// The expected numbers were computed with mpmath at 40 digits and rounded by hand, unless a comment says otherwise.

using namespace actlas;
using namespace actlas::report;
using actlas::test::builtin;
using nlohmann::ordered_json;

namespace {

analysis::Study study_of(const std::string& id) {
    return analysis::study(*builtin().find(id));
}

const Seeds& seeds() {
    static const auto sigmoid = study_of("sigmoid"), tanh = study_of("tanh"), relu = study_of("relu"),
                      leaky = study_of("leaky_relu");
    static const Seeds all{sigmoid, tanh, relu, leaky};
    return all;
}

std::vector<std::string> row(const ordered_json& list) {
    return list.get<std::vector<std::string>>();
}

using Row = std::vector<std::string>;

} // namespace

TEST_CASE("marks of the analogy") {
    const auto facts = analogy_facts(seeds());
    CHECK(row(facts["schemes"][0]["marks"]) == Row{"−4", "−1", "0", "1", "4"});
    CHECK(row(facts["schemes"][1]["marks"]) == Row{"1.8", "26.9", "50.0", "73.1", "98.2"});
    CHECK(row(facts["schemes"][2]["marks"]) == Row{"−99.9", "−76.2", "0.0", "76.2", "99.9"});
    CHECK(row(facts["schemes"][3]["marks"]) == Row{"0", "0", "0", "1", "4"});
    CHECK(row(facts["schemes"][4]["marks"]) == Row{"−0.04", "−0.01", "0.00", "1.00", "4.00"});
    CHECK(row(facts["schemes"][1]["gains"]) == Row{"2.94", "23.11", "1.13"});
    CHECK(row(facts["schemes"][2]["gains"]) == Row{"0.43", "76.16", "0.06"});
    CHECK(row(facts["schemes"][4]["gains"]) == Row{"0.01", "1.00", "1.00"});
    CHECK(facts["sigmoid"]["right_10"] == "99.3");
    CHECK(facts["leaky_relu"]["loss_1"] == "0.04");
    CHECK(facts["leaky_relu"]["loss_4"] == "0.01");
    CHECK(facts["alpha"] == "0.01");
}

TEST_CASE("two linear layers are one, and ReLU bends them") {
    const auto facts = background_facts(seeds());
    CHECK(facts["w"] == "−6"); // −3(2x + 1) + 4 = −6x + 1
    CHECK(facts["b"] == "1");
    CHECK(facts["bend"] == "−0.5");
    CHECK(facts["flat"] == "4");
    CHECK(facts["rows"][0]["linear"] == "13");
    CHECK(facts["rows"][0]["relu"] == "4");
    CHECK(facts["rows"][6]["relu"] == "−5");
    for (std::size_t i = 1; i < facts["rows"].size(); ++i)
        CHECK(facts["rows"][i]["linear_change"] == "−3");
}

TEST_CASE("XOR and yin-yang") {
    const auto facts = goals_facts(seeds());
    CHECK(facts["xor_best"] == "3");
    for (const auto& point : facts["xor"])
        CHECK(point["y"] == point["class"]);
    CHECK(facts["taiji"][0]["yang"] == true);
    CHECK(facts["taiji"][1]["yang"] == false);
    CHECK(facts["taiji"][2]["yang"] == true);
    CHECK(facts["taiji"][3]["yang"] == false);
    // An exhaustive search in Python over the same points and directions: 1136 of 1245 points, 88 directions.
    CHECK(facts["taiji_points"] == "1245");
    CHECK(facts["taiji_angles"] == "88");
    CHECK(facts["taiji_best"] == "91.2");
}

TEST_CASE("the best line separates what a line can separate") {
    CHECK(best_line({{0, 0, false}, {1, 0, true}}, 1).right == 2);
    CHECK(best_line({{0, 0, true}, {1, 0, false}, {2, 0, true}}, 3).right == 2);
    CHECK(best_line({{0, 0, true}, {1, 1, true}}, 1).right == 2);  // all on one side
    CHECK(best_line({{0, 0, true}, {0, 0, false}}, 4).right == 1); // one place, two classes
}

TEST_CASE("signals and costs") {
    const auto facts = goals_facts(seeds());
    CHECK(facts["once"] == "10\u202F000");
    CHECK(facts["twice"] == "1\u202F000\u202F000");
    CHECK(row(facts["bounded"][0]["values"]) == Row{"0", "3.72 × 10⁻⁴⁴", "1", "1"}); // σ(−100) = e^−100 to many digits
    CHECK(row(facts["bounded"][3]["values"]) == Row{"−100", "−1", "100", "10\u202F000"});
    CHECK(facts["costs"][0]["slope"] == "0.25");
    CHECK(facts["costs"][0]["product"] == "9.6 × 10⁻⁷");
    CHECK(facts["costs"][0]["calls"] == "1");
    CHECK(facts["costs"][2]["calls"] == "0");
    CHECK(facts["costs"][3]["calls"] == "0");
}

TEST_CASE("a forward pass") {
    const auto facts = neuron_facts(seeds());
    CHECK(facts["first"]["z"] == "0.3");
    CHECK(facts["second"]["z"] == "−1.8");
    CHECK(facts["first"]["a"] == "0.574");
    CHECK(facts["second"]["a"] == "0.142");
    CHECK(facts["last"]["z"] == "0.678");
    CHECK(facts["last"]["a"] == "0.663");
    CHECK(facts["percent"] == "66");
    CHECK(facts["rows"][1]["a3"] == "0.985");
    CHECK(facts["rows"][2]["a3"] == "0.550");
    CHECK(facts["rows"][3]["a2"] == "−0.018");
}

TEST_CASE("evidence for the limitations") {
    const auto sigmoid = limitation_facts(seeds().sigmoid);
    CHECK(sigmoid["max_slope"] == "0.25");
    CHECK(sigmoid["threshold"] == "4.59"); // |σ'| = 0.01 at 4.5849
    CHECK(sigmoid["threshold_slope"] == "0.01");
    CHECK(sigmoid["product_few"] == "9.6 × 10⁻⁷");
    CHECK(sigmoid["product_many"] == "7.9 × 10⁻³¹");
    // The sentences are true as printed.
    CHECK(seeds().sigmoid.slope(4.59) < 0.01);
    CHECK(seeds().sigmoid.slope(4.58) > 0.01);
    const auto tanh = limitation_facts(seeds().tanh);
    CHECK(tanh["threshold"] == "3.00"); // arcosh 10 = 2.9932
    CHECK(tanh["slope_at_1"] == "0.42");
    CHECK(tanh["product_at_1_few"] == "0.00017");
    CHECK(tanh["product_at_1_many"] == "1.4 × 10⁻¹⁹");
    const auto relu = limitation_facts(seeds().relu);
    CHECK(relu["dead_end"] == "0");
    CHECK(relu["dead_share"] == "50");
    CHECK(relu["alive_share"] == "0.135");
    const auto leaky = limitation_facts(seeds().leaky_relu);
    CHECK(leaky["alpha"] == "0.01");
    CHECK(leaky["product_alpha_few"] == "10⁻²⁰");
    CHECK(leaky["defaults"].size() >= 4);
}

TEST_CASE("where the textbook code fails") {
    const auto facts = code_facts(seeds());
    CHECK(facts["overflow"] == "709.79"); // ln of the largest double is 709.7827
    CHECK(facts["tanh_large"]["naive"] == "NaN");
    CHECK(facts["tanh_large"]["right"] == "1");
    CHECK(facts["tanh_small"]["error"] == "6 × 10⁻⁷"); // 6.03e-7 in Python's floats
    CHECK(facts["sigmoid_low"]["naive"] == "0");
    CHECK(facts["sigmoid_low"]["right"] == "4.48 × 10⁻³⁰⁹");
    CHECK(facts["slope"]["naive"] == "0");
    CHECK(facts["slope"]["right"] == "4.25 × 10⁻¹⁸");
    CHECK(facts["nearest"] == "0.01001");
    CHECK(facts["cut"] == "0.005005");
    CHECK(facts["leaky_low"] == "−0.1");
    CHECK(facts["leaky_share"] == "1"); // 0.1 of 10.1
    // From 709.79 on, and not before 709.78.
    const auto naive = [](double x) { return (std::exp(x) - std::exp(-x)) / (std::exp(x) + std::exp(-x)); };
    CHECK(std::isnan(naive(709.79)));
    CHECK(naive(709.78) == 1);
}

TEST_CASE("ends of the plate") {
    const auto facts = plate_facts(seeds());
    CHECK(facts["rows"][0]["low"] == "4.54 × 10⁻⁵");
    CHECK(facts["rows"][1]["slope_high"] == "8.24 × 10⁻⁹");
    CHECK(facts["rows"][3]["low"] == "−0.1");
}

TEST_CASE("output ranges") {
    CHECK(output_range(seeds().sigmoid) == "(0, 1)");
    CHECK(output_range(seeds().tanh) == "(−1, 1)");
    CHECK(output_range(seeds().relu) == "[0, +∞)");
    CHECK(output_range(seeds().leaky_relu) == "(−∞, +∞)");
    CHECK(output_range(study_of("silu")) == "[−0.2785, +∞)");
    CHECK(output_range(study_of("hard_tanh")) == "[−1, 1]");
}

TEST_CASE("every gloss equals its function") {
    for (const Gloss& gloss : glossary()) {
        INFO(gloss.primitive);
        const auto [call, meaning] = formulas(gloss);
        const std::vector<formula::Binding> bindings{{"a", -0.5}, {"b", 1.25}};
        const formula::Evaluator f(call, bindings), g(meaning, bindings);
        for (double x = -6; x <= 6; x += 0.375)
            CHECK(f(x) == Approx(g(x)).epsilon(1e-9).margin(1e-15));
    }
}
