#include "formula/identity.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <string_view>
#include <utility>
#include <vector>

using actlas::formula::identical;
using actlas::formula::parse;

namespace {

bool same(std::string_view a, std::string_view b) {
    return identical(parse(a), parse(b));
}

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

} // namespace

TEST_CASE("formulas that are equal by algebra are found to be") {
    const Pairs pairs{
        {"x*sigmoid(x)", "x/(1 + exp(-x))"},
        {"tanh(x)", "2*sigmoid(2*x) - 1"},
        {"0.5*x*(1 + tanh(x))", "x*sigmoid(2*x)"},
        {"x*tanh(softplus(x))", "x*(exp(2*x) + 2*exp(x))/(exp(2*x) + 2*exp(x) + 2)"},
        {"2^(x/log(2)) - 1", "expm1(x)"},
        {"softplus(x) - softplus(-x)", "x"},
        {"log_sigmoid(x)", "x - softplus(x)"},
        {"x*normal_cdf(x)", "0.5*x*(1 + erf(x/sqrt(2)))"},
        {"x*(1 - erfc(-x/sqrt(2))/2)", "x*normal_cdf(-x)"},
        {"normal_pdf(x)", "exp(-x^2/2)/sqrt(2*pi)"},
        {"x + sin(x)^2", "x + (1 - cos(2*x))/2"},
        {"sin(3*x)", "3*sin(x) - 4*sin(x)^3"},
        {"tan(x)", "sin(x)/cos(x)"},
        {"asinh(x)", "log(x + sqrt(x^2 + 1))"},
        {"(x + sqrt(x^2 + 4))/2", "2/(sqrt(4 + x*x) - x)"},
        {"sqrt(8)*x", "2*sqrt(2)*x"},
        {"sqrt(1 + exp(-x))", "exp(-x/2)*sqrt(exp(x) + 1)"},
        {"exp(-exp(-x))", "1/exp(1/exp(x))"},
        {"exp(-1/(1 + x^2))", "1/exp(1/(x^2 + 1))"},
        {"atan(-x)", "-atan(x)"},
        {"asinh(-x - 1) + asinh(1 - x)", "-asinh(x + 1) - asinh(x - 1)"},
        {"sqrt((-x - 3)^2 + 0.01) + sqrt((3 - x)^2 + 0.01)", "sqrt((x - 3)^2 + 0.01) + sqrt((x + 3)^2 + 0.01)"},
        {"sech(x)^2", "1 - tanh(x)^2"},
        {"cosh(x)^2 - sinh(x)^2", "1"},
        {"exp(x + 1)", "e*exp(x)"},
        {"0.1*x + 0.2*x", "0.3*x"},
    };
    for (const auto& [a, b] : pairs) {
        INFO(a << " and " << b);
        CHECK(same(a, b));
        CHECK(same(b, a));
    }
}

TEST_CASE("formulas that differ are not taken for equal, however little they differ") {
    const Pairs pairs{
        {"x*normal_cdf(x)", "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))"},
        {"x*sigmoid(1.702*x)", "x*normal_cdf(x)"},
        {"pi*x", "3.141592653589793*x"},
        {"x/sqrt(2)", "0.7071067811865476*x"},
        {"exp(x)", "exp(1.0000001*x)"},
        {"tanh(x)", "tanh(x) + 1e-15"},
        {"sqrt(x^2)", "x"},
        {"log(x^2)", "log(x)"},
        {"(-x)^0.5", "x^0.5"},
        {"sin(x)", "cos(x)"},
        {"atan(x)", "atan(-x)"},
        {"abs(x)", "x"},
    };
    for (const auto& [a, b] : pairs) {
        INFO(a << " and " << b);
        CHECK_FALSE(same(a, b));
        CHECK_FALSE(same(b, a));
    }
}

TEST_CASE("formulas that cannot be multiplied out are left alone") {
    CHECK_FALSE(same("(1 + x + x^2 + exp(x) + sin(x))^24", "(1 + x)^24*(x + log(1 + x^2))^23*(x + cos(x))^24"));
    CHECK(same("(1 + x)^60", "(1 + x)^60"));
}
