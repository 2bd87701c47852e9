// Sign charts, and the comparison of growth where enclosures underflow.

#include "analysis/properties_chart.hpp"
#include "analysis/properties_growth.hpp"
#include "analysis/properties_landscape.hpp"
#include "analysis/properties_size.hpp"
#include "base/infinity.hpp"
#include "formula/evaluator.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <random>

using namespace actlas;
using namespace actlas::analysis;

namespace {

SignChart chart(const char* text, std::size_t evaluations = 1500) {
    return sign_chart(formula::parse(text), -infinity, infinity, {.evaluations = evaluations});
}

} // namespace

TEST_CASE("charts from the form of a formula alone") {
    const SignChart cubic = chart("-x^3*exp(x)", 0);
    CHECK(cubic.known());
    CHECK(cubic.symbolic);
    REQUIRE(cubic.spots.size() == 1);
    CHECK(cubic.spots[0].place == Box(0));
    CHECK(cubic.signs == std::vector<int>{1, -1});

    CHECK(chart("tanh(x)*x", 0).signs == std::vector<int>{1, 1});
    CHECK(chart("sigmoid(x)*sech(x)/(1 + x^2)", 0).signs == std::vector<int>{1});
    // A divisor's zero is no zero of the quotient.
    REQUIRE(chart("1/x", 0).spots.size() == 1);
    CHECK_FALSE(chart("1/x", 0).spots[0].zero);
    CHECK(chart("2 - x*tanh(x/2)", 0).signs == std::vector<int>{unknown_sign});
}

TEST_CASE("charts by search hold the zeros") {
    const SignChart silu = chart("sigmoid(x)*sigmoid(-x)*(2 - x*tanh(x/2))");
    CHECK(silu.known());
    REQUIRE(silu.spots.size() == 2);
    CHECK(silu.spots[1].place.low() == Approx(2.39935728051546766).epsilon(1e-15)); // mpmath
    CHECK(silu.signs == std::vector<int>{-1, 1, -1});
    // A tail that underflows has no zeros.
    CHECK(chart("normal_cdf(x) + x*normal_pdf(x)").known());
    CHECK(chart("normal_cdf(x) + x*normal_pdf(x)").spots.size() == 1);
    // Zeros without end.
    CHECK_FALSE(chart("sin(x)").known());
    CHECK(chart("sin(x)").endless);
}

TEST_CASE("the product of charts") {
    const SignChart both = product(chart("x - 1", 1500), chart("x*(x - 1)"));
    REQUIRE(both.spots.size() == 2);
    CHECK(both.signs == std::vector<int>{-1, 1, 1});
    CHECK(product(constant_chart(-1, 1, 0), constant_chart(-1, 1, unknown_sign)).signs == std::vector<int>{0});
}

TEST_CASE("growth tells the sign where doubles underflow") {
    const Box far(-1e30, -1000);
    const auto sign = [&](const char* text, const Box& box) { return sign_by_growth(formula::parse(text), box); };
    CHECK(sign("normal_cdf(x) + x*normal_pdf(x)", far) == -1);
    CHECK(sign("tanh(x*normal_cdf(x))", far) == -1);
    CHECK(sign("exp(x) - exp(2*x)", far) == 1);
    CHECK(sign("sigmoid(x) - exp(x)*(1 + x^2)", far) == -1);
    CHECK(sign("erfc(-x) + x*exp(-x^2)", far) == -1);
    CHECK(sign("softplus(x) + x*sech(x)", far) == -1);
    CHECK(sign("log1p(exp(x)) - 3*expm1(exp(x))", far) == -1);
    CHECK(sign("exp(x)*x^3 - exp(x)*x^2", far) == -1);
    // Not to be told: equal leading terms.
    CHECK(sign("exp(x) - sigmoid(x)", far) == unknown_sign);
    CHECK(sign("x", Box(-1, 1)) == unknown_sign);
}

TEST_CASE("growth never contradicts the value, where that is a double") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    const char* texts[] = {"normal_cdf(x) + x*normal_pdf(x)",
                           "2*normal_cdf(x) + 2*x*normal_pdf(x) + x*normal_pdf(x)*(2 - x^2)",
                           "tanh(x*normal_cdf(x)) + x*normal_pdf(x)",
                           "sech(x)^2*(1 + x) + sigmoid(2*x)",
                           "softplus(x) - sigmoid(x)*(1 - x)",
                           "erfc(x) - exp(-x^2)/(1 + x^2)",
                           "atan(exp(x)) - 2*asinh(exp(x))/x",
                           "log_sigmoid(x) + exp(x)",
                           "sqrt1pm1(exp(x)) - exp(x)/3"};
    int decided = 0;
    for (int i = 0; i < 2000; ++i) {
        const double x =
            std::ldexp(1.0 + 1e-4 * static_cast<double>(random() % 10000), static_cast<int>(random() % 6)) *
            (random() % 2 == 0 ? 1 : -1);
        const formula::Expr expr = formula::parse(texts[random() % std::size(texts)]);
        const double value = formula::Evaluator(expr)(x);
        const int sign = sign_by_growth(expr, Box(x, std::nextafter(x, infinity)));
        if (sign == unknown_sign || std::fabs(value) < 1e-300) continue;
        ++decided;
        INFO("x = " << x);
        CHECK(sign * value > 0);
    }
    CHECK(decided > 500);
}

TEST_CASE("levels of a landscape") {
    const Stretch stretch({formula::parse("x*sigmoid(x)"), std::nullopt, std::nullopt});
    const SignChart bend = sign_chart(stretch.derivative(2), -infinity, infinity);
    const Landscape slope = landscape(graph_of(stretch, 1), bend);
    CHECK(slope.known());
    CHECK(slope.trends == std::vector<int>{-1, 1, -1});
    // f' = 1 is met once, between the minimum and the maximum; the tail above 1 never comes down to it.
    const SignChart one = level_chart(slope, 1);
    CHECK(one.known());
    REQUIRE(one.spots.size() == 1);
    CHECK(one.spots[0].place.middle() == Approx(1.27846454276107380).epsilon(1e-15)); // mpmath: f' = 1 where f'(-x) = 0
    CHECK(one.signs == std::vector<int>{-1, 1});
    CHECK(level_chart(slope, 2).signs == std::vector<int>{-1});
}

TEST_CASE("the size of a derivative is not underestimated for products") {
    std::string text = "x";
    for (int i = 0; i < 300; ++i)
        text += "*tanh(x + " + std::to_string(i) + ")";
    CHECK(derivative_size(formula::parse(text)) > 90'000);
    CHECK(derivative_size(formula::parse("x*sigmoid(x)")) < 40);
    CHECK(evaluations_for(formula::parse("x"), 600) == 600);
    CHECK(evaluations_for(formula::parse(text), 600) < 200);
}
