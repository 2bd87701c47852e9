#include "analysis/summary_text.hpp"
#include "catalogue/catalogue.hpp"
#include "formula/parser.hpp"
#include "support/catch.hpp"

#include <map>
#include <set>
#include <string>

using namespace actlas;

namespace {

LocalizedText words_on(const std::string& formula) {
    catalogue::Activation activation;
    activation.id = "mine";
    activation.source = formula;
    activation.expr = formula::parse(formula);
    return analysis::summary_text(analysis::study(activation, analysis::Scope::properties));
}

} // namespace

TEST_CASE("the catalogue's own summary comes first") {
    const auto catalogue = catalogue::Catalogue::builtin();
    const catalogue::Activation& silu = *catalogue.find("silu");
    CHECK(analysis::summary_text(analysis::study(silu, analysis::Scope::properties)) == silu.summary);
}

TEST_CASE("sentences say what a function does, in numbers known from elsewhere") {
    // Minima of x sigmoid(x) and x tanh(softplus(x)): -0.278 at -1.28 and -0.309 at -1.19, as their papers have them.
    CHECK(words_on("x*sigmoid(x)").en ==
          "The input times σ(x); dips to −0.278 at x = −1.28; on the far left it approaches 0, on the far right it "
          "follows the line y = x. The curve is smooth everywhere.");
    CHECK(words_on("x*sigmoid(x)").zh ==
          "输入乘以 σ(x)；在 x = −1.28 处下探到 −0.278；左端趋于 0，右端趋于直线 y = x。曲线处处光滑。");
    // cosh(x) = 10 at 2.9932.
    CHECK(words_on("tanh(x)").en == "Rises throughout, from −1 to 1; it is steepest at x = 0, with slope 1, and |f′| < "
                                    "0.01 for |x| > 3. The curve is odd and smooth everywhere.");
    CHECK(
        words_on("tanh(x)").zh ==
        "从 −1 一路升到 1；在 x = 0 处最陡，斜率为 1，|x| > 3 时 |f′| < 0.01。曲线关于原点对称（奇函数），处处光滑。");
    // log(0.01) = -4.6052
    CHECK(words_on("if(x > 0, x, expm1(x))").en ==
          "Rises throughout from −1, without bound; on the far right it follows the line y = x; |f′| < 0.01 for x < "
          "−4.61. The curve has a continuous slope, but no continuous second derivative.");
    CHECK(words_on("x^3").en == "Rises throughout, without bound on either side; it goes from −27 at x = −3 to 27 at x "
                                "= 3. The curve is odd and smooth everywhere.");
    CHECK(words_on("sign(x)*sqrt(abs(x))").en.ends_with("The curve is odd and has an upright tangent at x = 0."));
    CHECK(words_on("if(x > 0, sin(x), x)").en ==
          "Goes up and down without end and is never above 1; on the far left it follows the line y = x. The curve has "
          "2 continuous derivatives and no more.");
    CHECK(words_on("max(x, 0)").en ==
          "0 up to x = 0, rising without bound from there; on the far right it follows the line y = x. The curve has "
          "a corner at x = 0.");
    CHECK(words_on("clamp(x, -1, 1)").en == "−1 up to x = −1, 1 from x = 1 on, rising in between. The curve is odd "
                                            "and has corners at x = −1 and 1.");
    CHECK(words_on("step(x)").en == "Jumps from 0 to 1 at x = 0 and is flat elsewhere.");
    CHECK(words_on("2*x - 1").en == "The straight line y = 2x − 1. The curve is smooth everywhere.");
    CHECK(words_on("exp(-x^2)").en == "Highest at x = 0, with the value 1, and falling on both sides; on both sides it "
                                      "approaches 0. The curve is even and smooth everywhere.");
    CHECK(words_on("sin(x)").en ==
          "Goes up and down without end, between −1 and 1. The curve is odd and smooth everywhere.");
}
