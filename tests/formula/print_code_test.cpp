// How formulas are spelled as code. Whether the code computes the right values is tested by running it, in
// tests/report/snippets_run_test.cpp.

#include "formula/code.hpp"
#include "formula/derivative.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

namespace actlas::formula {

namespace {

std::string key_as_comment(std::string_view key) {
    return "<" + std::string(key) + ">";
}

/// The code for a function called f with those of the tests' parameters that it uses, each 0.5.
std::string code(std::string_view source, CodeLanguage language) {
    CodeOrder order;
    order.name = "f";
    order.function = test::parsed(source);
    order.derivative = Expr::number(0);
    for (const std::string& name : parameters_of(order.function))
        order.parameters.push_back({name, 0.5});
    return to_code(order, language, key_as_comment);
}

/// The body of f without indentation.
std::string body(std::string_view source, CodeLanguage language) {
    const std::string all = code(source, language);
    const bool cpp = language == CodeLanguage::cpp;
    const std::size_t head = all.find(cpp ? "double f(" : "def f(");
    const std::size_t start = all.find('\n', head) + 1;
    std::string text = all.substr(start, all.find(cpp ? "\n}" : "\n\n", start) - start);
    for (std::size_t at = text.find("    "); at != std::string::npos; at = text.find("    "))
        text.erase(at, 4);
    return text;
}

struct Spelled {
    const char* source;
    const char* numpy;
    const char* torch;
    const char* jax;
    const char* cpp;
};

void check(const std::vector<Spelled>& all) {
    for (const Spelled& line : all) {
        INFO(line.source);
        CHECK(body(line.source, CodeLanguage::numpy) == line.numpy);
        CHECK(body(line.source, CodeLanguage::torch) == line.torch);
        CHECK(body(line.source, CodeLanguage::jax) == line.jax);
        CHECK(body(line.source, CodeLanguage::cpp) == line.cpp);
    }
}

/// The same in the three Python libraries.
void check_arithmetic(const char* source, const char* python, const char* cpp) {
    check({{source, python, python, python, cpp}});
}

} // namespace

TEST_CASE("code: arithmetic keeps the formula's grouping") {
    check_arithmetic("x", "return x", "return x;");
    check_arithmetic("x - (a - x)", "return x - (a - x)", "return x - (a - x);");
    check_arithmetic("x*(1 + x)/2", "return x * (1 + x) / 2", "return x * (1 + x) / 2;");
    check_arithmetic("a/(x*2)", "return a / (x * 2)", "return a / (x * 2);");
    check_arithmetic("-(a + x)*x", "return -(a + x) * x", "return -(a + x) * x;");
    check_arithmetic("x*(-a)", "return x * (-a)", "return x * (-a);");
    check_arithmetic("x + -3*a", "return x - 3 * a", "return x - 3 * a;");
    check_arithmetic("2 - -x", "return 2 - -x", "return 2 - -x;");
}

TEST_CASE("code: whole numbers divide as reals in C++ too") {
    check_arithmetic("x*(1/6)", "return x * (1 / 6)", "return x * (1.0 / 6);");
    check_arithmetic("x + (1 + 2)/4", "return x + (1 + 2) / 4", "return x + 3.0 / 4;");
    check_arithmetic("12345678901*x", "return 12345678901.0 * x", "return 12345678901.0 * x;");
}

TEST_CASE("code: powers") {
    check_arithmetic("x^2", "return x**2", "return x * x;");
    check_arithmetic("-x^2", "return -x**2", "return -(x * x);");
    check_arithmetic("(-x)^3", "return (-x) ** 3", "return std::pow(-x, 3);");
    check_arithmetic("a/x^2", "return a / x**2", "return a / (x * x);");
    check_arithmetic("(1 + x)^(3/2)", "return (1 + x) ** 1.5", "return std::pow(1 + x, 1.5);");
    check_arithmetic("2^x", "return 2**x", "return std::pow(2, x);");
    check_arithmetic("(1 + x)^2", "return (1 + x) ** 2", "const double u = 1 + x;\nreturn u * u;");
}

TEST_CASE("code: each library's own functions") {
    check({{"atan(x)", "return np.arctan(x)", "return torch.atan(x)", "return jnp.arctan(x)", "return std::atan(x);"},
           {"abs(x - 1)", "return np.abs(x - 1)", "return torch.abs(x - 1)", "return jnp.abs(x - 1)",
            "return std::abs(x - 1);"},
           {"sinc(x + 1)", "return np.sinc((x + 1) / np.pi)", "return torch.sinc((x + 1) / math.pi)",
            "return jnp.sinc((x + 1) / jnp.pi)", "return sinc(x + 1);"},
           {"erf(x)", "return erf(x)", "return torch.erf(x)", "return jax.scipy.special.erf(x)", "return std::erf(x);"},
           {"max(x, a)", "return np.maximum(x, a)", "return torch.clamp(x, min=a)", "return jnp.maximum(x, a)",
            "return std::fmax(x, a);"},
           {"max(a, x)", "return np.maximum(a, x)", "return torch.clamp(x, min=a)", "return jnp.maximum(a, x)",
            "return std::fmax(a, x);"},
           {"min(x, x^2)", "return np.minimum(x, x**2)", "return torch.minimum(x, x**2)", "return jnp.minimum(x, x**2)",
            "return std::fmin(x, x * x);"},
           {"clamp(x, -1, a)", "return np.clip(x, -1, a)", "return torch.clamp(x, -1, a)", "return jnp.clip(x, -1, a)",
            "return std::fmin(std::fmax(x, -1), a);"},
           {"clamp(x, -1, x^2)", "return np.clip(x, -1, x**2)", "return torch.minimum(torch.clamp(x, min=-1), x**2)",
            "return jnp.clip(x, -1, x**2)", "return std::fmin(std::fmax(x, -1), x * x);"},
           {"relu(x)", "return np.maximum(x, 0)", "return F.relu(x)", "return jax.nn.relu(x)",
            "return std::fmax(x, 0.0);"}});
}

TEST_CASE("code: what does not depend on x is a number for Python's math, a parameter may be a tensor") {
    check({{"sqrt(2/pi)*x", "return np.sqrt(2 / np.pi) * x", "return math.sqrt(2 / math.pi) * x",
            "return math.sqrt(2 / math.pi) * x", "return std::sqrt(2.0 / 3.141592653589793) * x;"},
           {"sqrt(a)*x", "return np.sqrt(a) * x", "return torch.sqrt(torch.as_tensor(a)) * x", "return jnp.sqrt(a) * x",
            "return std::sqrt(a) * x;"},
           {"sech(a)*x", "return sech(a) * x", "return sech(torch.as_tensor(a)) * x", "return sech(a) * x",
            "return sech(a) * x;"},
           {"2", "return np.full_like(x, 2, dtype=float)", "return torch.full_like(x, 2)", "return jnp.full_like(x, 2)",
            "return 2;"},
           {"a", "return np.full_like(x, a, dtype=float)", "return a * torch.ones_like(x)",
            "return a * jnp.ones_like(x)", "return a;"}});
}

TEST_CASE("code: branches") {
    check(
        {{"if(x > 0, x, a*x)", "return np.where(x > 0, x, a * x)", "return torch.where(x > 0, x, a * x)",
          "return jnp.where(x > 0, x, a * x)", "if (x > 0) return x;\nreturn a * x;"},
         {"if(x >= 0, 1, 0)", "return np.where(x >= 0, 1.0, 0.0)", "return torch.where(x >= 0, torch.ones_like(x), 0)",
          "return jnp.where(x >= 0, jnp.ones_like(x), 0)", "if (x >= 0) return 1;\nreturn 0;"},
         {"x*if(x < a, 2, 3)", "return x * np.where(x < a, 2.0, 3.0)",
          "return x * torch.where(x < a, torch.full_like(x, 2), 3)",
          "return x * jnp.where(x < a, jnp.full_like(x, 2), 3)", "return x * (x < a ? 2 : 3);"},
         {"if(a < 1, x, 2*x)", "return x if a < 1 else 2 * x", "return x if a < 1 else 2 * x",
          "return x if a < 1 else 2 * x", "if (a < 1) return x;\nreturn 2 * x;"}});
}

TEST_CASE("code: the branch not taken is kept from overflowing and from NaN") {
    check({{"if(x > 0, x, expm1(x))", "# <guard>\nreturn np.where(x > 0, x, np.expm1(np.minimum(x, 0)))",
            "# <double_where>\nreturn torch.where(x > 0, x, torch.expm1(torch.where(x > 0, 0, x)))",
            "# <double_where>\nreturn jnp.where(x > 0, x, jnp.expm1(jnp.where(x > 0, 0, x)))",
            "if (x > 0) return x;\nreturn std::expm1(x);"},
           // The root of 0 has no finite slope, which matters to gradients only.
           {"if(x > 0, sqrt(x), 0)", "# <guard>\nreturn np.where(x > 0, np.sqrt(np.maximum(x, 0)), 0)",
            "# <double_where>\nreturn torch.where(x > 0, torch.sqrt(torch.where(x > 0, x, 1)), 0)",
            "# <double_where>\nreturn jnp.where(x > 0, jnp.sqrt(jnp.where(x > 0, x, 1)), 0)",
            "if (x > 0) return std::sqrt(x);\nreturn 0;"},
           // A condition that is no bound.
           {"if(abs(x) > 1, log(abs(x)), 0)",
            "# <guard>\nu = np.abs(x)\nreturn np.where(u > 1, np.log(np.abs(np.where(u > 1, x, 2))), 0)",
            "# <double_where>\nu = torch.abs(x)\nreturn torch.where(\nu > 1,\n"
            "torch.log(torch.abs(torch.where(u > 1, x, 2))),\n0,\n)",
            "# <double_where>\nu = jnp.abs(x)\nreturn jnp.where(u > 1, jnp.log(jnp.abs(jnp.where(u > 1, x, 2))), 0)",
            "const double u = std::abs(x);\nif (u > 1) return std::log(u);\nreturn 0;"}});
}

TEST_CASE("code: exponentials are bounded where that changes nothing, and only there") {
    check({{"tanh(exp(x))", "# <bound>\nreturn np.tanh(np.exp(np.minimum(x, 80)))",
            "# <bound>\nreturn torch.tanh(torch.exp(torch.clamp(x, max=80)))",
            "# <bound>\nreturn jnp.tanh(jnp.exp(jnp.minimum(x, 80)))",
            "// <bound>\nreturn std::tanh(std::exp(std::fmin(x, 80)));"},
           // That 0.3 x is rounded is no change.
           {"erf(2*exp(0.3*x))", "# <bound>\nreturn erf(2 * np.exp(np.minimum(0.3 * x, 80)))",
            "# <bound>\nreturn torch.erf(2 * torch.exp(torch.clamp(0.3 * x, max=80)))",
            "# <bound>\nreturn jax.scipy.special.erf(2 * jnp.exp(jnp.minimum(0.3 * x, 80)))",
            "// <bound>\nreturn std::erf(2 * std::exp(std::fmin(0.3 * x, 80)));"},
           {"exp(x)", "return np.exp(x)", "return torch.exp(x)", "return jnp.exp(x)", "return std::exp(x);"},
           {"exp(-x^2)", "return np.exp(-x**2)", "return torch.exp(-x**2)", "return jnp.exp(-x**2)",
            "return std::exp(-(x * x));"}});
}

TEST_CASE("code: what occurs twice is computed once, under a free name") {
    check_arithmetic("(x + a*x^2)*(1 - (x + a*x^2))", "u = x + a * x**2\nreturn u * (1 - u)",
                     "const double u = x + a * (x * x);\nreturn u * (1 - u);");
    // With its sign, the product would be written out in both sums and its variable stay unused.
    check({{"(1 - x*tanh(x))*(2 - x*tanh(x))", "u = x * np.tanh(x)\nreturn (1 - u) * (2 - u)",
            "u = x * torch.tanh(x)\nreturn (1 - u) * (2 - u)", "u = x * jnp.tanh(x)\nreturn (1 - u) * (2 - u)",
            "const double u = x * std::tanh(x);\nreturn (1 - u) * (2 - u);"}});
    CodeOrder order;
    order.name = "f";
    const std::vector<std::string> names{"u"};
    order.function = parse("tanh(u*x)*(1 - tanh(u*x))", names);
    order.parameters = {{"u", 1}};
    CHECK(
        to_code(order, CodeLanguage::numpy, key_as_comment).find("    v = np.tanh(u * x)\n    return v * (1 - v)\n") !=
        std::string::npos);
}

TEST_CASE("code: a whole snippet") {
    CodeOrder order;
    order.name = "gelu";
    order.function = test::parsed("x*normal_cdf(x)");
    order.derivative = derivative(order.function);
    order.native = NativeCall{"jax.nn.gelu", "approximate=False", false};
    CHECK(to_code(order, CodeLanguage::jax, key_as_comment) == R"(import jax
import jax.scipy.special
import jax.scipy.stats


def gelu_native(x):
    # <native>
    return jax.nn.gelu(x, approximate=False)


def gelu(x):
    return x * jax.scipy.special.ndtr(x)


def gelu_derivative(x):
    return jax.scipy.special.ndtr(x) + x * jax.scipy.stats.norm.pdf(x)
)");
    order.native.reset();
    CHECK(to_code(order, CodeLanguage::numpy, key_as_comment) == R"(import math

import numpy as np


# <erf>
erfc = np.vectorize(math.erfc, otypes=[float])


def normal_cdf(x):
    # <left_tail>
    return erfc(-x / math.sqrt(2)) / 2


def normal_pdf(x):
    return np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)


def gelu(x):
    return x * normal_cdf(x)


def gelu_derivative(x):
    return normal_cdf(x) + x * normal_pdf(x)
)");
    order.name = "scaled";
    order.function = test::parsed("a*sigmoid(x)");
    order.derivative = Expr::parameter("a");
    order.parameters = {{"a", 2}, {"k", 1e-5}};
    CHECK(to_code(order, CodeLanguage::cpp, key_as_comment) == R"(#include <cmath>

inline double sigmoid(double x) {
    // <no_overflow>
    const double e = std::exp(-std::abs(x));
    return (x >= 0 ? 1 : e) / (1 + e);
}

inline double scaled(double x, double a = 2.0, double /*k*/ = 1e-05) {
    return a * sigmoid(x);
}

inline double scaled_derivative(
    double /*x*/,
    double a = 2.0,
    double /*k*/ = 1e-05
) {
    return a;
}
)");
}

