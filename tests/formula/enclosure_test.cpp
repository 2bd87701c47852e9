#include "base/infinity.hpp"
#include "catalogue/catalogue.hpp"
#include "exact_value.hpp"
#include "formula/derivative.hpp"
#include "formula/enclosure.hpp"
#include "formula/evaluator.hpp"
#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

using namespace actlas;
using namespace actlas::formula;
using namespace actlas::formula::test;
using actlas::test::Exact;
using actlas::test::Random;
using interval::Interval;

namespace {

/// One end of a box around a point: the point itself, near it, some way off, anywhere, or infinite.
double end_beyond(Random& random, double x, double side) {
    switch (random.below(6)) {
    case 0:
        return x;
    case 1:
        return side * infinity;
    case 2: {
        const double any = random.number();
        return side * any > side * x ? any : x;
    }
    case 3:
        return x + side * 10 * random.unit();
    default: {
        const double near = x + side * std::fabs(x) * std::ldexp(random.unit(), -static_cast<int>(random.below(50)));
        return std::isfinite(near) ? near : x;
    }
    }
}

Interval box_around(Random& random, double x) {
    return {end_beyond(random, x, -1), end_beyond(random, x, 1)};
}

double point(Random& random) {
    return random.below(2) == 0 ? random.number() : 12 * random.unit() - 6;
}

/// Counts what was checked, and says where it fails.
class Containment {
public:
    Containment(const Expr& expr, Random& random) : expr_(expr), enclosure_(expr), random_(&random) {}

    void check(double x, int boxes) {
        const ExactValue exact = exact_value(expr_, x);
        for (int i = 0; i < boxes; ++i) {
            const Interval box = i == 0 ? Interval(x) : box_around(*random_, x);
            const Interval value = enclosure_(box);
            if (exact.value.defined() ? exact.value.inside(value) : !(exact.sure && value.defined())) {
                checked += exact.value.defined() ? 1 : 0;
                continue;
            }
            CAPTURE(to_source(expr_), x, box, value, exact.value.nearest());
            FAIL("outside, or defined where the formula is not");
        }
    }

    long checked = 0;

private:
    Expr expr_;
    EnclosureEvaluator enclosure_;
    Random* random_;
};

Interval evaluated(std::string_view formula, const Interval& box) {
    return EnclosureEvaluator(parsed(formula))(box);
}

} // namespace

