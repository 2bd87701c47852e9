#include "math_expressions.hpp"
#include "plot/math_break.hpp"
#include "support/catch.hpp"
#include "typeset_fonts.hpp"

#include <algorithm>

using namespace actlas::plot;
using namespace actlas::plot::expressions;

namespace {

constexpr double em = 20;

double measure(const MathNode& node) {
    return lay_out(node, em).width;
}

std::vector<MathLine> broken(const MathNode& node, double width) {
    return break_math(node, width, em, measure);
}

std::string letters(const MathNode& node) {
    std::string all;
    for (const MathGlyph& glyph : lay_out(node, em).glyphs)
        all += glyph.text;
    return all;
}

/// a + a + ... + a
MathNode sum(int terms, const MathNode& term) {
    std::vector<MathNode> items{term};
    for (int i = 1; i < terms; ++i) {
        items.push_back(bin("+"));
        items.push_back(term);
    }
    return row(std::move(items));
}

std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
}

} // namespace

TEST_CASE("what fits stays on one line", "[math]") {
    for (const auto& [name, node] : catalogue()) {
        CAPTURE(name);
        const auto lines = broken(node, measure(node));
        REQUIRE(lines.size() == 1);
        CHECK(letters(lines.front().node) == letters(node));
        CHECK(lines.front().indent == 0);
    }
}

TEST_CASE("lines fit, begin with their operator and hold all that was in the whole", "[math]") {
    const MathNode node = row({f_of_x(), rel("="), sum(20, id("a")), rel("="), sum(9, id("b"))});
    const double width = measure(node) / 3;
    const auto lines = broken(node, width);
    REQUIRE(lines.size() > 3);
    CHECK(lines.size() < 7);
    std::string all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        CAPTURE(i);
        CHECK(lines[i].indent + measure(lines[i].node) <= width);
        const std::string text = letters(lines[i].node);
        all += text;
        if (i > 0) CHECK((text.front() == '+' || text.front() == '='));
        // Relations stand under the first one, sums farther right.
        if (i > 0) CHECK(lines[i].indent > measure(f_of_x()) - 1);
        if (i > 0 && text.front() == '+') CHECK(lines[i].indent > measure(f_of_x()) + em);
    }
    CHECK(all == letters(node));
}

TEST_CASE("a relation is a better place than a sum, and outside brackets better than inside", "[math]") {
    const MathNode at_relation = row({f_of_x(), rel("="), sum(5, id("a")), rel("="), sum(5, id("b"))});
    const auto halves = broken(at_relation, 0.75 * measure(at_relation));
    REQUIRE(halves.size() == 2);
    CHECK(letters(halves[1].node).front() == '=');

    const MathNode outside = row({paren(sum(4, id("a"))), bin("+"), paren(sum(4, id("b")))});
    const auto terms = broken(outside, 0.75 * measure(outside));
    REQUIRE(terms.size() == 2);
    CHECK(letters(terms[1].node) == "+" + letters(paren(sum(4, id("b")))));
}

TEST_CASE("a factor on a new line has its multiplication dot", "[math]") {
    const MathNode product = row({paren(sum(4, id("a"))), paren(sum(4, id("b")))});
    const auto lines = broken(product, 0.75 * measure(product));
    REQUIRE(lines.size() == 2);
    CHECK(letters(lines[1].node) == "·" + letters(paren(sum(4, id("b")))));
}

TEST_CASE("brackets taken apart keep one side on each line, and their exponent", "[math]") {
    const MathNode power = sup(paren(sum(12, id("a"))), num("2"));
    const auto lines = broken(power, 0.6 * measure(power));
    REQUIRE(lines.size() == 2);
    const std::string first = letters(lines[0].node), second = letters(lines[1].node);
    CHECK(first.front() == '(');
    CHECK(first.find(')') == std::string::npos);
    CHECK(second.find('(') == std::string::npos);
    CHECK(second.substr(second.size() - 2) == ")2");
    CHECK(first + second == letters(power));
}

TEST_CASE("a fraction too wide is written with a slash", "[math]") {
    const MathNode quotient = frac(sum(10, id("a")), sum(10, id("b")));
    const double width = 0.7 * measure(quotient);
    const auto lines = broken(quotient, width);
    REQUIRE(lines.size() > 1);
    std::string all;
    for (const auto& line : lines) {
        CHECK(line.indent + measure(line.node) <= width);
        all += letters(line.node);
    }
    CHECK(sorted(all) == sorted("(" + letters(sum(10, id("a"))) + ")/(" + letters(sum(10, id("b"))) + ")"));
}

TEST_CASE("what cannot be broken stays whole", "[math]") {
    const MathNode long_root = root(sum(12, id("a")));
    const auto lines = broken(long_root, measure(long_root) / 2);
    REQUIRE(lines.size() == 1);
    CHECK(letters(lines.front().node) == letters(long_root));
}
