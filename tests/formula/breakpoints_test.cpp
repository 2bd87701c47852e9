#include "formula/breakpoints.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace actlas::formula;

namespace {

std::vector<double> points(const std::string& formula, double low = -10, double high = 10) {
    return break_points(parse(formula), low, high);
}

using Points = std::vector<double>;

} // namespace

TEST_CASE("break points of arguments affine in x are exact") {
    CHECK(points("max(0, x)") == Points{0});
    CHECK(points("if(x > 0, x, 0.01*x)") == Points{0});
    CHECK(points("clamp(0.2*x + 0.5, 0, 1)") == Points{-2.5, 2.5});
    CHECK(points("clamp((x + 3)/6, 0, 1)") == Points{-3, 3});
    CHECK(points("if(x <= -3, 0, if(x >= 3, 1, (x + 3)/6))") == Points{-3, 3});
    CHECK(points("relu(-(x - 1)*2)") == Points{1});
    CHECK(points("abs(x) + sign(x - 2) + step(x + 2)") == Points{-2, 0, 2});
    CHECK(points("min(x, 2*x - 1)") == Points{1});
    CHECK(points("floor(x/2)", -5, 5) == Points{-4, -2, 0, 2, 4});
    CHECK(points("abs(x/3 - 0.1)") == Points{0.1 * 3});
}

TEST_CASE("smooth formulas have none") {
    CHECK(points("tanh(x) + x^2*exp(-x)").empty());
    CHECK(points("x^3").empty());
    CHECK(points("max(1, 2)*x").empty());
    CHECK(points("sqrt(1 + x^2)").empty());
}

TEST_CASE("only points within the interval") {
    CHECK(points("abs(x - 11)").empty());
    CHECK(points("abs(x - 10)") == Points{10});
    CHECK(points("abs(x + 10)") == Points{-10});
}

TEST_CASE("arguments that are not affine are searched") {
    const Points parabola = points("abs(x^2 - 2)");
    REQUIRE(parabola.size() == 2);
    CHECK(parabola[0] == Approx(-1.4142135623730951).epsilon(1e-15));
    CHECK(parabola[1] == Approx(1.4142135623730951).epsilon(1e-15));
    CHECK(points("relu(x^2 - 4)") == Points{-2, 2});

    const Points wave = points("abs(sin(x))", 1, 10);
    REQUIRE(wave.size() == 3);
    CHECK(wave[0] == Approx(3.141592653589793).epsilon(1e-15));
    CHECK(wave[2] == Approx(9.42477796076938).epsilon(1e-15));

    const Points logarithm = points("floor(exp(x))", -5, 2);
    REQUIRE(logarithm.size() == 7);
    CHECK(logarithm[0] == Approx(0).margin(1e-15));
    CHECK(logarithm[6] == Approx(1.9459101490553132).epsilon(1e-15)); // log 7
}

TEST_CASE("a wide interval does not hide what happens near 0") {
    const Points found = points("abs(x^2 - 2*x - 3)", -1e6, 1e6);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == Approx(-1).epsilon(1e-15));
    CHECK(found[1] == Approx(3).epsilon(1e-15));
}

TEST_CASE("zeros that do not change the sign") {
    CHECK(points("sqrt(x^2)") == Points{0});
    CHECK(points("((x - 1)^2)^0.5") == Points{1});
    CHECK(points("abs(x*tanh(x - 2))") == Points{0, 2});
}

TEST_CASE("an argument that vanishes on a whole interval breaks at its ends") {
    CHECK(points("abs(relu(x - 1))") == Points{1});
    CHECK(points("relu(clamp(x, 0, 5) - 5)") == Points{0, 5});
    CHECK(points("sign(relu(x^2 - 4))") == Points{-2, 2});
}

TEST_CASE("each point once, sorted, from whatever depth") {
    CHECK(points("abs(x) + relu(x) + abs(x)*max(x, 0)") == Points{0});
    CHECK(points("exp(abs(x - 3)) * tanh(abs(x + 3))") == Points{-3, 3});
}

TEST_CASE("domain edges and poles end the search without a point of their own") {
    CHECK(points("relu(log(x))") == Points{1});
    CHECK(points("floor(log(x))", -1, 2).size() < 2000);
}

TEST_CASE("an unbound parameter is an error") {
    const std::vector<std::string> names{"theta"};
    CHECK_THROWS_AS(break_points(parse("if(x > theta, x, 0)", names), -1, 1), std::invalid_argument);
}
