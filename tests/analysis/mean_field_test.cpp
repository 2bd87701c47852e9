#include "analysis/mean_field.hpp"
#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/parser.hpp"
#include "oracle/lines.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <map>
#include <numbers>
#include <string>
#include <vector>

using namespace actlas;
using analysis::Propagation;

namespace {

struct Function {
    explicit Function(const std::string& text, std::vector<double> at = {})
        : f(formula::parse(text)), slope(formula::derivative(formula::parse(text))), splits(std::move(at)) {}

    analysis::EdgeOfChaos edge() const { return analysis::edge_of_chaos(f, slope, splits); }
    Propagation propagation(double weights, double biases = 0) const {
        return analysis::propagation(f, slope, splits, weights, biases);
    }

    formula::Evaluator f;
    formula::Evaluator slope;
    std::vector<double> splits;
};

} // namespace

TEST_CASE("fixed points of the length and chi there agree with mpmath's") {
    const auto lines = oracle::lines("gaussian.txt", "settles");
    REQUIRE(lines.size() == 3);
    for (const auto& line : lines) {
        INFO(line[1] << " with weight variance " << line[3]);
        const auto result = Function(line[1], oracle::numbers(line[2])).propagation(std::stod(line[3]));
        CHECK(result.fate == Propagation::Fate::settles);
        CHECK(result.attracting);
        CHECK(result.length == Approx(std::stod(line[4])).epsilon(1e-11));
        const double chi = std::stod(line[5]);
        CHECK(result.chi.value == Approx(chi).epsilon(1e-11));
        CHECK(result.depth_scale == Approx(1 / std::fabs(std::log(chi))).epsilon(1e-9));
    }
}

TEST_CASE("the edge of chaos without biases agrees with mpmath's and with closed forms") {
    for (const auto& line : oracle::lines("gaussian.txt", "edge")) {
        INFO(line[1]);
        const auto edge = Function(line[1]).edge();
        REQUIRE(edge.points.size() == 1);
        CHECK(edge.points[0].weight_variance == Approx(std::stod(line[3])).epsilon(1e-10));
        CHECK(edge.points[0].length == Approx(std::stod(line[4])).epsilon(1e-10));
        CHECK(edge.points[0].attracting);
        CHECK_FALSE(edge.any_length);
    }
    // exp(-x^2): E f^2 = (1 + 4q)^(-1/2), E f'^2 = 4q (1 + 4q)^(-3/2), so 4q^2 = 1 + 4q.
    const auto bell = Function("exp(-x^2)").edge();
    REQUIRE(bell.points.size() == 1);
    const double q = (1 + std::numbers::sqrt2) / 2;
    CHECK(bell.points[0].length == Approx(q).epsilon(1e-11));
    CHECK(bell.points[0].weight_variance == Approx(std::pow(1 + 4 * q, 1.5) / (4 * q)).epsilon(1e-11));
    // exp(x): E f^2 = E f'^2 = exp(2q).
    const auto exponential = Function("exp(x)").edge();
    REQUIRE(exponential.points.size() == 1);
    CHECK(exponential.points[0].length == Approx(1).epsilon(1e-11));
    CHECK(exponential.points[0].weight_variance == Approx(std::exp(-2.0)).epsilon(1e-11));
    CHECK_FALSE(exponential.points[0].attracting);
}

