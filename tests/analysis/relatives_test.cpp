#include "analysis/relatives.hpp"
#include "analysis/relatives_json.hpp"
#include "analysis/relatives_settings.hpp"
#include "analysis/relatives_text.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "oracle/lines.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

using namespace actlas;
using actlas::test::builtin;
using analysis::Comparison;
using analysis::Evidence;
using analysis::Relatives;
using analysis::SameAs;

namespace {

catalogue::Activation activation(const std::string& id, std::string_view formula) {
    catalogue::Activation result;
    result.id = id;
    result.name = id;
    result.source = std::string(formula);
    result.expr = formula::parse(formula);
    return result;
}

std::optional<analysis::Sameness> same(std::string_view f, std::string_view g) {
    return analysis::sameness(formula::parse(f), formula::parse(g));
}

const Comparison& comparison() {
    static const Comparison made(builtin().activations());
    return made;
}

/// "kind other" of all that are the same.
std::vector<std::string> found(const Relatives& relatives, SameAs::Kind kind) {
    std::vector<std::string> ids;
    for (const SameAs& same : relatives.same_as)
        if (same.kind == kind) ids.push_back(same.id);
    return ids;
}

bool has(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

TEST_CASE("the same function is known in another form, branch by branch") {
    for (const auto& [f, g] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"if(x > 0, x, exp(x) - 1)", "if(x >= 0, x, 2^(x/log(2)) - 1)"},
             {"max(x, 0)", "(x + abs(x))/2"},
             {"clamp(x, -1, 1)", "max(-1, min(1, x))"},
             {"clamp(x, -1, 1)", "(abs(x + 1) - abs(x - 1))/2"},
             {"x/(1 + abs(x))", "if(x > 0, x/(1 + x), x/(1 - x))"},
             {"max(x, 0.1*x)", "if(x > 0, x, x/10)"},
             {"if(x > 1/3, x, 0)", "if(3*x > 1, x, 0)"},
             {"sign(x)*log1p(abs(x))", "if(x > 0, log(1 + x), -log(1 - x))"},
         }) {
        INFO(f << " and " << g);
        const auto known = same(f, g);
        REQUIRE(known);
        CHECK(known->evidence == Evidence::exact);
        CHECK(known->bound == 0);
        CHECK(known->except.empty());
    }
}

TEST_CASE("a value that differs at one point is named") {
    const auto known = same("if(x >= 0, 1, 0)", "0.5 + 0.5*sign(x)");
    REQUIRE(known);
    CHECK(known->evidence == Evidence::exact);
    CHECK(known->except == std::vector<double>{0});
}

TEST_CASE("what algebra does not show is enclosed, with the bound") {
    const auto known = same("2*atan(tanh(x/2))", "atan(sinh(x))"); // both are the Gudermannian
    REQUIRE(known);
    CHECK(known->evidence == Evidence::proved);
    CHECK(known->bound > 0);
    CHECK(known->bound < 1e-6);
}

TEST_CASE("functions that are only near are not the same") {
    for (const auto& [f, g] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"x*normal_cdf(x)", "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))"},
             {"max(x, 0)", "clamp(x, 0, 6)"},
             {"max(x, 0.01*x)", "max(x, 0.010001*x)"},
             {"tanh(x)", "tanh(x) + 1e-8"},
             {"1.0507009873554805*x", "1.0507*x"},
             {"if(x > 0, x, 0)", "if(x > 0.001, x, 0)"},
             {"log(x)", "log(abs(x))"},
             {"x", "if(x < 20, x, 20)"},
         }) {
        INFO(f << " and " << g);
        CHECK_FALSE(same(f, g));
        CHECK_FALSE(analysis::exact_sameness(formula::parse(f), formula::parse(g)));
    }
}

TEST_CASE("a formula of the user's that the catalogue has is recognised") {
    for (const auto& [formula, id] : std::vector<std::pair<std::string_view, std::string>>{
             {"x*tanh(exp(x))", "tanhexp"},
             {"x*exp(-exp(-x))", "golu"},
             {"x/(1 + abs(x))", "softsign"},
             {"if(x >= 0, x, 2^(x/log(2)) - 1)", "elu"},
             {"if(x < 0, 0, x)", "relu"},
             {"x/(1 + exp(-x))", "silu"},
             {"log(1 + exp(x))", "softplus"},
             {"min(max(x, 0), 6)", "relu6"},
         }) {
        INFO(formula);
        const catalogue::Activation mine = activation("mine", formula);
        const std::vector<SameAs> twins = comparison().twins(mine);
        REQUIRE_FALSE(twins.empty());
        CHECK(std::any_of(twins.begin(), twins.end(), [&](const SameAs& twin) { return twin.id == id; }));
        const std::vector<SameAs> alone = analysis::twins(mine, builtin().activations());
        REQUIRE(alone.size() == twins.size());
        for (std::size_t i = 0; i < alone.size(); ++i)
            CHECK(alone[i].id == twins[i].id);
    }
    CHECK(comparison().twins(activation("mine", "x*sigmoid(1.01*x)")).empty());
    CHECK(comparison().twins(activation("mine", "exp(1e6*x^2)")).empty());
    CHECK(comparison().twins(activation("mine", "0/(x - x)")).empty());
}

