#include "formula/derivative.hpp"
#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

namespace {

struct Printed {
    const char* source;
    const char* text;
};

void check(const std::vector<Printed>& printed) {
    for (const auto& [source, text] : printed) {
        INFO(source);
        CHECK(to_text(test::parsed(source)) == text);
    }
}

} // namespace

TEST_CASE("text: sums, products, quotients, powers") {
    check({{"x", "x"},
           {"-x + 1", "−x + 1"},
           {"x - -3", "x + 3"},
           {"x - (a - b)", "x − (a − b)"},
           {"2*x", "2x"},
           {"2*3*x", "2·3x"},
           {"-3*x^2", "−3x²"},
           {"alpha*x", "αx"},
           {"x*(1 + x)", "x(1 + x)"},
           {"x*(-a)", "x(−a)"},
           {"x/6", "x/6"},
           {"-x/2", "−x/2"},
           {"(x + 1)/(2*a)", "(x + 1)/(2a)"},
           {"1/(1 + abs(x))^2", "1/(1 + |x|)²"},
           {"a/b/x", "a/b/x"},
           {"x^-1", "x⁻¹"},
           {"x^n", "xⁿ"},
           {"(x + 1)^2", "(x + 1)²"},
           {"(x/2)^2", "(x/2)²"},
           {"(x^2)^3", "(x²)³"},
           {"(1 + a*x^2)^(3/2)", "(1 + ax²)^(3/2)"},
           {"2^3^2", "2^(3²)"},
           {"sqrt(2)", "√2"},
           {"sqrt(x^2 + 1)", "√(x² + 1)"},
           {"sqrt(2/pi)", "√(2/π)"}});
}

TEST_CASE("text: functions") {
    check({{"x*sigmoid(x)", "x·σ(x)"},
           {"2*tanh(x/2)", "2·tanh(x/2)"},
           {"sigmoid(x)*(1 + x*sigmoid(-x))", "σ(x)·(1 + x·σ(−x))"},
           {"alpha*expm1(x)", "α(eˣ − 1)"},
           {"expm1(x)", "eˣ − 1"},
           {"-expm1(-x)", "1 − e⁻ˣ"},
           {"x - expm1(x)", "x + 1 − eˣ"},
           {"-expm1(-a)*sigmoid(x)", "(1 − e⁻ᵃ)·σ(x)"},
           {"exp(-x^2)", "e^(−x²)"},
           {"exp(x/b)", "e^(x/b)"},
           {"exp(x)^2", "e²ˣ"},
           {"exp(sqrt(x))", "exp(√x)"},
           {"exp(-exp(-exp(x)))", "exp(−e^(−eˣ))"},
           {"log(x)", "ln(x)"},
           {"log1p(exp(-x))", "ln(1 + e⁻ˣ)"},
           {"log1p(-x)", "ln(1 − x)"},
           {"log1p(-expm1(-exp(x)))", "ln(2 − e^(−eˣ))"},
           {"log1p(expm1(x)*x)", "ln(1 + (eˣ − 1)x)"},
           {"sqrt1pm1(x^2)/2 + x", "(√(1 + x²) − 1)/2 + x"},
           {"sech(x)^2", "sech²(x)"},
           {"relu(x)^2", "ReLU²(x)"},
           {"log_sigmoid(x)", "ln σ(x)"},
           {"log_sigmoid(x)^2", "(ln σ(x))²"},
           {"normal_cdf(x) + x*normal_pdf(x)", "Φ(x) + x·φ(x)"},
           {"abs(x)^2", "|x|²"},
           {"floor(x/3)", "⌊x/3⌋"},
           {"asinh(x) + atan(x)", "arsinh(x) + arctan(x)"},
           {"sign(x)*max(x, 0)", "sgn(x)·max(x, 0)"},
           {"sph_bessel(1, x)", "j₁(x)"}});
}

TEST_CASE("text: numbers and parameters") {
    check({{"0.001", "0.001"},
           {"0.0001", "0.0001"},
           {"0.00001", "10⁻⁵"},
           {"1.5e-7*x", "1.5 × 10⁻⁷x"},
           {"1000000", "1000000"},
           {"1e15", "10¹⁵"},
           {"0.044715*x^3", "0.044715x³"},
           {"lambda*x", "λx"},
           {"negative_slope*x", "negative_slope·x"},
           {"w0 + pi*e", "w₀ + πe"}});
    CHECK(to_text(notate_parameter("lambd")) == "λ");
    CHECK(to_text(notate_parameter("alpha_1")) == "α₁");
    CHECK(to_text(notate_parameter("beta12")) == "β₁₂");
    CHECK(to_text(notate_parameter("scale")) == "scale");
}

TEST_CASE("text: case distinctions") {
    check({{"if(x > 0, x, alpha*x)", "x if x > 0, else αx"},
           {"if(x < -a, x + a, if(x > a, x - a, 0))", "x + a if x < −a, x − a if x > a, else 0"},
           {"2*if(x > 0, x, 0) + 1", "2·(x if x > 0, else 0) + 1"}});
    CHECK(to_text(derivative(test::parsed("clamp(x, 0, 6)"))) == "1 if 0 ≤ x ≤ 6, else 0");
}

TEST_CASE("text: a definition") {
    CHECK(to_text(notate_definition(test::parsed("x*sigmoid(x)"))) == "f(x) = x·σ(x)");
    CHECK(to_text(notate_definition(test::parsed("2*x"), 1)) == "f′(x) = 2x");
    CHECK(to_text(notate_definition(test::parsed("2"), 2)) == "f′′(x) = 2");
    CHECK(to_text(notate_definition(test::parsed("0"), 4)) == "f⁽⁴⁾(x) = 0");
    CHECK(to_text(notate_definition(test::parsed("if(x > 0, x, 0)"))) == "f(x) = x if x > 0, else 0");
}

} // namespace actlas::formula
