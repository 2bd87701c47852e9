// The conditions that cases are given, and the tree that the drawing engine reads.

#include "formula/notation.hpp"
#include "formula/printers.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

namespace actlas::formula {

namespace {

using NKind = Notation::Kind;

/// The lines of a case distinction, "value: condition".
std::vector<std::string> lines(const char* source) {
    const Notation notation = notate(test::parsed(source));
    REQUIRE(notation.kind == NKind::cases);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < notation.children.size(); i += 2) {
        result.push_back(to_text(notation.children[i]) + ": " + to_text(notation.children[i + 1]));
    }
    return result;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("notation: the last of two cases has the opposite condition") {
    CHECK(lines("if(x > 0, x, alpha*x)") == Lines{"x: x > 0", "αx: x ≤ 0"});
    CHECK(lines("if(x >= lo, x, 0)") == Lines{"x: x ≥ lo", "0: x < lo"});
    CHECK(lines("if(abs(x) > lambda, x, 0)") == Lines{"x: |x| > λ", "0: |x| ≤ λ"});
    CHECK(lines("if(x < tanh(x), 1, 2)") == Lines{"1: x < tanh(x)", "2: x ≥ tanh(x)"});
}

TEST_CASE("notation: chained comparisons become intervals") {
    CHECK(lines("if(x < -3, 0, if(x > 3, x, x^2))") == Lines{"0: x < −3", "x: x > 3", "x²: −3 ≤ x ≤ 3"});
    CHECK(lines("if(x <= -a, 1, if(x < a, x, 2))") == Lines{"1: x ≤ −a", "x: −a < x < a", "2: x ≥ a"});
    CHECK(lines("if(x > 2, 1, if(x >= 0, x, if(x >= -2, -x, 3)))") ==
          Lines{"1: x > 2", "x: 0 ≤ x ≤ 2", "−x: −2 ≤ x < 0", "3: x < −2"});
    CHECK(lines("if(x > 0, 1, if(x < 0, -1, 0))") == Lines{"1: x > 0", "−1: x < 0", "0: x = 0"});
}

TEST_CASE("notation: what is equal on both sides is said once") {
    CHECK(lines("if(x < lo, 0, if(x > 6, 0, 1))") == Lines{"1: lo ≤ x ≤ 6", "0: otherwise"});
}

TEST_CASE("notation: conditions on different things end in otherwise") {
    CHECK(lines("if(x > 0, 1, if(abs(x) < a, 2, 3))") == Lines{"1: x > 0", "2: |x| < a", "3: otherwise"});
    CHECK(lines("if(x < 3, 1, if(x < 2, 2, 3))") == Lines{"1: x < 3", "2: x < 2", "3: otherwise"});
}

TEST_CASE("notation: the tree") {
    const Notation product = notate(test::parsed("x*tanh(x)"));
    REQUIRE(product.kind == NKind::row);
    REQUIRE(product.children.size() == 3);
    CHECK(product.children[0].kind == NKind::identifier);
    CHECK(product.children[1].kind == NKind::space);
    const Notation& call = product.children[2];
    REQUIRE(call.kind == NKind::row);
    CHECK(call.children[0].kind == NKind::upright);
    CHECK(call.children[0].text == "tanh");
    CHECK(call.children[1].kind == NKind::fenced);
    CHECK(call.children[1].text == "()");

    CHECK(notate(test::parsed("sigmoid(x)")).children[0].kind == NKind::identifier);
    CHECK(notate(test::parsed("normal_cdf(x)")).children[0].kind == NKind::upright);
    CHECK(notate(test::parsed("1/x")).kind == NKind::fraction);
    CHECK(notate(test::parsed("exp(-x)")).kind == NKind::superscript);
    CHECK(notate(test::parsed("sqrt(x)")).kind == NKind::radical);
    CHECK(notate_parameter("w0").kind == NKind::subscript);
    CHECK(notate_parameter("negative_slope").kind == NKind::upright);

    const Notation definition = notate_definition(test::parsed("x"), 2);
    REQUIRE(definition.children.size() == 3);
    CHECK(definition.children[0].children[0].kind == NKind::prime);
    CHECK(definition.children[1].text == "=");
}

} // namespace actlas::formula