TEST_CASE("the edge of chaos with biases agrees with mpmath's, and lies at lengths that some bias makes fixed points") {
    std::map<std::string, std::vector<std::vector<std::string>>> curves;
    for (const auto& line : oracle::lines("gaussian.txt", "biased"))
        curves[line[1]].push_back(line);
    REQUIRE(curves.size() == 4);
    for (const auto& [formula, lines] : curves) {
        INFO(formula);
        REQUIRE(lines.size() == analysis::edge_lengths.size());
        const auto edge = Function(formula).edge();
        std::size_t next = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const double length = std::stod(lines[i][3]);
            const double bias = std::stod(lines[i][5]);
            CHECK(length == analysis::edge_lengths[i]);
            if (bias <= 0)
                continue; // weights alone lengthen more than that: no bias can make this length a fixed point
            REQUIRE(next < edge.with_bias.size());
            const analysis::EdgePoint& point = edge.with_bias[next++];
            CHECK(point.length == length);
            CHECK(point.weight_variance == Approx(std::stod(lines[i][4])).epsilon(1e-10));
            CHECK(point.bias_variance == Approx(bias).epsilon(1e-9));
            // Layers with these weights and biases do stay there, on the edge.
            const auto there = Function(formula).propagation(point.weight_variance, point.bias_variance);
            if (!point.attracting || there.fate != Propagation::Fate::settles) continue;
            CHECK(there.length == Approx(length).epsilon(1e-7));
            CHECK(there.chi.value == Approx(1).epsilon(1e-7));
        }
        CHECK(next == edge.with_bias.size());
    }
    // Functions that scale: with weights on the edge every length is kept, so that any bias lets it grow without end.
    CHECK(Function("relu(x)", {0}).edge().with_bias.empty());
}

TEST_CASE("where f(0) = 0 the edge starts at 1/f'(0)^2, with the mean square of one-sided slopes") {
    struct Case {
        const char* formula;
        double weight_variance;
        bool attracting;
    };
    // Near 0: E f^2 / (q E f'(0)^2) falls below 1 for tanh, -2q; and rises above it for silu, + 3q/4.
    for (const Case& c :
         {Case{"tanh(x)", 1, true}, Case{"x*sigmoid(x)", 4, false}, Case{"erf(x)", std::numbers::pi / 4, true},
          Case{"if(x <= 0, 0, if(x >= 6, 6, x))", 2, true}}) {
        INFO(c.formula);
        const auto edge = Function(c.formula, {0, 6}).edge();
        REQUIRE_FALSE(edge.points.empty());
        CHECK(edge.points[0].length == 0);
        CHECK(edge.points[0].weight_variance == Approx(c.weight_variance).epsilon(1e-13));
        CHECK(edge.points[0].attracting == c.attracting);
        CHECK_FALSE(edge.any_length);
    }
    CHECK(Function("x^2").edge().points.empty());
    CHECK(Function("x^3").edge().points.empty());
    CHECK(Function("softplus(x)").edge().points.empty());
    CHECK(Function("sign(x)", {0}).edge().points.empty());
}

TEST_CASE("for functions that scale every length is kept on the edge of chaos") {
    const Function relu("relu(x)", {0});
    const auto edge = relu.edge();
    REQUIRE(edge.points.size() == 1);
    CHECK(edge.any_length);
    CHECK(edge.points[0].weight_variance == Approx(2).epsilon(1e-13));
    const auto kept = relu.propagation(2);
    CHECK(kept.fate == Propagation::Fate::kept);
    CHECK(kept.chi.value == Approx(1).epsilon(1e-13));
    CHECK(kept.depth_scale == infinity);
    CHECK(relu.propagation(2.1).fate == Propagation::Fate::explodes);
    const auto vanishing = relu.propagation(1.9);
    CHECK(vanishing.fate == Propagation::Fate::vanishes);
    CHECK(vanishing.chi.value == Approx(0.95).epsilon(1e-13));
    CHECK(vanishing.depth_scale == Approx(-1 / std::log(0.95)).epsilon(1e-12));
    // With biases of variance b and a = weights/2 < 1 the length settles at b/(1 - a).
    const auto biased = relu.propagation(1, 0.25);
    CHECK(biased.fate == Propagation::Fate::settles);
    CHECK(biased.length == Approx(0.5).epsilon(1e-12));
    CHECK(biased.chi.value == Approx(0.5).epsilon(1e-12));
}

