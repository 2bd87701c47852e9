#include "formula/derivative.hpp"
#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

namespace {

/// What stands between <semantics> and the annotation.
std::string body(const std::string& source) {
    const std::string mathml = to_mathml(test::parsed(source));
    const std::string start = "<math><semantics>";
    REQUIRE(mathml.starts_with(start));
    return mathml.substr(start.size(), mathml.find("<annotation") - start.size());
}

/// Checks that tags nest, that every element may stand where it stands, and that text is escaped.
void check_well_formed(const std::string& mathml) {
    std::vector<std::string> open;
    std::vector<int> children{0};
    for (std::size_t i = 0; i < mathml.size();) {
        if (mathml[i] != '<') {
            if (mathml[i] == '&') {
                const std::string entity = mathml.substr(i, mathml.find(';', i) - i + 1);
                CHECK((entity == "&lt;" || entity == "&gt;" || entity == "&amp;"));
            }
            CHECK(mathml[i] != '>');
            ++i;
            continue;
        }
        const std::size_t end = mathml.find('>', i);
        REQUIRE(end != std::string::npos);
        const std::string tag = mathml.substr(i + 1, end - i - 1);
        i = end + 1;
        if (tag.back() == '/') {
            ++children.back();
            continue;
        }
        if (tag.front() != '/') {
            ++children.back();
            open.push_back(tag.substr(0, tag.find(' ')));
            children.push_back(0);
            continue;
        }
        REQUIRE_FALSE(open.empty());
        CHECK(open.back() == tag.substr(1));
        const std::string& name = open.back();
        if (name == "mfrac" || name == "msup" || name == "msub") CHECK(children.back() == 2);
        if (name == "mi" || name == "mn" || name == "mo") CHECK(children.back() == 0);
        if (name == "mtr") CHECK(children.back() == 2);
        open.pop_back();
        children.pop_back();
    }
    CHECK(open.empty());
    for (const char* banned : {"mfenced", "menclose", "columnalign", "mstyle"})
        CHECK(mathml.find(banned) == std::string::npos);
}

} // namespace

TEST_CASE("MathML: the elements") {
    CHECK(body("x") == "<mrow><mi>x</mi></mrow>");
    CHECK(body("-x") == "<mrow><mo form=\"prefix\">−</mo><mi>x</mi></mrow>");
    CHECK(body("x^2") == "<mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>");
    CHECK(body("x/2") == "<mrow><mfrac><mi>x</mi><mn>2</mn></mfrac></mrow>");
    CHECK(body("sqrt(x)") == "<mrow><msqrt><mi>x</mi></msqrt></mrow>");
    CHECK(body("normal_cdf(x)") ==
          "<mrow><mi mathvariant=\"normal\">Φ</mi><mo>\u2061</mo><mrow><mo stretchy=\"false\">(</mo>"
          "<mi>x</mi><mo stretchy=\"false\">)</mo></mrow></mrow>");
    CHECK(body("abs(x)") == "<mrow><mrow><mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi>"
                            "<mo form=\"postfix\" stretchy=\"false\">|</mo></mrow></mrow>");
    // A thin space after the invisible multiplication before a function; brackets stretch only round a fraction.
    CHECK(body("x*tanh(x/2)") ==
          "<mrow><mi>x</mi><mo>\u2062</mo><mspace width=\".16em\"/><mrow><mi>tanh</mi><mo>\u2061</mo>"
          "<mrow><mo>(</mo><mfrac><mi>x</mi><mn>2</mn></mfrac><mo>)</mo></mrow></mrow></mrow>");
    CHECK(body("if(x < 0, 1, 2)") ==
          "<mrow><mrow><mo form=\"prefix\">{</mo><mtable>"
          "<mtr><mtd style=\"text-align:left\"><mn>1</mn></mtd>"
          "<mtd style=\"text-align:left\"><mrow><mi>x</mi><mo>&lt;</mo><mn>0</mn></mrow></mtd></mtr>"
          "<mtr><mtd style=\"text-align:left\"><mn>2</mn></mtd>"
          "<mtd "
          "style=\"text-align:left\"><mrow><mi>x</mi><mo>≥</mo><mn>0</mn></mrow></mtd></mtr></mtable></mrow></mrow>");
}

TEST_CASE("MathML: the whole element") {
    CHECK(to_mathml(test::parsed("2*x"), true) ==
          "<math display=\"block\"><semantics><mrow><mn>2</mn><mi>x</mi></mrow>"
          "<annotation encoding=\"application/x-tex\">2x</annotation></semantics></math>");
    CHECK(to_mathml(notate_definition(test::parsed("2"), 2))
              .starts_with("<math><semantics><mrow><mrow><msup><mi>f</mi><mo>″</mo></msup>"));
    CHECK(to_mathml(test::parsed("if(x < 0, 1, 2)")).find("\\begin{cases} 1 &amp; x &lt; 0") != std::string::npos);
}

TEST_CASE("MathML is well formed for any formula") {
    const unsigned seed = 5;
    INFO("seed " << seed);
    test::Maker maker(seed);
    for (int i = 0; i < 400; ++i) {
        const Expr expr = maker.formula(5);
        INFO(to_source(expr));
        check_well_formed(to_mathml(expr));
        check_well_formed(to_mathml(notate_definition(derivative(expr), 1), true));
    }
}

} // namespace actlas::formula
