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
          "The input times σ(x); dips to −0.278 at x = −1.28; on the far left it settles "
          "on 0, on the far right the line y = x. The curve is smooth everywhere.");
    CHECK(words_on("x*sigmoid(x)").zh ==
          "输入乘以 σ(x)；在 x = −1.28 处下探到 −0.278；左端趋于 0，右端趋于直线 y = x。曲线处处光滑。");
    CHECK(words_on("tanh(x)").en == "Rises throughout, from −1 to 1. The curve is odd and smooth everywhere.");
    CHECK(
        words_on("max(x, 0)").en ==
        "0 up to x = 0, rising without bound from there; on the far right it settles on the line y = x. The curve has "
        "a corner at x = 0.");
    CHECK(words_on("clamp(x, -1, 1)").en == "−1 up to x = −1, 1 from x = 1 on, rising in between. The curve is odd "
                                            "and has corners at x = −1 and 1.");
    CHECK(words_on("step(x)").en == "Jumps from 0 to 1 at x = 0 and is flat elsewhere.");
    CHECK(words_on("2*x - 1").en == "The straight line y = 2x − 1. The curve is smooth everywhere.");
    CHECK(words_on("exp(-x^2)").en == "Peaks at 1 at x = 0 and falls on both sides of it; on both sides it settles on "
                                      "0. The curve is even and smooth everywhere.");
    CHECK(words_on("sin(x)").en ==
          "Goes up and down without end, between −1 and 1. The curve is odd and smooth everywhere.");
}
