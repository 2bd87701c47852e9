// Kinks, smoothness, shape, solutions and tails of formulas whose properties are known by hand; formulas that are hard.

#include "analysis/properties.hpp"
#include "base/diagnostic.hpp"
#include "base/infinity.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <string>

using namespace actlas;
using namespace actlas::analysis;

namespace {

Properties of(const std::string& text) {
    return properties(formula::parse(text));
}

void check_intervals(const std::vector<analysis::Interval>& found,
                     const std::vector<std::pair<double, double>>& expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].low == expected[i].first);
        CHECK(found[i].high == expected[i].second);
    }
}

int continuity(const std::string& text) {
    const auto found = of(text).continuity;
    REQUIRE(found.evidence <= Evidence::exact);
    return found.value.infinite ? 99 : found.value.order;
}

} // namespace

TEST_CASE("the order at which a derivative first jumps") {
    CHECK(continuity("if(x >= 0, 1, 0)") == -1);
    CHECK(continuity("max(x, 0)") == 0);
    CHECK(continuity("if(x > 0, x, expm1(x))") == 1);
    CHECK(continuity("if(x > 0, 1.05*x, 1.05*1.67*expm1(x))") == 0);
    CHECK(continuity("if(x > 0, x, 2*expm1(x/2))") == 1);
    CHECK(continuity("if(x > 0, x, x/sqrt(1 + x^2))") == 2);
    CHECK(continuity("x/(1 + abs(x))") == 1);
    CHECK(continuity("relu(x)^2") == 1);
    CHECK(continuity("relu(x)^5") == 4);
    CHECK(continuity("x*abs(x)^3") == 3);
    CHECK(continuity("tanh(x)") == 99);
    // Two forms of one function, and a break that is none.
    CHECK(continuity("if(x < 0, 4/(2*(sqrt(x^2 + 4) - x)), (x + sqrt(x^2 + 4))/2)") == 99);
    CHECK(continuity("abs(x)*abs(x)") == 99);
    CHECK(continuity("sqrt(abs(x))") == 0);
    // Softplus less a constant, by a form of its own on either side.
    CHECK(continuity("if(x > 0, x + log1p(expm1(-x)/2), log1p(expm1(x)/2))") == 99);
    // A point that lies off the curve.
    CHECK(continuity("if(x <= 0, if(x >= 0, 5, 0), 0)") == -1);
}

TEST_CASE("kinks have the one-sided limits of the derivative that jumps") {
    const auto selu = of("if(x > 0, 1.05*x, 1.75*expm1(x))");
    REQUIRE(selu.kinks.size() == 1);
    CHECK(selu.kinks[0].x == 0);
    CHECK(selu.kinks[0].order == 1);
    CHECK(selu.kinks[0].left == 1.75);
    CHECK(selu.kinks[0].right == 1.05);

    const auto isrlu = of("if(x > 0, x, x/sqrt(1 + x^2))");
    REQUIRE(isrlu.kinks.size() == 1);
    CHECK(isrlu.kinks[0].order == 3);
    CHECK(isrlu.kinks[0].left == -3); // 3(4x^2 - 1)/(1 + x^2)^(7/2)
    CHECK(isrlu.kinks[0].right == 0);
    CHECK(isrlu.kinks[0].evidence == Evidence::exact);

    const auto root = of("sqrt(abs(x))");
    REQUIRE(root.kinks.size() == 1);
    CHECK(root.kinks[0].left == -infinity);
    CHECK(root.kinks[0].right == infinity);

    // A decimal place is exact although no double is.
    const auto tenth = of("max(x, 0.1)");
    REQUIRE(tenth.kinks.size() == 1);
    CHECK(tenth.kinks[0].x == 0.1);
    CHECK(tenth.kinks[0].evidence == Evidence::exact);
}

