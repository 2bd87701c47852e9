#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/open_evaluator.hpp"
#include "formula/parser.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace actlas;
using namespace actlas::formula;

namespace {

double value(const std::string& formula, double x) {
    return Evaluator(parse(formula))(x);
}

/// The error of a formula at x in ulps of the exact value, given as the nearest double.
double error(const std::string& formula, double x, double exact) {
    return oracle::error_in_ulps(value(formula, x), {exact, 0});
}

bool same_bits(double a, double b) {
    return a == b ? std::signbit(a) == std::signbit(b) : std::isnan(a) && std::isnan(b);
}

/// Random formulas from a random source that gives the same numbers everywhere.
class Formulas {
public:
    explicit Formulas(unsigned seed) : random_(seed) {}

    Expr next(int depth) {
        if (depth == 0) return leaf();
        switch (pick(9)) {
        case 0:
            return Expr::add({next(depth - 1), next(depth - 1), leaf()});
        case 1:
            return Expr::multiply({next(depth - 1), next(depth - 1)});
        case 2:
            return Expr::divide(next(depth - 1), next(depth - 1));
        case 3:
            return Expr::power(next(depth - 1), Expr::number(static_cast<double>(pick(9)) - 4));
        case 4:
            return Expr::negate(next(depth - 1));
        case 5:
            return Expr::choice(Relation::less, next(depth - 1), leaf(), next(depth - 1), next(depth - 1));
        case 6:
            return Expr::call("clamp", {next(depth - 1), Expr::number(-1), Expr::number(2)});
        default:
            return Expr::call(unary(), {next(depth - 1)});
        }
    }

    std::size_t pick(std::size_t count) { return random_() % count; }

private:
    Expr leaf() {
        if (pick(2) == 0) return Expr::variable();
        return Expr::number((static_cast<double>(pick(4001)) - 2000) / 64);
    }

    const char* unary() {
        constexpr const char* names[] = {"exp",  "tanh",  "sigmoid", "softplus", "normal_pdf", "normal_cdf",
                                         "sech", "abs",   "sqrt",    "sin",      "log1p",      "relu",
                                         "erf",  "expm1", "sinh",    "floor",    "sqrt1pm1"};
        return names[pick(std::size(names))];
    }

    std::mt19937 random_;
};

const std::vector<double>& sample_points() {
    static const std::vector<double> points = [] {
        std::vector<double> x{0.0,
                              -0.0,
                              1e-300,
                              -1e-300,
                              5e-324,
                              745,
                              -745,
                              1e6,
                              -1e6,
                              1e300,
                              infinity,
                              -infinity,
                              std::numeric_limits<double>::quiet_NaN()};
        for (int i = -400; i <= 400; ++i)
            x.push_back(i / 16.0 + 0.01);
        for (int i = -75; i <= 75; ++i)
            x.push_back(i * 9.9);
        return x;
    }();
    return points;
}

} // namespace

TEST_CASE("arithmetic, constants and parameters") {
    CHECK(value("1 + 2*x - x/4", 3) == 6.25);
    CHECK(value("-x^2", 3) == -9);
    CHECK(value("2^x^2", 3) == 512);
    CHECK(value("x^-2", 4) == 0.0625);
    CHECK(value("x^0.5", 9) == 3);
    CHECK(value("x^3", -2) == -8);
    CHECK(value("x^4", -2) == 16);
    CHECK(value("x^7", -2) == -128);
    CHECK(value("pi*e", 0) == 3.141592653589793 * 2.718281828459045);
    CHECK(value("x", 0.1) == 0.1);
    CHECK(value("3", 0.1) == 3);
    const std::vector<std::string> names{"alpha"};
    const std::vector<Binding> bindings{{"beta", 7}, {"alpha", 0.5}};
    CHECK(Evaluator(parse("alpha*x", names), bindings)(3) == 1.5);
    CHECK_THROWS_WITH(Evaluator(parse("alpha*x", names)), Catch::Contains("alpha"));
}

