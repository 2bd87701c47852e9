#include "formula/parser.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

namespace {

using test::parsed;

const Expr x = Expr::variable();

Expr number(double value) {
    return Expr::number(value);
}

} // namespace

TEST_CASE("a minus sign binds weaker than a power") {
    CHECK(parsed("-x^2") == Expr::negate(Expr::power(x, number(2))));
    CHECK(parsed("-2^2") == Expr::negate(Expr::power(number(2), number(2))));
    CHECK(parsed("(-2)^2") == Expr::power(number(-2), number(2)));
    CHECK(parsed("2^-x") == Expr::power(number(2), Expr::negate(x)));
    CHECK(parsed("x^-2") == Expr::power(x, number(-2)));
}

TEST_CASE("powers group to the right, quotients to the left") {
    CHECK(parsed("2^3^2") == Expr::power(number(2), Expr::power(number(3), number(2))));
    CHECK(parsed("a/b/x") == Expr::divide(Expr::divide(Expr::parameter("a"), Expr::parameter("b")), x));
    CHECK(parsed("x/2*3") == Expr::multiply({Expr::divide(x, number(2)), number(3)}));
    CHECK(parsed("2*3/x") == Expr::divide(Expr::multiply({number(2), number(3)}), x));
}

TEST_CASE("a minus sign belongs to a number that it stands before, else to the term") {
    CHECK(parsed("-3") == number(-3));
    CHECK(parsed("-3*x") == Expr::multiply({number(-3), x}));
    CHECK(parsed("x - 3") == Expr::add({x, number(-3)}));
    CHECK(parsed("x - 3*x") == Expr::add({x, Expr::multiply({number(-3), x})}));
    CHECK(parsed("-x*a") == Expr::negate(Expr::multiply({x, Expr::parameter("a")})));
    CHECK(parsed("x*-a") == Expr::multiply({x, Expr::negate(Expr::parameter("a"))}));
    CHECK(parsed("--x") == Expr::negate(Expr::negate(x)));
}

TEST_CASE("sums and products of any length are one node") {
    CHECK(parsed("x + 1 + x") == Expr::add({x, number(1), x}));
    CHECK(parsed("x*2*x") == Expr::multiply({x, number(2), x}));
    CHECK(parsed("x + (1 + x)") == Expr::add({x, Expr::add({number(1), x})}));
}

TEST_CASE("numbers") {
    CHECK(parsed("0.044715") == number(0.044715));
    CHECK(parsed(".5") == number(0.5));
    CHECK(parsed("1e-300") == number(1e-300));
    CHECK(parsed("6.02E+23") == number(6.02e23));
    CHECK(parsed("5e-324") == number(5e-324));
}

TEST_CASE("names, calls and conditions") {
    CHECK(parsed("pi") == Expr::constant("pi"));
    CHECK(parsed("e^x") == Expr::power(Expr::constant("e"), x));
    CHECK(parsed("lambda*x") == Expr::multiply({Expr::parameter("lambda"), x}));
    CHECK(parsed("clamp(x, 0, 6)") == Expr::call("clamp", {x, number(0), number(6)}));
    CHECK(parsed("if(x >= 0, x, -1)") == Expr::choice(Relation::greater_equal, x, number(0), x, number(-1)));
    CHECK(parsed(" if ( x<0 ,1,\n2 ) ") == Expr::choice(Relation::less, x, number(0), number(1), number(2)));
    CHECK(parsed("sph_bessel(2, x)") == Expr::call("sph_bessel", {number(2), x}));
}

TEST_CASE("a parameter is known only where it is declared") {
    CHECK_THROWS_AS(parse("beta*x"), ParseError);
    CHECK_FALSE(is_reserved_name("beta"));
    for (const char* name : {"x", "pi", "e", "if", "tanh"})
        CHECK(is_reserved_name(name));
}

TEST_CASE("deep and long formulas have a limit") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '(') + "x" + std::string(depth, ')'); };
    CHECK(parsed(nested(190)) == x);
    CHECK_THROWS_AS(parsed(nested(100'000)), ParseError);
    CHECK_THROWS_AS(parsed(std::string(100'000, '-') + "x"), ParseError);
    std::string quotient = "x";
    std::string tower = "x";
    for (int i = 0; i < 300; ++i) {
        quotient += "/x";
        tower += "^x";
    }
    CHECK_THROWS_AS(parsed(quotient), ParseError);
    CHECK_THROWS_AS(parsed(tower), ParseError);

    std::string sum = "x";
    for (int i = 0; i < 15'000; ++i)
        sum += "+x";
    CHECK(parsed(sum).operands().size() == 15'001);
    for (int i = 0; i < 10'000; ++i)
        sum += "+x";
    CHECK_THROWS_WITH(parsed(sum), "the formula has more than 20000 parts");
}

} // namespace actlas::formula