TEST_CASE("lengths that vanish, explode or are not defined are told apart") {
    const auto quiet = Function("tanh(x)").propagation(0.81);
    CHECK(quiet.fate == Propagation::Fate::vanishes);
    CHECK(quiet.length == 0);
    CHECK(quiet.chi.value == Approx(0.81).epsilon(1e-13));
    CHECK(Function("tanh(x)").propagation(1).fate == Propagation::Fate::vanishes);
    CHECK(Function("tanh(x)").propagation(1).depth_scale == infinity);
    CHECK(Function("exp(x)").propagation(1).fate == Propagation::Fate::explodes);
    CHECK(Function("exp(x^2)").propagation(1).fate == Propagation::Fate::explodes);
    CHECK(Function("log(x)").propagation(1).fate == Propagation::Fate::undecided);
    CHECK(std::isnan(Function("log(x)").propagation(1).chi.value));
    // sign(x) keeps the length at 1 whatever comes in, but chi is infinite.
    CHECK(Function("sign(x)", {0}).propagation(1).chi.value == infinity);
}

TEST_CASE("the gains that PyTorch recommends") {
    CHECK(analysis::recommended_gain("tanh", {}) == 5.0 / 3);
    CHECK(analysis::recommended_gain("relu", {}) == std::sqrt(2.0));
    CHECK(analysis::recommended_gain("selu", {}) == 0.75);
    CHECK(analysis::recommended_gain("silu", {}) == std::nullopt);
    const std::vector<formula::Binding> bindings{{"alpha", 0.01}};
    CHECK(*analysis::recommended_gain("leaky_relu", bindings) == Approx(std::sqrt(2 / 1.0001)).epsilon(1e-15));
}

TEST_CASE("signals: the edge, and what PyTorch's gain does in comparison") {
    const auto signals = [](std::string_view id, const Function& function, std::size_t nodes = 3) {
        return analysis::signals(id, {}, function.f, function.slope, function.splits, nodes);
    };
    // tanh with gain 5/3: gradients grow by 21% a layer in mean square (mpmath: "settles" in gaussian.txt).
    const auto tanh = signals("tanh", Function("tanh(x)"));
    REQUIRE(tanh.edge.points.size() == 1);
    CHECK(tanh.edge.points[0].weight_variance == Approx(1).epsilon(1e-13));
    CHECK(tanh.edge.points[0].bias_variance == 0);
    CHECK(tanh.edge.with_bias.size() == analysis::edge_lengths.size());
    REQUIRE(tanh.at_recommended);
    CHECK(*tanh.recommended_gain == 5.0 / 3);
    CHECK(tanh.at_recommended->fate == Propagation::Fate::settles);
    CHECK(tanh.at_recommended->length == Approx(1.1784804903859077).epsilon(1e-10));
    CHECK(tanh.at_recommended->chi.value == Approx(1.2098313203828286).epsilon(1e-10));
    // ReLU with gain sqrt(2) is on the edge, (2, 0).
    const auto relu = signals("relu", Function("relu(x)", {0}));
    REQUIRE(relu.edge.points.size() == 1);
    CHECK(relu.edge.points[0].weight_variance == Approx(2).epsilon(1e-13));
    CHECK(relu.edge.points[0].bias_variance == 0);
    REQUIRE(relu.at_recommended);
    CHECK(relu.at_recommended->fate == Propagation::Fate::kept);
    CHECK(relu.at_recommended->chi.value == Approx(1).epsilon(1e-12));
    // PyTorch recommends nothing for SiLU.
    const auto silu = signals("silu", Function("x*sigmoid(x)"));
    CHECK_FALSE(silu.recommended_gain);
    CHECK_FALSE(silu.at_recommended);
    CHECK_FALSE(silu.edge.points.empty());
    // Nothing is said of formulas whose averages would take long.
    const auto huge = signals("tanh", Function("tanh(x)"), 10000);
    CHECK(huge.edge.points.empty());
    CHECK_FALSE(huge.recommended_gain);
}