TEST_CASE("only the chosen branch of an if counts") {
    CHECK(value("if(x > 0, log(x), 7)", -1) == 7);
    CHECK(value("if(x > 0, x, expm1(x))", 1000) == 1000);
    CHECK(value("if(x < 0, 1, 2)", 0) == 2);
    CHECK(value("if(x <= 0, 1, 2)", 0) == 1);
    CHECK(value("if(x > 0, 1, 2)", 0) == 2);
    CHECK(value("if(x >= 0, 1, 2)", 0) == 1);
    CHECK(std::isnan(value("if(log(x) < 0, 1, 2)", -1)));
    CHECK(std::isnan(value("if(x < 0, 1, 2)", std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("poles and points outside the domain") {
    CHECK(value("1/x", 0.0) == infinity);
    CHECK(value("log(x)", 0) == -infinity);
    CHECK(std::isnan(value("sqrt(x)", -1)));
    CHECK(std::isnan(value("x/x", 0)));
    CHECK(value("exp(x)", 710) == infinity);
    CHECK(value("exp(x)", -746) == 0);
}

TEST_CASE("intermediate values neither overflow nor underflow") {
    // mpmath, 60 digits, for the doubles as they are
    CHECK(error("x*sigmoid(x)", -740, -3.099667511235556e-319) <= 1);
    CHECK(error("x*normal_cdf(x)", -38.4, -2.5350143440614788e-321) <= 1);
    CHECK(error("x*normal_cdf(x)", -38, -1.0964627768261380e-314) <= 1);
    CHECK(value("exp(x)/exp(x - 1)", 1000) == Approx(2.718281828459045).epsilon(1e-15));
    CHECK(value("x/sqrt(1 + x^2)", 1e200) == 1);
    CHECK(value("x^2/x", 1e-300) == 1e-300);
    CHECK(value("exp(-x)*exp(x)", 800) == Approx(1).epsilon(1e-12));
    CHECK(value("log(exp(x))", -2000) == Approx(-2000).epsilon(1e-15));
    CHECK(value("sqrt(exp(x))", -1400) == Approx(9.859676543759771e-305).epsilon(1e-12));
    CHECK(value("1e200*tanh(x*1e-200*1e-200)", 2) == Approx(2e-200).epsilon(1e-15));
}

TEST_CASE("the tails that textbook formulas lose") {
    CHECK(error("sigmoid(x)", -740, 4.188739880048049e-322) <= 1);
    CHECK(error("sech(x)^2", 40, 7.219405551381661e-35) <= 4);
    CHECK(error("x*normal_cdf(x)", -30, -1.4720141781444561e-196) <= 5);
}

TEST_CASE("the exponential of a product does not amplify the product's rounding") {
    // mpmath, for the double 25.1
    const double square = 0x1.100b510df19d7p-909;
    for (const char* formula : {"exp(-x^2)", "exp(-(x*x))", "exp(-(2*x^2)/2)", "exp(-0.5*x^2*2)", "exp(x*(-x))"}) {
        INFO(formula);
        CHECK(error(formula, 25.1, square) <= 2);
    }
}

TEST_CASE("an array gives the same doubles as its points one by one") {
    constexpr unsigned seed = 20240501;
    INFO("seed " << seed);
    Formulas formulas(seed);
    const std::vector<double>& x = sample_points();
    for (int i = 0; i < 300; ++i) {
        const Evaluator f(formulas.next(4));
        std::vector<double> y(x.size());
        f(x, y);
        for (std::size_t k = 0; k < x.size(); ++k) {
            if (same_bits(y[k], f(x[k]))) continue;
            INFO("formula " << i << " at x = " << x[k] << ": array " << y[k] << ", alone " << f(x[k]));
            CHECK(false);
        }
        std::vector<double> in_place = x;
        f(in_place, in_place);
        for (std::size_t k = 0; k < x.size(); ++k) {
            if (!same_bits(in_place[k], y[k])) CHECK(in_place[k] == y[k]);
        }
    }
}

TEST_CASE("sharing subexpressions does not change values") {
    // The same tree built with every node its own, and with all equal subtrees shared by construction.
    const Expr shared = Expr::call("tanh", {Expr::multiply({Expr::number(0.3), Expr::variable()})});
    const Expr once = Expr::multiply({shared, Expr::add({shared, Expr::call("exp", {shared})})});
    const Expr apart = parse("tanh(0.3*x)*(tanh(0.3*x) + exp(tanh(0.3*x)))");
    for (const double x : sample_points()) {
        if (!same_bits(Evaluator(once)(x), Evaluator(apart)(x))) CHECK(Evaluator(once)(x) == Evaluator(apart)(x));
    }
}

TEST_CASE("long formulas") {
    SECTION("a sum of twenty thousand different terms") {
        std::vector<Expr> terms;
        for (int i = 1; i <= 20'000; ++i)
            terms.push_back(Expr::multiply({Expr::number(i), Expr::variable()}));
        const Evaluator f(Expr::add(std::move(terms)));
        CHECK(f(1) == 200'010'000.0);
        std::vector<double> x{1, 2};
        f(x, x);
        CHECK(x[1] == 400'020'000.0);
    }
    SECTION("a chain of ten thousand steps") {
        Expr chain = Expr::variable();
        for (int i = 0; i < 10'000; ++i)
            chain = Expr::negate(Expr::add({chain, Expr::number(1)}));
        CHECK(Evaluator(chain)(5) == 5);
    }
    SECTION("more values alive at once than the stack has room for") {
        // Sums are read from the left, so the innermost sum comes last: every term waits for it.
        Expr expr = Expr::variable();
        for (int i = 0; i < 100; ++i) {
            const Expr term = Expr::add({Expr::variable(), Expr::number(i)});
            expr = Expr::add({Expr::call("sqrt", {Expr::multiply({term, term})}), expr});
        }
        const Evaluator f(expr);
        CHECK(f(1) == 5051);
        std::vector<double> x{1};
        f(x, x);
        CHECK(x[0] == 5051);
    }
}

TEST_CASE("no points") {
    const Evaluator f(parse("x^2"));
    std::vector<double> none;
    f(none, none);
    CHECK(none.empty());
}

TEST_CASE("the slope of a tanh of an exponential has a value however far out") {
    const Expr slope = derivative(parse("x*tanh(exp(x))"));
    const Evaluator at(slope);
    // By mpmath, with 40 digits.
    CHECK(at(-3) == Approx(-0.09924561412512731).epsilon(1e-15));
    CHECK(at(0.5) == Approx(1.0420726246867235).epsilon(1e-15));
    CHECK(at(1.5) == Approx(1.0031854143005971).epsilon(1e-15));
    CHECK(at(3) - 1 == Approx(8.5579e-16).margin(2.3e-16));
    for (const double x : {20.0, 800.0, 1e4, 1e20, 1e100, 1e300})
        CHECK(at(x) == 1);
    for (const double x : {-800.0, -1e20, -1e300})
        CHECK(at(x) == 0);
}

TEST_CASE("parameters may be left open") {
    const std::vector<std::string> names{"a", "b"};
    const OpenEvaluator open(parse("a*x*sigmoid(b*x) + exp(a*x)/exp(a*x + 1) + b", names), names);
    for (const double a : {0.5, -3.0, 800.0})
        for (const double b : {0.0, 2.5})
            for (const double x : {-2.0, 0.25, 7.0}) {
                const std::vector<double> values{a, b};
                const double expected = a * x / (1 + std::exp(-b * x)) + std::exp(-1.0) + b;
                CHECK(open(x, values) == Approx(expected).epsilon(1e-13));
            }
    CHECK(OpenEvaluator(parse("b", names), names)(1, std::vector<double>{3, 4}) == 4);
    CHECK(OpenEvaluator(parse("x", names), names)(1, std::vector<double>{3, 4}) == 1);
    CHECK_THROWS_AS(OpenEvaluator(parse("a + b", names), std::vector<std::string>{"a"}), std::invalid_argument);
}
