#include "formula/evaluator.hpp"
#include "formula/parser.hpp"
#include "formula/printers.hpp"
#include "formula/textbook.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace actlas::formula;

namespace {

Expr written_out(const std::string& formula, const std::vector<std::string>& parameters = {}) {
    return textbook(parse(formula, parameters));
}

} // namespace

TEST_CASE("textbook formulas read as they are printed in books") {
    CHECK(to_text(written_out("sigmoid(x)")) == "1/(1 + e⁻ˣ)");
    CHECK(to_text(written_out("tanh(x)")) == "(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)");
    CHECK(to_text(written_out("x*sigmoid(x)")) == "x/(1 + e⁻ˣ)");
    CHECK(to_text(written_out("x*normal_cdf(x)")) == "x(1 + erf(x/√2))/2");
    CHECK(to_text(written_out("softplus(x)")) == "ln(1 + eˣ)");
    CHECK(to_text(written_out("x*tanh(softplus(x))")) == "x·tanh(ln(1 + eˣ))");
    CHECK(to_text(written_out("log_sigmoid(x)")) == "ln(1/(1 + e⁻ˣ))");
    CHECK(to_text(written_out("relu(x)^2")) == "max²(0, x)");
}

TEST_CASE("every definition is written out in the language of formulas") {
    CHECK(to_source(written_out("sech(x)")) == "2/(exp(x) + exp(-x))");
    CHECK(to_source(written_out("normal_cdf(x)")) == "(1 + erf(x/sqrt(2)))/2");
    CHECK(to_source(written_out("normal_pdf(x)")) == "exp(-x^2/2)/sqrt(2*pi)");
    CHECK(to_source(written_out("expm1(x)")) == "exp(x) - 1");
    CHECK(to_source(written_out("log1p(x)")) == "log(1 + x)");
    CHECK(to_source(written_out("sqrt1pm1(x^2)")) == "sqrt(1 + x^2) - 1");
    CHECK(to_source(written_out("sinc(x)")) == "sin(x)/x");
    CHECK(to_source(written_out("erfc(x)")) == "1 - erf(x)");
    CHECK(to_source(written_out("relu(x)")) == "max(0, x)");
}

TEST_CASE("signs and fractions are put as in print") {
    CHECK(to_source(written_out("sigmoid(-x)")) == "1/(1 + exp(x))");
    CHECK(to_source(written_out("sigmoid(-3)")) == "1/(1 + exp(3))");
    CHECK(to_source(written_out("-expm1(-exp(x))")) == "1 - exp(-exp(x))");
    CHECK(to_source(written_out("expm1(x)*sigmoid(x)")) == "(exp(x) - 1)/(1 + exp(-x))");
    CHECK(to_source(written_out("sigmoid(x)*sigmoid(2*x)")) == "1/((1 + exp(-x))*(1 + exp(-(2*x))))");
    CHECK(to_source(written_out("x*sigmoid(b*x)", {"b"})) == "x/(1 + exp(-b*x))");
    CHECK(to_source(written_out("a*tanh(x/2)", {"a"})) == "a*(exp(x/2) - exp(-x/2))/(exp(x/2) + exp(-x/2))");
}

TEST_CASE("what no definition touches stays as it is") {
    for (const char* formula : {"x", "x*(x + 3)/6", "(1/x)*x", "-(x - 1)", "if(x > 0, x, a*x)", "x*exp(-exp(-x))",
                                "tanh(exp(x))", "sinc(sin(x))", "max(x, 0)"}) {
        const Expr expr = parse(formula, std::vector<std::string>{"a"});
        CHECK(textbook(expr) == expr);
    }
}

TEST_CASE("definitions that repeat their argument do not make nested formulas explode") {
    Expr expr = Expr::variable();
    for (int i = 0; i < 60; ++i)
        expr = Expr::call(i % 2 == 0 ? "tanh" : "sinc", {expr});
    CHECK(node_count(textbook(expr)) < 100);
}

TEST_CASE("the textbook formula of every activation has the exact values at moderate x") {
    std::ifstream table = oracle::open("activations.txt");
    std::string line;
    std::string formula;
    std::vector<Binding> bindings;
    std::size_t compared = 0;
    while (std::getline(table, line)) {
        std::istringstream fields(line);
        std::string word;
        fields >> word;
        if (word == "#" || word == "activation") continue;
        if (word == "formula") {
            formula = line.substr(8);
        } else if (word == "parameters") {
            bindings.clear();
            while (fields >> word) {
                const auto equals = word.find('=');
                bindings.push_back({word.substr(0, equals), std::stod(word.substr(equals + 1))});
            }
        } else {
            const double x = oracle::from_bits(word);
            if (std::fabs(x) < 1e-3 || std::fabs(x) > 6) continue;
            fields >> word;
            const double exact = oracle::from_bits(word);
            std::vector<std::string> names;
            for (const Binding& binding : bindings)
                names.push_back(binding.name);
            const double computed = Evaluator(textbook(parse(formula, names)), bindings)(x);
            INFO(formula << " at " << x);
            CHECK(computed == Approx(exact).epsilon(1e-12).margin(1e-13));
            ++compared;
        }
    }
    CHECK(compared > 2000);
}