TEST_CASE("code: a function that is a helper is not defined twice, a helper makes way for names") {
    CodeOrder order;
    order.name = "sigmoid";
    order.function = test::parsed("sigmoid(x)");
    order.derivative = derivative(order.function);
    const std::string own = to_code(order, CodeLanguage::numpy, key_as_comment);
    CHECK(own.find("def sigmoid(x):") == own.rfind("def sigmoid("));
    CHECK(own.find("return sigmoid(x) * sigmoid(-x)") != std::string::npos);

    order.function = test::parsed("2*sigmoid(x)");
    const std::string other = to_code(order, CodeLanguage::numpy, key_as_comment);
    CHECK(other.find("def sigmoid_(x):") != std::string::npos);
    CHECK(other.find("    return 2 * sigmoid_(x)") != std::string::npos);
}

TEST_CASE("code: names are valid identifiers, and nothing else gets through") {
    CHECK(code_identifier("silu", CodeLanguage::numpy) == "silu");
    CHECK(code_identifier("lambda", CodeLanguage::numpy) == "lambda_");
    CHECK(code_identifier("lambda", CodeLanguage::cpp) == "lambda");
    CHECK(code_identifier("max", CodeLanguage::torch) == "max_");
    CHECK(code_identifier("np", CodeLanguage::jax) == "np_");
    CHECK(code_identifier("tanh", CodeLanguage::cpp) == "tanh_");
    CHECK(code_identifier("tanh", CodeLanguage::numpy) == "tanh");
    CHECK(code_identifier("gamma", CodeLanguage::cpp) == "gamma_"); // glibc's ::gamma
    CHECK(code_identifier("gamma", CodeLanguage::cpp, NameOf::variable) == "gamma");
    CHECK(code_identifier("double", CodeLanguage::cpp, NameOf::variable) == "double_");
    CHECK(code_identifier("double", CodeLanguage::cpp) == "double_");
    CHECK(code_identifier("2x", CodeLanguage::numpy) == "f_2x");
    CHECK(code_identifier("a__b", CodeLanguage::cpp) == "a_b");
    CHECK(code_identifier("", CodeLanguage::cpp) == "f_");
    CHECK(code_identifier("f():\n  import os\n#", CodeLanguage::numpy) == "f______import_os__");
}