TEST_CASE("GELU and its tanh form are relatives, not the same") {
    const Relatives relatives = comparison().relatives(*builtin().find("gelu"));
    CHECK_FALSE(has(found(relatives, SameAs::Kind::same), "gelu_tanh"));
    const auto& nearest = relatives.nearest;
    const auto near = std::find_if(nearest.begin(), nearest.end(), [](const auto& r) { return r.id == "gelu_tanh"; });
    REQUIRE(near != nearest.end());
    CHECK(near->gap == Approx(4.732355e-4).epsilon(1e-4)); // estimated, unless it is the nearest of all
}

TEST_CASE("functions that are scaled into each other are known") {
    const Relatives relatives = comparison().relatives(*builtin().find("tanh"));
    const auto sigmoid = std::find_if(relatives.same_as.begin(), relatives.same_as.end(), [](const SameAs& s) {
        return s.kind == SameAs::Kind::rescaled && s.id == "sigmoid";
    });
    REQUIRE(sigmoid != relatives.same_as.end());
    CHECK(sigmoid->output.value() == 2);
    CHECK(sigmoid->input == 2);
    CHECK(sigmoid->offset.value() == -1);
    CHECK(sigmoid->sameness.evidence == Evidence::exact);
    CHECK(formula::to_text(analysis::rescaling(*sigmoid)) == "f(x) = 2g(2x) − 1");
}

TEST_CASE("special cases are known from both sides") {
    const auto cases = [](const char* id, SameAs::Kind kind, const char* other) {
        const Relatives relatives = comparison().relatives(*builtin().find(id));
        const auto at = std::find_if(relatives.same_as.begin(), relatives.same_as.end(),
                                     [&](const SameAs& s) { return s.kind == kind && s.id == other; });
        return at != relatives.same_as.end() ? at->parameters : std::vector<analysis::Setting>{};
    };
    const auto leaky = cases("relu", SameAs::Kind::special_case, "leaky_relu");
    REQUIRE(leaky.size() == 1);
    CHECK(leaky[0].value == 0);
    const auto line = cases("leaky_relu", SameAs::Kind::general_case, "identity");
    REQUIRE(line.size() == 1);
    CHECK(line[0].value == 1);

    const Relatives aptx = comparison().relatives(activation("mine", "0.5*x*(1 + tanh(x))"));
    const auto swish = std::find_if(aptx.same_as.begin(), aptx.same_as.end(), [](const SameAs& s) {
        return s.kind == SameAs::Kind::special_case && s.id == "swish";
    });
    REQUIRE(swish != aptx.same_as.end());
    REQUIRE(swish->parameters.size() == 1);
    CHECK(swish->parameters[0].value == 2);
}

TEST_CASE("special cases are found at values that only the other formula writes") {
    const auto settings = [](const catalogue::Activation& of, SameAs::Kind kind, const std::string& other) {
        std::string text;
        const Relatives relatives = comparison().relatives(of);
        for (const SameAs& same : relatives.same_as) {
            if (same.kind != kind || same.id != other) continue;
            CHECK(same.sameness.evidence == Evidence::exact);
            for (const analysis::Setting& parameter : same.parameters)
                text += (text.empty() ? "" : ", ") + parameter.name + " = " + formula::to_source(parameter.exact);
        }
        return text;
    };
    using enum SameAs::Kind;
    CHECK(settings(*builtin().find("quick_gelu"), special_case, "swish") == "beta = 1.702");
    CHECK(settings(*builtin().find("swish"), general_case, "quick_gelu") == "beta = 1.702");
    CHECK(settings(activation("mine", "x/(1 + exp(-3.25*x))"), special_case, "swish") == "beta = 3.25");
    CHECK(settings(activation("mine", "if(x < 0, x/16, x)"), special_case, "leaky_relu") == "alpha = 1/16");
    CHECK(settings(activation("mine", "if(x < 0, 7*exp(x) - 7, x)"), special_case, "elu") == "alpha = 7");
    CHECK(settings(activation("mine", "x*sigmoid(1.7021*x)"), special_case, "quick_gelu").empty());
    // Leaky ReLU and PReLU are each other's special cases; once is enough.
    CHECK(settings(*builtin().find("leaky_relu"), special_case, "prelu") == "alpha = 0.01");
    CHECK(settings(*builtin().find("leaky_relu"), general_case, "prelu").empty());
}

