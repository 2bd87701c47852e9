#include "formula/expr.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <stdexcept>

namespace actlas::formula {

using test::parsed;

TEST_CASE("equality is of structure, not of sharing") {
    CHECK(parsed("x*tanh(x)") == parsed("x * tanh( x )"));
    CHECK_FALSE(parsed("x + 1") == parsed("1 + x"));
    CHECK_FALSE(parsed("if(x < 0, 1, 2)") == parsed("if(x <= 0, 1, 2)"));
    CHECK_FALSE(parsed("alpha") == parsed("beta"));
    const Expr shared = parsed("tanh(x)");
    CHECK(Expr(shared).identity() == shared.identity());
}

TEST_CASE("bind replaces parameters and leaves the rest") {
    const std::vector<Binding> bindings{{"alpha", 0.25}, {"unused", 7}};
    CHECK(formula::bind(parsed("if(x > 0, x, alpha*x + beta)"), bindings) == parsed("if(x > 0, x, 0.25*x + beta)"));
    const Expr without = parsed("x*tanh(x)");
    CHECK(formula::bind(without, bindings).identity() == without.identity());
}

TEST_CASE("substitution, parameters, dependence, size") {
    CHECK(substitute_variable(parsed("x*sigmoid(x)"), parsed("x/2")) == parsed("(x/2)*sigmoid(x/2)"));
    CHECK(parameters_of(parsed("beta*x + alpha*tanh(beta)")) == std::vector<std::string>{"alpha", "beta"});
    CHECK(parameters_of(parsed("pi*x")).empty());
    CHECK(depends_on_variable(parsed("if(alpha > 0, 1, x)")));
    CHECK_FALSE(depends_on_variable(parsed("alpha + pi")));
    CHECK(node_count(parsed("x + 2*x")) == 5);
}

TEST_CASE("factories refuse what the language does not have") {
    CHECK_THROWS_AS(Expr::constant("tau"), std::invalid_argument);
    CHECK_THROWS_AS(Expr::call("gelu", {Expr::variable()}), std::invalid_argument);
    CHECK_THROWS_AS(Expr::call("tanh", {}), std::invalid_argument);
    CHECK_THROWS_AS(Expr::add({Expr::variable()}), std::invalid_argument);
    CHECK_THROWS_AS(Expr::multiply({}), std::invalid_argument);
}

} // namespace actlas::formula