TEST_CASE("code: a derivative out of all proportion is left out") {
    CodeOrder order;
    order.name = "f";
    std::vector<Expr> terms;
    for (int i = 1; i < 3000; ++i)
        terms.push_back(Expr::multiply({Expr::number(i), Expr::variable()}));
    order.derivative = Expr::add(std::move(terms));
    CHECK(to_code(order, CodeLanguage::cpp, key_as_comment) ==
          "#include <cmath>\n\ninline double f(double x) {\n    return x;\n}\n\n// <too_long>\n");
}

TEST_CASE("code: names that become the same stay apart") {
    CodeOrder order;
    order.name = "f";
    const std::vector<std::string> names{"lambda", "lambda_"};
    order.function = parse("lambda*x + lambda_", names);
    order.parameters = {{"lambda", 1}, {"lambda_", 2}};
    CHECK(to_code(order, CodeLanguage::numpy, key_as_comment)
              .find("def f(x, lambda_=1.0, lambda__=2.0):\n    return lambda_ * x + lambda__\n") != std::string::npos);
}

TEST_CASE("code: long lines break inside brackets") {
    const std::string text =
        code("sin(x + a)*(1 + a*x + beta*x^2) + cos(alpha*x + beta)*tanh(lambda*x)", CodeLanguage::numpy);
    CHECK(text.find(R"(
    return (
        np.sin(x + a) * (1 + a * x + beta * x**2)
        + np.cos(alpha * x + beta) * np.tanh(lambda_ * x)
    )
)") != std::string::npos);
}

} // namespace actlas::formula
