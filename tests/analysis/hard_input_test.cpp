// Formulas that are undefined somewhere, oscillate without end, or are very long: an honest study in bounded time.

#include "analysis/properties.hpp"
#include "analysis/study.hpp"
#include "base/diagnostic.hpp"
#include "base/infinity.hpp"
#include "falsifier.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <ctime>
#include <string>

using namespace actlas;
using namespace actlas::analysis;

namespace {

Properties of(const std::string& text) {
    return properties(formula::parse(text));
}

catalogue::Activation activation_of(const std::string& text) {
    catalogue::Activation activation;
    activation.id = "formula";
    activation.source = text;
    activation.expr = formula::parse(text);
    return activation;
}

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int k = 0; k < times; ++k)
        result += text;
    return result;
}

/// `part` for k = 0, 1, ..., with %k replaced.
std::string joined(const std::string& part, const std::string& separator, int count) {
    std::string result;
    for (int k = 0; k < count; ++k) {
        std::string next = part;
        for (std::size_t at = next.find('%'); at != std::string::npos; at = next.find('%'))
            next.replace(at, 1, std::to_string(k));
        result += (k == 0 ? "" : separator) + next;
    }
    return result;
}

std::string nested_choices(int count) {
    std::string result = "x";
    for (int k = 0; k < count; ++k)
        result = "if(x < " + std::to_string(k - 30) + ", " + result + ", " + std::to_string(k) + "*x)";
    return result;
}

} // namespace

TEST_CASE("nothing false is said of formulas with holes, poles and endless branches") {
    for (const char* text : {"log(x)",       "1/x",           "sqrt(x)",        "tan(x)",
                             "floor(x)",     "x - floor(x)",  "sin(x)",         "sin(x^2)",
                             "sin(1/x)",     "x*sin(1/x)",    "exp(exp(x))",    "x^1000",
                             "2.5",          "0*x",           "abs(x)^0.5",     "log(tan(x))",
                             "sqrt(sin(x))", "1/sin(x)",      "1/(x^2 - 1)",    "x/(x^2 + 1e-6)",
                             "log(abs(x))",  "sqrt(x^2 - 4)", "1/log(x)",       "atan(1/x)",
                             "exp(-1/x^2)",  "tanh(100*x)",   "max(sin(x), 0)", "1e-300*x",
                             "1e300*x^3"}) {
        INFO(text);
        const formula::Expr expr = formula::parse(text);
        for (const std::string& statement : test::falsified(expr, properties(expr))) {
            INFO(statement);
            CHECK(statement.empty());
        }
    }
}

TEST_CASE("poles are neither zeros nor extrema nor inflections") {
    const auto reciprocal = of("1/x");
    CHECK(reciprocal.zeros.points.empty());
    CHECK(reciprocal.extrema.empty());
    CHECK(reciprocal.inflections.empty());
    CHECK(reciprocal.parity.value == Parity::odd);
    CHECK(reciprocal.parity.evidence <= Evidence::exact);
    CHECK(reciprocal.monotonicity.value == Monotonicity::none); // falls on both sides, rises over the pole
    CHECK(reciprocal.supremum.value == infinity);
    CHECK(reciprocal.lipschitz.value == infinity);

    const auto square = of("1/x^2");
    CHECK(square.extrema.empty());
    CHECK(square.parity.value == Parity::even);
    CHECK(square.infimum.value == 0);
    CHECK(square.infimum.attained == false);

    const auto tangent = of("tan(x)"); // zeros k pi, f' >= 1
    CHECK(tangent.extrema.empty());
    for (const double x : tangent.zeros.points)
        CHECK(std::fabs(std::remainder(x, std::acos(-1.0))) < 1e-12);
    CHECK(tangent.zeros.evidence == Evidence::undecided);
    CHECK(tangent.monotonicity.evidence == Evidence::undecided);
}

TEST_CASE("the steps of floor are dead near 0") {
    const auto steps = of("floor(x)");
    REQUIRE(steps.dead_intervals.size() == 20);
    CHECK(steps.dead_intervals.front().low == -10);
    CHECK(steps.dead_intervals.front().high == -9);
    CHECK(of("x - floor(x)").dead_intervals.empty());
}

TEST_CASE("a formula with a value on no interval has no study") {
    for (const char* text : {"sqrt(-1 - x^2)", "sqrt(-x^2)", "log(-abs(x))"}) {
        INFO(text);
        CHECK_THROWS_WITH(of(text), "the formula has a value on no interval");
    }
}

TEST_CASE("towers of exponentials are refused with a reason, and lower ones studied") {
    CHECK_THROWS_WITH(study(activation_of("x^x^x^x^x^x^x^x"), Scope::properties),
                      "\"formula\" nests 7 exponentials one inside the other; at most 6 are studied");
    CHECK_NOTHROW(study(activation_of("exp(-exp(-exp(x)))"), Scope::properties));
}

TEST_CASE("a study of a huge formula takes bounded time") {
    constexpr double most = 5; // seconds of CPU; what was without bound took more than 10
    for (const std::string& text :
         {nested_choices(60), joined("sin(%*x)", " + ", 2000), joined("tanh(x - %)", " + ", 2000),
          joined("relu(x - %)", " + ", 2000), joined("(x - %)", "*", 300), joined("tanh(x - %)", "*", 300),
          joined("sigmoid(x)", "*", 300), repeated("tanh(", 100) + "x" + repeated(")", 100),
          repeated("exp(", 100) + "x" + repeated(")", 100), repeated("x^(", 50) + "x" + repeated(")", 50),
          joined("floor(%*x)", " + ", 30), joined("%*x^%", " - ", 60)}) {
        INFO(text.substr(0, 60));
        const std::clock_t start = std::clock();
        try {
            study(activation_of(text));
        } catch (const InputError& error) {
            const std::string message = error.what();
            INFO(message);
            CHECK(
                (message.find("at most") != std::string::npos || message == "the formula has a value on no interval"));
        }
        CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < most);
    }
}