TEST_CASE("monotonicity, convexity and parity") {
    struct Case {
        const char* text;
        Monotonicity monotonicity;
        Convexity convexity;
        Parity parity;
    };
    for (const Case& expected : {
             Case{"x", Monotonicity::strictly_increasing, Convexity::affine, Parity::odd},
             Case{"1 - x", Monotonicity::strictly_decreasing, Convexity::affine, Parity::none},
             Case{"3", Monotonicity::constant, Convexity::affine, Parity::even},
             Case{"max(x, 0)", Monotonicity::nondecreasing, Convexity::convex, Parity::none},
             Case{"min(-x, 0)", Monotonicity::nonincreasing, Convexity::concave, Parity::none},
             Case{"x^3", Monotonicity::strictly_increasing, Convexity::neither, Parity::odd},
             Case{"x^4", Monotonicity::none, Convexity::convex, Parity::even},
             Case{"x - tanh(x)", Monotonicity::strictly_increasing, Convexity::neither, Parity::odd},
             Case{"x + sin(x)", Monotonicity::strictly_increasing, Convexity::neither, Parity::odd},
             Case{"exp(-abs(x))", Monotonicity::none, Convexity::neither, Parity::even},
             Case{"sign(x)", Monotonicity::nondecreasing, Convexity::neither, Parity::odd},
             Case{"if(x >= 0, 1, -1)", Monotonicity::nondecreasing, Convexity::neither, Parity::none},
             Case{"if(x >= 1, x - 3, x)", Monotonicity::none, Convexity::neither, Parity::none},
             Case{"abs(x - 1) + abs(x + 1)", Monotonicity::none, Convexity::convex, Parity::even},
             Case{"softplus(x)", Monotonicity::strictly_increasing, Convexity::convex, Parity::none},
             Case{"tanh(x - 50)", Monotonicity::strictly_increasing, Convexity::neither, Parity::none},
         }) {
        INFO(expected.text);
        const auto found = of(expected.text);
        CHECK(found.monotonicity.evidence <= Evidence::exact);
        CHECK(found.monotonicity.value == expected.monotonicity);
        CHECK(found.convexity.evidence <= Evidence::exact);
        CHECK(found.convexity.value == expected.convexity);
        CHECK(found.parity.evidence <= Evidence::exact);
        CHECK(found.parity.value == expected.parity);
    }
}

TEST_CASE("what repeats itself without end takes its bounds") {
    const auto check = [](const Bound& bound, double value) {
        CHECK(bound.value == Approx(value).epsilon(1e-12));
        CHECK((bound.evidence == Evidence::proved || bound.evidence == Evidence::exact));
        const double rounding = 1e-15 * std::fabs(value); // of the expected value
        CHECK(bound.low <= value + rounding);
        CHECK(bound.high >= value - rounding);
        CHECK(bound.attained == true);
    };
    const Properties sine = of("sin(x)");
    check(sine.infimum, -1);
    check(sine.supremum, 1);
    check(sine.slope_infimum, -1);
    check(sine.lipschitz, 1);
    check(of("exp(-sin(x))").supremum, std::exp(1.0));
    check(of("3*sin(30*x + 1)").slope_supremum, 90);
    // 1 + s - 2 s^2 with s = sin(x) from -1 to 1 is largest at s = 1/4.
    const Properties two = of("sin(x) + cos(2*x)");
    check(two.supremum, 1.125);
    check(two.infimum, -2);
    check(of("sin(pi*sin(pi*x))").supremum, 1);
    // On a half-line too.
    check(of("if(x > 0, sin(x), x)").supremum, 1);
    check(of("if(x > 0, x, 0.0025*(sin(x) - cos(x)))").infimum, -0.0025 * std::sqrt(2.0));
    // -1 is approached where the sigmoid vanishes, and not taken.
    CHECK_FALSE(of("sin(x) + sigmoid(x)").infimum.attained == true);
    // sqrt(2) |sin(x/2)| has no slope where it would be steepest.
    CHECK_FALSE(of("sqrt(1 - cos(x))").slope_supremum.attained == true);
}

TEST_CASE("a level that a curve reaches and keeps is taken") {
    const Bound lowest = of("if(x > 0, x, if(x > -0.75, tanh(x), tanh(-0.75)))").infimum;
    CHECK(lowest.attained == true);
    CHECK(lowest.value == Approx(std::tanh(-0.75)).epsilon(1e-15));
    CHECK(of("if(x > 0, exp(-x), 0)").infimum.attained == true); // on the left
    CHECK(of("exp(-x)").infimum.attained == false);
}