TEST_CASE("an enclosure holds the exact value of random formulas") {
    constexpr unsigned seed = 20240923;
    CAPTURE(seed);
    Maker maker(seed);
    Random random(seed);
    long checked = 0;
    for (int k = 0; k < 5000; ++k) {
        Containment formula(maker.formula(4), random);
        for (int i = 0; i < 8; ++i)
            formula.check(point(random), 34);
        checked += formula.checked;
    }
    CHECK(checked > 900'000); // the rest has no value
}

TEST_CASE("an enclosure holds the exact values of the catalogue's functions and slopes") {
    constexpr unsigned seed = 20240924;
    CAPTURE(seed);
    Random random(seed);
    const auto catalogue = catalogue::Catalogue::builtin();
    for (const catalogue::Activation& activation : catalogue.activations()) {
        CAPTURE(activation.id);
        const Expr f = formula::bind(activation.expr, activation.bindings());
        for (const int order : {0, 1}) {
            const Expr expr = derivative(f, order);
            Containment formula(expr, random);
            const Evaluator evaluator(expr);
            const EnclosureEvaluator enclosure(expr);
            for (int i = 0; i < 60; ++i) {
                const double x = point(random);
                formula.check(x, 8);
                // The point evaluator rounds; an enclosure at the point is no wider than that should be.
                const Interval at = enclosure(x);
                const double value = evaluator(x);
                // There e^x leaves the range of wide arithmetic too, and x e^x sech(e^x)^2 is infinity times 0.
                if (std::isnan(value) && std::fabs(x) > 0x1p60) continue;
                if (std::isinf(value) && x == 0) continue; // the slope of a root; it has no exact value there
                const double room = 1e-13 * std::fmax(at.magnitude(), 1e-290);
                CAPTURE(order, x, at, value);
                REQUIRE((at.low() - room <= value && value <= at.high() + room));
                if (std::fabs(x) <= 6) REQUIRE(at.width() <= 1e-11 * std::fmax(1, at.magnitude()));
            }
        }
    }
}

TEST_CASE("literals stand for decimals, constants for themselves") {
    Random random(5);
    for (int k = 0; k < 20'000; ++k) {
        const auto digits = static_cast<double>(random.below(1'000'000));
        const double literal = digits / std::pow(10, static_cast<double>(random.below(10)));
        std::array<char, 40> text{};
        std::to_chars(text.data(), text.data() + text.size(), literal);
        Exact decimal;
        mpfr_set_str(decimal.get(), text.data(), 10, MPFR_RNDN);
        const Interval enclosure = enclosure_of_literal(literal);
        CAPTURE(literal);
        REQUIRE(decimal.inside(enclosure));
        REQUIRE(enclosure.contains(literal));
        REQUIRE(enclosure.width() <= std::nextafter(literal, infinity) - std::nextafter(literal, -infinity));
    }
    CHECK(enclosure_of_literal(0.375).point());
    CHECK(enclosure_of_literal(-7).point());
    CHECK_FALSE(enclosure_of_literal(0.1).point());
    CHECK(evaluated("0.1", 3) == Interval(0.1)); // a bare literal prints as itself
    CHECK(evaluated("-0.1", 3) == Interval(-0.1));
    CHECK_FALSE(evaluated("0.1*x", 1).point());
    Exact pi;
    mpfr_const_pi(pi.get(), MPFR_RNDN);
    CHECK(pi.inside(evaluated("pi", 0)));
    Exact e(1);
    mpfr_exp(e.get(), e.get(), MPFR_RNDN);
    CHECK(e.inside(evaluated("e", 0)));
    CHECK(evaluated("pi", 0).width() < 1e-15);
    CHECK(evaluated("1/3", 0).width() < 1e-16);
    CHECK_FALSE(evaluated("1/3", 0).point());
}

TEST_CASE("powers and products of equal factors are one power") {
    CHECK(evaluated("x*x", {-2, 3}) == Interval(0, 9));
    CHECK(evaluated("x^2", {-2, 3}) == Interval(0, 9));
    CHECK(evaluated("x*2*x*x", {-2, 3}) == Interval(-16, 54));
    CHECK(evaluated("(x + 1)*(x + 1)", {-2, 1}) == Interval(0, 4));
    CHECK(evaluated("x^3", {-2, 3}) == Interval(-8, 27));
    CHECK(evaluated("x^-2", {2, 4}) == Interval(0.0625, 0.25));
    CHECK(evaluated("x^0.5", {4, 9}).contains(Interval(2, 3)));
    CHECK(evaluated("2^x", {0, 3}).contains(Interval(1, 8)));
}

TEST_CASE("an enclosure says whether the formula is defined and continuous") {
    CHECK(evaluated("x*sigmoid(x)", {-infinity, infinity}).continuous());
    CHECK_FALSE(evaluated("log(x)", {-1, 1}).defined());
    CHECK(evaluated("log(x)", {1, 2}).continuous());
    CHECK(evaluated("log(x)", {-2, -1}).empty());
    CHECK_FALSE(evaluated("1/x", {-1, 1}).defined());
    CHECK(evaluated("if(x > 0, 1, 0)", {-1, 1}).defined());
    CHECK_FALSE(evaluated("if(x > 0, 1, 0)", {-1, 1}).continuous());
    CHECK(evaluated("if(x > 0, log(x), 0)", {-2, -1}).continuous()); // only the chosen branch counts
    CHECK_FALSE(evaluated("if(log(x) > 0, 1, 1)", {-1, 2}).defined());
}

TEST_CASE("hard cases stay bounded") {
    CHECK(evaluated("x*exp(-x)", {1, infinity}).low() == 0);
    CHECK(evaluated("0*x", {-infinity, infinity}) == Interval(0));
    CHECK(evaluated("exp(-x^2)*x", {1e200, infinity}).low() >= 0);
    CHECK(evaluated("abs(x)", {-1, 2}) == Interval(0, 2));
    CHECK(evaluated("clamp(x, -1, 1)", {-5, 0.5}) == Interval(-1, 0.5));
}

TEST_CASE("an unbound parameter is named") {
    CHECK_THROWS_AS(EnclosureEvaluator(parsed("alpha*x")), std::invalid_argument);
    try {
        EnclosureEvaluator evaluator(parsed("x + lambda"));
    } catch (const std::invalid_argument& error) {
        CHECK(std::string(error.what()).find("lambda") != std::string::npos);
    }
}

TEST_CASE("deep and long formulas are evaluated without recursion") {
    Expr deep = Expr::variable();
    for (int i = 0; i < 20'000; ++i)
        deep = Expr::call("tanh", {deep});
    CHECK(EnclosureEvaluator(deep)({-1, 1}).contains(Interval(-0.005, 0.005)));
    std::vector<Expr> terms;
    for (int i = 0; i < 5000; ++i)
        terms.push_back(Expr::multiply({Expr::number(i), Expr::variable()}));
    CHECK(EnclosureEvaluator(Expr::add(terms))(1) == Interval(5000.0 * 4999 / 2));
}