TEST_CASE("values that a formula writes are those of its largest parts without x") {
    const auto written = [](std::string_view formula) {
        std::vector<double> values;
        for (const analysis::Constant& constant : analysis::constants_of(formula::parse(formula)).written)
            values.push_back(constant.value);
        return values;
    };
    CHECK(written("x*sigmoid(1.702*x)") == std::vector<double>{1.702});
    CHECK(written("x/(3 + 4) + 0.25*sin(x - 0.25)") == std::vector<double>{7, 0.25, -0.25});
    CHECK(written("2*x + 1").empty()); // tried in any case
}

TEST_CASE("gaps and averages are those of an independent computation") {
    for (const auto& line : oracle::lines("relatives.txt")) {
        INFO(line[0] << " and " << line[1]);
        const Comparison other({activation("other", line[1])});
        const Relatives relatives = other.relatives(activation("mine", line[0]));
        REQUIRE(relatives.nearest.size() == 1);
        const analysis::Relative& relative = relatives.nearest.front();
        const double gap = std::stod(line[2]);
        // The table's grid may miss the top by the square of its step.
        CHECK(relative.gap == Approx(gap).epsilon(1e-8));
        CHECK(std::fabs(relative.at) == Approx(std::fabs(std::stod(line[3]))).margin(1e-3));
        CHECK(relative.gaussian == Approx(std::stod(line[4])).epsilon(2e-3));
        if (relative.evidence != Evidence::proved) continue;
        CHECK(relative.low <= gap * (1 + 1e-8));
        CHECK(relative.high >= gap * (1 - 1e-10)); // twelve digits
    }
}

TEST_CASE("of every activation three to five relatives are known, in order, and never itself or its twin") {
    for (const catalogue::Activation& each : builtin().activations()) {
        INFO(each.id);
        const Relatives relatives = comparison().relatives(each);
        const auto twins = found(relatives, SameAs::Kind::same);
        if (relatives.nearest.empty()) continue; // it has no value in places
        CHECK(relatives.nearest.size() >= 3);
        CHECK(relatives.nearest.size() <= 5);
        double last = 0;
        for (const analysis::Relative& relative : relatives.nearest) {
            CHECK(relative.id != each.id);
            CHECK_FALSE(has(twins, relative.id));
            CHECK(relative.gap >= last);
            CHECK(relative.gaussian >= 0);
            CHECK(std::fabs(relative.at) <= analysis::relatives_reach);
            last = relative.gap;
        }
    }
}

TEST_CASE("the number of threads changes nothing, nor do activations of the user's own") {
    std::vector<catalogue::Activation> more = builtin().activations();
    more.push_back(activation("mine", "x*sigmoid(x)"));
    more.back().user_defined = true;
    const Comparison again(more, 3);
    for (const char* id : {"silu", "relu", "hard_swish", "sinc"}) {
        const Relatives one = comparison().relatives(*builtin().find(id));
        const Relatives other = again.relatives(*builtin().find(id));
        CHECK(analysis::same_as_json(one.same_as) == analysis::same_as_json(other.same_as));
        CHECK(analysis::nearest_json(one.nearest) == analysis::nearest_json(other.nearest));
    }
}

TEST_CASE("the JSON of relatives") {
    const Comparison other({activation("other", "softplus(x)"), activation("twin", "max(x, 0)")});
    const Relatives relatives = other.relatives(activation("mine", "relu(x)"));
    const auto same_as = analysis::same_as_json(relatives.same_as);
    REQUIRE(same_as.size() == 1);
    CHECK(same_as[0].dump() == R"({"id":"twin","name":"twin","kind":"same","evidence":"exact"})");
    const auto nearest = analysis::nearest_json(relatives.nearest);
    REQUIRE(nearest.size() == 1);
    CHECK(nearest[0]["id"] == "other");
    CHECK(nearest[0]["largest_gap"]["evidence"] == "proved");
    CHECK(nearest[0]["largest_gap"]["at"] == nlohmann::ordered_json::array({0}));
    CHECK(nearest[0]["largest_gap"]["enclosure"][0].get<double>() <= std::log(2));
    CHECK(nearest[0]["largest_gap"]["enclosure"][1].get<double>() >= std::log(2));
    CHECK(nearest[0]["gaussian_distance"]["evidence"] == "estimated");
}
