// to_source and parse are inverse to each other.

#include "formula/printers.hpp"
#include "formula/simplify.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

TEST_CASE("source text as people write it") {
    for (const char* text : {"x",
                             "-x",
                             "-3",
                             "-3*x",
                             "-(3*x)",
                             "x - 3",
                             "x - (-3)",
                             "x + 1 - x",
                             "x - (1 - x)",
                             "-x^2",
                             "(-x)^2",
                             "(-2)^2",
                             "-2^2",
                             "2^-2",
                             "2^(-x)",
                             "2^3^2",
                             "(2^3)^2",
                             "a/b/x",
                             "a/(b/x)",
                             "a*b/x",
                             "a/b*x",
                             "a*(b/x)",
                             "a*(b*x)",
                             "-a*b",
                             "-a/b",
                             "a*(-b)",
                             "(-a)*b",
                             "-(a + b)",
                             "(a + b)*x",
                             "1e-300*x",
                             "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
                             "if(x > 0, x, alpha*expm1(x))",
                             "if(x + 1 <= 2*x, -1, if(x < 0, 1, -x))",
                             "clamp(x/6 + 0.5, 0, 1)",
                             "-if(x < 0, 1, 2)*x",
                             "(1 + x)^(1/2)",
                             "e^(-x)",
                             "sph_bessel(1, x)"}) {
        CHECK(to_source(test::parsed(text)) == text);
    }
}

TEST_CASE("needless parentheses and spaces go") {
    CHECK(to_source(test::parsed("((x)) + (2*x)")) == "x + 2*x");
    CHECK(to_source(test::parsed("2 ^ ( 3 ^ x )")) == "2^3^x");
    CHECK(to_source(test::parsed("(x*a)/b")) == "x*a/b");
}

TEST_CASE("source text reads back to the same tree") {
    const unsigned seed = 7;
    INFO("seed " << seed);
    test::Maker maker(seed);
    for (int i = 0; i < 2000; ++i) {
        const Expr expr = maker.formula(5);
        INFO(to_source(expr));
        CHECK(test::parsed(to_source(expr)) == expr);
        const Expr simple = simplify(expr);
        INFO(to_source(simple));
        CHECK(test::parsed(to_source(simple)) == simple);
    }
}

} // namespace actlas::formula