TEST_CASE("intervals of zeros, fixed points and dead intervals") {
    const auto relu = of("max(x, 0)");
    CHECK(relu.zeros.points.empty());
    check_intervals(relu.zeros.intervals, {{-infinity, 0}});
    check_intervals(relu.fixed_points.intervals, {{0, infinity}});
    check_intervals(relu.dead_intervals, {{-infinity, 0}});
    CHECK(relu.zeros.evidence == Evidence::exact);

    const auto hard_swish = of("if(x <= -3, 0, if(x >= 3, x, x*(x + 3)/6))");
    CHECK(hard_swish.zeros.points == std::vector<double>{0});
    check_intervals(hard_swish.zeros.intervals, {{-infinity, -3}});
    CHECK(hard_swish.fixed_points.points == std::vector<double>{0});
    check_intervals(hard_swish.fixed_points.intervals, {{3, infinity}});

    const auto step = of("if(x >= 0, 1, 0)");
    check_intervals(step.dead_intervals, {{-infinity, 0}, {0, infinity}});
    CHECK(step.fixed_points.points == std::vector<double>{1});
    check_intervals(step.zeros.intervals, {{-infinity, 0}});

    // A zero that is only touched.
    const auto touching = of("x^2*(x - 1)^2");
    CHECK(touching.zeros.points == std::vector<double>{0, 1});
    CHECK(touching.infimum.at == std::vector<double>{0, 1});
    CHECK(of("tanh(x)").fixed_points.points == std::vector<double>{0});
    CHECK(of("tanh(x)").fixed_points.evidence == Evidence::exact);
}

TEST_CASE("extrema and inflections at kinks") {
    const auto absolute = of("abs(x)");
    REQUIRE(absolute.extrema.size() == 1);
    CHECK(absolute.extrema[0].is_minimum);
    CHECK(absolute.extrema[0].x == 0);
    CHECK(absolute.inflections.empty());

    const auto softsign = of("x/(1 + abs(x))");
    CHECK(softsign.extrema.empty());
    REQUIRE(softsign.inflections.size() == 1);
    CHECK(softsign.inflections[0].x == 0);
    REQUIRE(softsign.slope_extrema.size() == 1);
    CHECK_FALSE(softsign.slope_extrema[0].is_minimum);

    // A plateau is no strict extremum, a point above both sides of a jump is one.
    CHECK(of("clamp(x, -1, 1)").extrema.empty());
    const auto raised = of("if(x <= 0, if(x >= 0, 5, 0), x)");
    REQUIRE(raised.extrema.size() == 1);
    CHECK_FALSE(raised.extrema[0].is_minimum);
    CHECK(raised.extrema[0].value == 5);
}

TEST_CASE("asymptotes") {
    struct Line {
        const char* text;
        Asymptote::Kind kind;
        double slope;
        double intercept;
    };
    for (const Line& expected : {
             Line{"softplus(x)", Asymptote::Kind::oblique, 1, 0},
             Line{"x - tanh(x)", Asymptote::Kind::oblique, 1, -1},
             Line{"(sqrt1pm1(x^2))/2 + x", Asymptote::Kind::oblique, 1.5, -0.5},
             Line{"atan(x)", Asymptote::Kind::horizontal, 0, 1.5707963267948966},
             Line{"x*log1p(sigmoid(x))", Asymptote::Kind::oblique, 0.69314718055994531, 0},
             Line{"asinh(x)", Asymptote::Kind::none, 0, 0},
             Line{"x + sin(x)", Asymptote::Kind::none, 0, 0},
             Line{"x^2", Asymptote::Kind::none, 0, 0},
             Line{"sin(x)", Asymptote::Kind::none, 0, 0},
             Line{"x + exp(-x^2)", Asymptote::Kind::oblique, 1, 0},
         }) {
        INFO(expected.text);
        const auto right = of(expected.text).right;
        CHECK(right.evidence <= Evidence::exact);
        CHECK(right.kind == expected.kind);
        CHECK(right.slope == Approx(expected.slope).epsilon(1e-15));
        CHECK(right.intercept == Approx(expected.intercept).epsilon(1e-15).margin(1e-15));
    }
}

