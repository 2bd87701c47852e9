#include "base/diagnostic.hpp"
#include "failure.hpp"
#include "formula/printers.hpp"
#include "report/math.hpp"
#include "support/catch.hpp"

#include <string>

using namespace actlas;

namespace {

std::string text(std::string_view written) {
    return formula::to_text(report::prose_math(written));
}
std::string latex(std::string_view written) {
    return formula::to_latex(report::prose_math(written));
}

} // namespace

TEST_CASE("relations join sides of the formula language") {
    CHECK(latex("z = w*x + b") == "z = wx + b");
    CHECK(latex("b <= 0") == "b \\le 0");
    CHECK(latex("-3 < x < 3") == "-3 < x < 3");
    CHECK(latex("a3 = sigmoid(z3) ≈ 0.663") == "a_3 = \\sigma(z_3) \\approx 0.663");
}

TEST_CASE("names that are no primitive are variables") {
    CHECK(latex("W2*b1") == "W_2b_1");
    CHECK(latex("alpha = 0.01") == "\\alpha = 0.01");
}

TEST_CASE("functions that have no formula") {
    CHECK(latex("a = f(z)") == "a = f(z)");
    CHECK(latex("f'(0) = 0.01") == "f'(0) = 0.01");
    CHECK(latex("x = −8.35 × 10⁻¹¹") == latex("x = -8.35*10^-11"));
    CHECK(latex("x = −8.35\u00A0×\u00A010⁻¹¹") == latex("x = -8.35*10^-11"));
    CHECK(latex("f'(0) = ∞") == "f'(0) = \\infty");
    CHECK(latex("f'(0) = −∞") == "f'(0) = -\\infty");
    CHECK(latex("|f'(x)| < 0.01") == "\\lvert f'(x)\\rvert < 0.01");
    CHECK(latex("f'(0+) = 1") == "f'(0^+) = 1");
    // A product of a variable and a bracket is none.
    CHECK(latex("w*(x + 1)") == "w(x + 1)");
    CHECK(latex("(a + b)*(c)") == "(a + b)c");
}

TEST_CASE("numbers as people read them") {
    CHECK(text("x < −4.59") == text("x < -4.59"));
    CHECK(text("z = 10\u202F000") == text("z = 10000"));
    CHECK(latex("x = 1e-5").find("10^{-5}") != std::string::npos);
}

TEST_CASE("mathematics that cannot be read is quoted") {
    for (const std::string bad : {"z = w*", "f(", "x = ", "1 +* 2"}) {
        INFO(bad);
        CHECK(failure([&] { report::prose_math(bad); }).find("\"" + bad + "\"") != std::string::npos);
        CHECK_THROWS_AS(report::prose_math(bad), InputError);
    }
}
