// Formulas of vectors: what can be read, what is refused, and that a formula written as in a textbook is evaluated as
// numerical analysts would.

#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "formula/vector_evaluator.hpp"
#include "formula/vector_stable.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

namespace actlas::formula {

namespace {

std::string refusal_of(const std::string& text, const std::vector<std::string>& parameters = {}) {
    try {
        VectorFormula::parse(text, parameters);
    } catch (const ParseError& error) {
        return error.what();
    }
    return "";
}

std::vector<double> value(const std::string& text, const std::vector<double>& x) {
    return VectorEvaluator(VectorFormula::parse(text))(x);
}

std::string stable(const std::string& text, StableForm form = StableForm::evaluated) {
    return to_source(stable_form(VectorFormula::parse(text).expr(), form));
}

} // namespace

TEST_CASE("the size of a vector formula's value follows from the formula") {
    using Size = VectorFormula::Size;
    CHECK(VectorFormula::parse("exp(x)/sum(exp(x))").size() == Size::same);
    CHECK(VectorFormula::parse("a*sigmoid(b)").size() == Size::half);
    CHECK(VectorFormula::parse("concat(relu(x), relu(-x))").size() == Size::twice);
    CHECK(VectorFormula::parse("concat(a, b)").size() == Size::same);
    CHECK(VectorFormula::parse("log(sum(exp(x)))").size() == Size::one);
    CHECK(VectorFormula::parse("x*max(x)").outputs(5) == 5);
}

TEST_CASE("vector formulas that make no sense are refused in words") {
    CHECK(refusal_of("a + x") == "vectors of different lengths meet in the formula");
    CHECK(refusal_of("sum(3)") == "\"sum\" takes a vector, not a number");
    CHECK(refusal_of("sum(max(x))*x") == "\"sum\" takes a vector, not a number");
    CHECK(refusal_of("top(x, sum(x))") == "the last argument of \"top\" may not depend on x");
    CHECK(refusal_of("2 + 3") == "the formula does not depend on x");
    CHECK(refusal_of("softmx(x)") == "unknown function \"softmx\"");
    CHECK(refusal_of("spread(x, 0, x)") == "unknown function \"spread\"");
    CHECK(refusal_of("concat(concat(x, x), x)") == "vectors of different lengths meet in the formula");
    CHECK_THROWS_AS(parse("sum(x)"), ParseError); // no word of the scalar language
}

TEST_CASE("how many components a vector formula takes") {
    CHECK(VectorFormula::parse("a*b").refusal(4).empty());
    CHECK_FALSE(VectorFormula::parse("a*b").refusal(3).empty());
    CHECK_FALSE(VectorFormula::parse("x").refusal(0).empty());
    CHECK(VectorFormula::parse("sort_groups(x, 3)").refusal(6).empty());
    CHECK_FALSE(VectorFormula::parse("sort_groups(x, 3)").refusal(4).empty());
}

TEST_CASE("textbook formulas are rewritten to stable ones") {
    CHECK(stable("exp(x)/sum(exp(x))") == "softmax(x)");
    CHECK(stable("exp(x/2)/sum(exp(x/2))") == "softmax(x/2)");
    CHECK(stable("exp(x)/(1 + sum(exp(x)))") == "softmax_plus(x, 1)");
    CHECK(stable("log(sum(exp(x)))") == "log_sum_exp(x)");
    CHECK(stable("x - log(sum(exp(x)))") == "log_softmax(x)");
    CHECK(stable("x^2/sum(x^2)", StableForm::printed) == "x^2/sum(x^2)");
    CHECK(stable("x^2/sum(x^2)") == "share(x^2)");
    // Another vector above than below is another function.
    CHECK(stable("exp(x)/sum(exp(2*x))") == "exp(x)/sum(exp(2*x))");
}

TEST_CASE("a vector formula that no rule rewrites does not overflow either") {
    const std::vector<double> y = value("exp(2*x)/sum(exp(x)^2)", {800, 800, -800});
    CHECK(y[0] == Approx(0.5).epsilon(1e-12));
    CHECK(y[1] == Approx(0.5).epsilon(1e-12));
    CHECK(y[2] == 0);
}

TEST_CASE("ties, and vectors that hold no number") {
    CHECK(value("one_hot_argmax(x)", {1, 3, 3}) == std::vector<double>{0, 1, 0});
    CHECK(value("x*top(x, 2)", {3, 3, 3}) == std::vector<double>{3, 3, 0});
    CHECK(value("sort_groups(x, 2)", {2, 1, 3, 4}) == std::vector<double>{1, 2, 3, 4});
    CHECK(value("parity*x", {5, 6, 7}) == std::vector<double>{5, 0, 7});
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double component : value("exp(x)/sum(exp(x))", {1, nan}))
        CHECK(std::isnan(component));
}

TEST_CASE("the Jacobian of softmax keeps its relative accuracy where one component takes all") {
    const VectorEvaluator softmax(VectorFormula::parse("exp(x)/sum(exp(x))"));
    const Jacobian jacobian = softmax.jacobian(std::vector<double>{100, 0});
    // y(1 - y) with 1 - y = exp(-100) to double precision; 1 - y as doubles would give 0.
    CHECK(jacobian(0, 0) == Approx(std::exp(-100.0)).epsilon(1e-13));
    CHECK(jacobian(0, 1) == Approx(-std::exp(-100.0)).epsilon(1e-13));
}

} // namespace actlas::formula