TEST_CASE("formulas without a value on part of the line") {
    const auto log = of("log(x)");
    REQUIRE(log.undefined.has_value());
    CHECK(log.undefined->low == -infinity);
    CHECK(log.undefined->high == 0);
    CHECK(log.infimum.value == -infinity);
    CHECK(log.supremum.value == infinity);
    CHECK(log.zeros.points == std::vector<double>{1});
    CHECK(log.monotonicity.value == Monotonicity::strictly_increasing);
    CHECK(log.continuity.evidence == Evidence::undecided);
    CHECK(std::isnan(log.saturation[0].left));
    CHECK(log.saturation[0].right == Approx(100).epsilon(1e-14));

    const auto pole = of("1/x");
    REQUIRE(pole.undefined.has_value());
    CHECK(pole.undefined->low == 0);
    CHECK(pole.undefined->high == 0);
    CHECK(pole.monotonicity.value == Monotonicity::none);
    CHECK(pole.infimum.value == -infinity);
    REQUIRE(pole.kinks.size() == 1);
    CHECK(pole.kinks[0].left == -infinity);
    CHECK(pole.kinks[0].right == infinity);
    CHECK(pole.fixed_points.points == std::vector<double>{-1, 1});

    const auto arc = of("sqrt(x^2 - 1)");
    CHECK(arc.zeros.points == std::vector<double>{-1, 1});
    CHECK(arc.infimum.attained == true);

    CHECK_FALSE(of("tanh(x)").undefined.has_value());
    CHECK_THROWS_AS(of("log(-1 - x^2)"), InputError);
    CHECK_THROWS_AS(of("x/0"), InputError);
}

TEST_CASE("formulas with kinks or zeros without end are not said to be known") {
    const auto floor = of("floor(x)");
    CHECK(floor.infimum.value == -infinity);
    CHECK(floor.supremum.value == infinity);
    CHECK(floor.monotonicity.evidence == Evidence::undecided);
    CHECK(floor.zeros.evidence == Evidence::undecided);
    CHECK(floor.lipschitz.evidence == Evidence::undecided);
    CHECK(floor.kinks.size() >= 20);
    for (const Kink& kink : floor.kinks)
        CHECK(kink.evidence == Evidence::estimated);

    const auto wave = of("abs(sin(x))");
    CHECK(wave.infimum.value == 0);
    CHECK(wave.supremum.high == 1);
    CHECK(wave.supremum.low == Approx(1).epsilon(1e-9));
    CHECK(wave.zeros.evidence == Evidence::undecided);
    CHECK(wave.parity.value == Parity::even);

    const auto sine = of("sin(x)");
    CHECK(sine.zeros.evidence == Evidence::undecided);
    CHECK(sine.supremum.value == 1);
}

TEST_CASE("a division by 0 is refused, unless its branch is never taken") {
    CHECK_THROWS_AS(of("0/0*x"), InputError);
    CHECK_THROWS_AS(of("x/(3 - 3)"), InputError);
    CHECK_THROWS_AS(of("if(x > 0, x, 1/0)"), InputError);
    CHECK(of("if(0 > 1, x/0, x)").monotonicity.value == Monotonicity::strictly_increasing);
}

TEST_CASE("numbers that are not finite are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto text = formula::parse("a*tanh(x)", std::vector<std::string>{"a"});
    for (const double value : {nan, infinity}) {
        const std::vector<formula::Binding> bindings{{"a", value}};
        CHECK_THROWS_AS(properties(formula::bind(text, bindings)), InputError);
    }
}

TEST_CASE("long formulas are answered in bounded effort") {
    std::string sum = "x";
    std::string product = "x";
    std::string kinks = "x";
    std::string nested = "x";
    for (int i = 1; i <= 1500; ++i) {
        const std::string shift = std::to_string(i) + "/100";
        sum += " + tanh(" + shift + "*x - 3)";
        product += "*tanh(" + shift + "*x - 3)";
        kinks += " + abs(x - " + shift + ")";
    }
    for (int i = 0; i < 10; ++i)
        nested = "(" + nested + "*sigmoid(" + nested + "))";
    CHECK(of(sum).supremum.value == infinity);
    CHECK_NOTHROW(of(product));
    CHECK_NOTHROW(of(kinks));
    CHECK_NOTHROW(of(nested));
}
