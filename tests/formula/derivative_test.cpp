#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <cmath>

namespace actlas::formula {

namespace {

std::string derived(const char* text, int order = 1) {
    return to_source(derivative(test::parsed(text), order));
}

} // namespace

TEST_CASE("derivatives of the primitives, in their stable forms") {
    CHECK(derived("sigmoid(x)") == "sigmoid(x)*sigmoid(-x)");
    CHECK(derived("tanh(x)") == "sech(x)^2");
    CHECK(derived("sech(x)") == "-sech(x)*tanh(x)");
    CHECK(derived("softplus(x)") == "sigmoid(x)");
    CHECK(derived("log_sigmoid(x)") == "sigmoid(-x)");
    CHECK(derived("normal_cdf(x)") == "normal_pdf(x)");
    CHECK(derived("normal_pdf(x)") == "-x*normal_pdf(x)");
    CHECK(derived("erf(x)") == "2*exp(-x^2)/sqrt(pi)");
    CHECK(derived("erfc(x)") == "-2*exp(-x^2)/sqrt(pi)");
    CHECK(derived("expm1(x)") == "exp(x)");
    CHECK(derived("log1p(x)") == "1/(1 + x)");
    CHECK(derived("log(x)") == "1/x");
    CHECK(derived("sqrt(x)") == "1/(2*sqrt(x))");
    CHECK(derived("sqrt1pm1(x)") == "1/(2*sqrt(1 + x))");
    CHECK(derived("atan(x)") == "1/(1 + x^2)");
    CHECK(derived("asinh(x)") == "1/sqrt(1 + x^2)");
    CHECK(derived("tan(x)") == "1 + tan(x)^2");
    CHECK(derived("sinh(x)") == "cosh(x)");
    CHECK(derived("cosh(x)") == "sinh(x)");
    CHECK(derived("cos(x)") == "-sin(x)");
    CHECK(derived("sinc(x)") == "-sph_bessel(1, x)");
    CHECK(derived("sph_bessel(1, x)") == "(sinc(x) - 2*sph_bessel(2, x))/3");
    CHECK(derived("abs(x)") == "sign(x)");
    for (const char* constant : {"sign(x)", "step(x)", "floor(x)", "3", "alpha", "pi"})
        CHECK(derived(constant) == "0");
}

TEST_CASE("derivatives of piecewise functions, with their side at each kink") {
    CHECK(derived("relu(x)") == "if(x > 0, 1, 0)");
    CHECK(derived("clamp(x, 0, 6)") == "if(x < 0, 0, if(x > 6, 0, 1))");
    CHECK(derived("max(x, 0)") == "if(x > 0, 1, 0)");
    CHECK(derived("max(0, x) + min(0, a*expm1(x/a))") == "if(x < 0, exp(x/a), 1)");
    CHECK(derived("tanh(relu(x))") == "if(x > 0, sech(x)^2, 0)");
    CHECK(derived("clamp(x/6 + 0.5, 0, 1)") == "if(x < -3, 0, if(x > 3, 0, 1/6))");
    CHECK(derived("x*clamp(x + 3, 0, 6)/6") == "if(x < -3, 0, if(x > 3, 1, (2*x + 3)/6))");
    CHECK(derived("if(x > 0, x, alpha*expm1(x))") == "if(x > 0, 1, alpha*exp(x))");
    CHECK(derived("lambda*if(x > 0, x, alpha*expm1(x))") == "if(x > 0, lambda, lambda*alpha*exp(x))");
}

TEST_CASE("derivatives in forms that do not cancel") {
    CHECK(derived("x/sqrt(1 + a*x^2)") == "1/(1 + a*x^2)^(3/2)");
    CHECK(derived("x/(1 + abs(x))") == "1/(1 + abs(x))^2");
    CHECK(derived("a*x/(1 + abs(x*b))") == "a/(1 + abs(b*x))^2");
    CHECK(derived("(x + sqrt(x^2 + b))/2") == "(1 + x/sqrt(x^2 + b))/2");
    CHECK(derived("b/(2*(sqrt(x^2 + b) - x))") == "b/(2*sqrt(x^2 + b)*(sqrt(x^2 + b) - x))");
    CHECK(derived("x - tanh(x)") == "tanh(x)^2");
    CHECK(derived("x*sigmoid(x)") == "sigmoid(x)*(1 + x*sigmoid(-x))");
    CHECK(derived("x*normal_cdf(x)") == "normal_cdf(x) + x*normal_pdf(x)");
    CHECK(derived("log1p(abs(x))*sign(x)") == "1/(1 + abs(x))");
    CHECK(derived("x/(x/a + exp(-x/b))") == "exp(-x/b)*(1 + x/b)/(x/a + exp(-x/b))^2");
    CHECK(derived("a*x/(1 + sqrt(1 + a^2*x^2))") == "a/(sqrt(1 + a^2*x^2)*(1 + sqrt(1 + a^2*x^2)))");
    CHECK(derived("x/(1 + abs(x)^k)^(1/k)") == "1/(1 + abs(x)^k)^(1/k + 1)");
    CHECK(derived("softplus(beta*x)/beta") == "sigmoid(beta*x)");
    CHECK(derived("x + sin(a*x)^2/a") == "1 + sin(2*a*x)");
    CHECK(derived("-expm1(-exp(x))") == "exp(x - exp(x))");
}

TEST_CASE("higher derivatives, and order 0") {
    CHECK(derived("x*x", 0) == "x^2");
    CHECK(derived("x^5", 3) == "60*x^2");
    CHECK(derived("x*sigmoid(x)", 2) == "sigmoid(x)*sigmoid(-x)*(2 - x*tanh(x/2))");
    CHECK(derived("x*normal_cdf(x)", 2) == "normal_pdf(x)*(2 - x^2)");
    CHECK(derived("exp(2*x)", 4) == "16*exp(2*x)");
    CHECK_THROWS_AS(derivative(test::parsed("x"), -1), std::invalid_argument);
}

TEST_CASE("derivatives with respect to a parameter") {
    const auto by = [](const char* text, const char* parameter) {
        return to_source(parameter_derivative(test::parsed(text), parameter));
    };
    CHECK(by("if(x > 0, x, alpha*x)", "alpha") == "if(x > 0, 0, x)");
    CHECK(by("x*sigmoid(beta*x)", "beta") == "x^2*sigmoid(beta*x)*sigmoid(-beta*x)");
    CHECK(by("x^n", "n") == "x^n*log(x)");
    CHECK(by("clamp(x, lo, 6)", "lo") == "if(x < lo, 1, 0)");
}

// Exact values: mpmath.diff(f, x, order) with mp.dps = 40.
TEST_CASE("values of derivatives at a few points") {
    struct Known {
        const char* formula;
        int order;
        double x;
        double value;
    };
    const std::vector<Known> known{
        {"x*sigmoid(x)", 1, 0.75, 0.8425999444967535},
        {"x*sigmoid(x)", 1, -1.5, -0.041294154299142944},
        {"x*sigmoid(x)", 2, 0.75, 0.37722677521501975},
        {"x*sigmoid(x)", 2, -1.5, 0.1561975849635367},
        {"x*sigmoid(x)", 3, 0.75, -0.28448363129214709},
        {"x*sigmoid(x)", 3, -1.5, 0.2606729377352716},
        {"x*tanh(softplus(x))", 1, 0.75, 0.98575835571668806},
        {"x*tanh(softplus(x))", 1, -1.5, -0.064097815892258643},
        {"x*tanh(softplus(x))", 2, 0.75, 0.32457122066277646},
        {"x*tanh(softplus(x))", 2, -1.5, 0.15461475356154317},
        {"x*tanh(softplus(x))", 3, 0.75, -0.58718891468044251},
        {"x*tanh(softplus(x))", 3, -1.5, 0.31733304899946271},
        {"x*normal_cdf(x)", 1, 0.75, 0.9992257217392351},
        {"x*normal_cdf(x)", 1, -1.5, -0.12746919222997953},
        {"x*normal_cdf(x)", 2, 0.75, 0.43288505872253133},
        {"x*normal_cdf(x)", 2, -1.5, -0.032379398916472932},
        {"x*normal_cdf(x)", 3, 0.75, -0.77636994227410511},
        {"x*normal_cdf(x)", 3, -1.5, 0.33998368862296578},
        {"exp(-x^2)", 1, 0.75, -0.85467423709638451},
        {"exp(-x^2)", 1, -1.5, 0.31619767368559301},
        {"exp(-x^2)", 2, 0.75, 0.14244570618273075},
        {"exp(-x^2)", 2, -1.5, 0.73779457193305036},
        {"exp(-x^2)", 3, 0.75, 3.2050283891114419},
        {"exp(-x^2)", 3, -1.5, 0.94859302105677903},
        {"x/sqrt(1 + 2*x^2)", 1, 0.75, 0.32282086615060487},
        {"x/sqrt(1 + 2*x^2)", 1, -1.5, 0.077527533220221976},
        {"x/sqrt(1 + 2*x^2)", 2, 0.75, -0.68362065773069267},
        {"x/sqrt(1 + 2*x^2)", 2, -1.5, 0.12686323617854505},
        {"x/sqrt(1 + 2*x^2)", 3, 0.75, 1.5012845816830898},
        {"x/sqrt(1 + 2*x^2)", 3, -1.5, 0.26141515333760799},
        {"tanh(x)^3", 1, 0.75, 0.72201354491592567},
        {"tanh(x)^3", 1, -1.5, 0.44415524871769993},
        {"tanh(x)^3", 2, 0.75, 0.43918052018293694},
        {"tanh(x)^3", 2, -1.5, 0.62670759903346611},
        {"tanh(x)^3", 3, 0.75, -3.5913187461548983},
        {"tanh(x)^3", 3, -1.5, 0.36731428785583687},
        {"sinc(x)", 1, 0.75, -0.23621708154305511},
        {"sinc(x)", 1, -1.5, 0.39617297071222225},
        {"sinc(x)", 2, 0.75, -0.27893946258296525},
        {"sinc(x)", 2, -1.5, -0.13676603011973995},
        {"sinc(x)", 3, 0.75, 0.14017269183343315},
        {"sinc(x)", 3, -1.5, -0.22637392579434463},
        {"x*erf(softplus(x))", 1, 0.75, 1.0499447392909487},
        {"x*erf(softplus(x))", 1, -1.5, -0.072258195135001207},
        {"x*erf(softplus(x))", 2, 0.75, 0.22777974349786494},
        {"x*erf(softplus(x))", 2, -1.5, 0.17470665511391937},
        {"x*erf(softplus(x))", 3, 0.75, -0.79433148012249133},
        {"x*erf(softplus(x))", 3, -1.5, 0.35884317018532496},
        {"2^x", 1, 0.75, 1.1657299587521544},
        {"2^x", 1, -1.5, 0.2450645358671368},
        {"2^x", 2, 0.75, 0.8080224342033172},
        {"2^x", 2, -1.5, 0.16986579209153746},
        {"2^x", 3, 0.75, 0.56007847209721323},
        {"2^x", 3, -1.5, 0.11774199486183105},
        {"log(cosh(x))", 1, 0.75, 0.63514895238728732},
        {"log(cosh(x))", 1, -1.5, -0.90514825364486644},
        {"log(cosh(x))", 2, 0.75, 0.59658580828133143},
        {"log(cosh(x))", 2, -1.5, 0.18070663892364853},
        {"log(cosh(x))", 3, 0.75, -0.75784170227802139},
        {"log(cosh(x))", 3, -1.5, 0.32713259728754783},
        {"tan(x/3)", 1, 0.75, 0.35506649891094996},
        {"tan(x/3)", 1, -1.5, 0.43281547013650828},
        {"tan(x/3)", 2, 0.75, 0.060442241328765963},
        {"tan(x/3)", 2, -1.5, -0.15763211265232349},
        {"tan(x/3)", 3, 0.75, 0.094337104448448168},
        {"tan(x/3)", 3, -1.5, 0.18229603120719192},
        {"asinh(x)*atan(x)", 1, 0.75, 0.95841508259299251},
        {"asinh(x)*atan(x)", 1, -1.5, -0.91277532260717367},
        {"asinh(x)*atan(x)", 2, 0.75, 0.3510259464873484},
        {"asinh(x)*atan(x)", 2, -1.5, -0.2495974672829961},
        {"asinh(x)*atan(x)", 3, 0.75, -1.9356386796453559},
        {"asinh(x)*atan(x)", 3, -1.5, 0.12807416881721483},
    };
    for (const Known& k : known) {
        INFO(k.formula << ", order " << k.order << ", x = " << k.x);
        CHECK(Evaluator(derivative(test::parsed(k.formula), k.order))(k.x) == Approx(k.value).epsilon(1e-14));
    }
}

TEST_CASE("the derivative of any formula is the limit of its difference quotient") {
    const unsigned seed = 11;
    INFO("seed " << seed);
    test::Maker maker(seed);
    int compared = 0;
    for (int i = 0; i < 2500; ++i) {
        const Expr expr = maker.formula(4);
        const Expr slope = derivative(expr);
        INFO(to_source(expr));
        INFO(to_source(slope));
        for (int k = 0; k < 4; ++k) {
            const long double x = maker.point();
            const long double h = 1e-6L;
            const test::Measured at = test::measure(expr, x);
            const test::Measured left = test::measure(expr, x - h);
            const test::Measured right = test::measure(expr, x + h);
            const test::Measured d = test::measure(slope, x);
            const long double scale = std::max({at.scale, left.scale, right.scale, d.scale, 1.0L});
            if (!std::isfinite(scale) || scale > 1e4L) continue;
            const long double backward = (at.value - left.value) / h;
            const long double forward = (right.value - at.value) / h;
            // Near a kink, a jump or a pole there is nothing to compare.
            if (std::fabs(forward - backward) > 1e-3L) continue;
            INFO("x = " << static_cast<double>(x));
            CHECK(std::fabs((forward + backward) / 2 - d.value) <= 1e-5L * (1 + std::fabs(d.value)));
            ++compared;
        }
    }
    CHECK(compared > 4000);
}

} // namespace actlas::formula
