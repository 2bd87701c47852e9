#include "catalogue/catalogue.hpp"
#include "exact_value.hpp"
#include "formula/derivative.hpp"
#include "formula/piecewise.hpp"
#include "formula/primitive.hpp"
#include "formula/printers.hpp"
#include "formula/simplify.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <map>

using namespace actlas;
using namespace actlas::formula;
using namespace actlas::formula::test;
using actlas::test::Exact;
using actlas::test::Random;

namespace {

Piecewise taken_apart(std::string_view formula) {
    return piecewise(parsed(formula));
}

std::vector<double> places(const Piecewise& parts) {
    std::vector<double> x;
    for (const BreakPoint& point : parts.points)
        x.push_back(point.x);
    return x;
}

std::vector<std::string> formulas(const Piecewise& parts) {
    std::vector<std::string> texts;
    for (const SmoothPiece& piece : parts.pieces)
        texts.push_back(to_source(piece.expr));
    return texts;
}

using Places = std::vector<double>;
using Formulas = std::vector<std::string>;

bool has_branch(const Expr& expr) {
    if (expr.kind() == Kind::choice) return true;
    if (expr.kind() == Kind::call) {
        const std::string_view name = expr.node().primitive->name;
        for (const std::string_view branching : {"abs", "sign", "step", "min", "max", "clamp", "relu", "floor"}) {
            if (name == branching) return true;
        }
    }
    return std::any_of(expr.operands().begin(), expr.operands().end(), has_branch);
}

/// What holds of every result: the pieces cover the line in order, and a complete one has no branches left.
void check_form(const Piecewise& parts) {
    REQUIRE(!parts.pieces.empty());
    REQUIRE(parts.points.size() + 1 == parts.pieces.size());
    REQUIRE(parts.at_points.size() == parts.points.size());
    REQUIRE(parts.pieces.front().low == -HUGE_VAL);
    REQUIRE(parts.pieces.back().high == HUGE_VAL);
    for (std::size_t i = 0; i < parts.points.size(); ++i) {
        const BreakPoint& point = parts.points[i];
        REQUIRE(parts.pieces[i].high == point.x);
        REQUIRE(parts.pieces[i + 1].low == point.x);
        REQUIRE(parts.pieces[i].high_exact == point.exact());
        REQUIRE(parts.pieces[i + 1].low_exact == point.exact());
        REQUIRE(point.enclosure.contains(point.x));
        if (i > 0) REQUIRE(parts.points[i - 1].x < point.x);
    }
    for (const SmoothPiece& piece : parts.pieces)
        REQUIRE((!parts.complete || !has_branch(piece.expr)));
}

/// What MPFR rounds off.
constexpr long rounded_bits = 120;

/// What doubles round off, and an ulp or two more: pieces are simplified, which multiplies constants as decimals, so
/// that SERLU's lambda*alpha is 1.07862*2.90427 there and the product of two doubles in the formula as it is evaluated.
constexpr long constant_bits = 50;

/// Equal to that many bits.
bool same(const Exact& a, const Exact& b, long bits) {
    if (!a.defined() || !b.defined()) return a.defined() == b.defined();
    Exact difference = a;
    mpfr_sub(difference.get(), a.get(), b.get(), MPFR_RNDN);
    if (mpfr_zero_p(difference.get())) return true;
    const auto size = [](const Exact& value) { return mpfr_zero_p(value.get()) ? -4000L : mpfr_get_exp(value.get()); };
    return mpfr_get_exp(difference.get()) < std::max({size(a), size(b), 0L}) - bits;
}

/// The formula and its pieces have the same values between the break points.
void check_values(const Expr& expr, const Piecewise& parts, Random& random, int points, long bits) {
    // Bits enough for x^3 - 1 + 1 - x^3 and the like with x of at most this size, and of its reciprocal.
    constexpr int precision = 1000;
    constexpr double largest = 0x1p60;
    for (int i = 0; i < points; ++i) {
        double x = 10 * random.unit() - 5;
        if (i % 4 == 0) x = random.number();
        if (!parts.points.empty() && i % 4 == 1) {
            const double near = parts.points[random.below(parts.points.size())].x;
            x = std::nextafter(near, random.below(2) == 0 ? -HUGE_VAL : HUGE_VAL);
        }
        const auto at_point = [&](const BreakPoint& point) { return point.enclosure.contains(x) || point.x == x; };
        if (std::any_of(parts.points.begin(), parts.points.end(), at_point)) continue;
        const auto piece =
            std::find_if(parts.pieces.begin(), parts.pieces.end(), [&](const SmoothPiece& p) { return x < p.high; });
        if (x != 0 && (std::fabs(x) > largest || std::fabs(x) < 1 / largest)) continue;
        const ExactValue whole = exact_value(expr, x, precision);
        const ExactValue part = exact_value(piece->expr, x, precision);
        // A piece may be defined at more points: its formula is simplified.
        if (!whole.sure || !part.sure || !whole.value.defined()) continue;
        CAPTURE(to_source(expr), to_source(piece->expr), x, whole.value.nearest(), part.value.nearest());
        REQUIRE(same(whole.value, part.value, bits));
    }
}

} // namespace

TEST_CASE("the catalogue's break points") {
    // From the definitions; functions that are not listed here have one formula on the whole line, or are not checked.
    const std::map<std::string, Places> expected{
        {"relu", {0}},
        {"leaky_relu", {0}},
        {"prelu", {0}},
        {"rrelu", {0}},
        {"relu6", {0, 6}},
        {"squared_relu", {0}},
        {"vrelu", {0}},
        {"elu", {0}},
        {"celu", {0}},
        {"selu", {0}},
        {"pelu", {0}},
        {"isrlu", {0}},
        {"elish", {0}},
        {"softsign", {0}},
        {"symlog", {0}},
        {"squareplus", {0}},
        {"elliott", {0}},
        {"sign", {0}},
        {"binary_step", {0}},
        {"bipolar_step", {0}},
        {"hard_sigmoid", {-3, 3}},
        {"hard_swish", {-3, 3}},
        {"hard_mish", {-2, 0}},
        {"hard_tanh", {-1, 1}},
        {"sparse_plus", {-1, 1}},
        {"sparse_sigmoid", {-1, 1}},
        {"hard_sigmoid_02", {-2.5, 2.5}},
        {"hardshrink", {-0.5, 0.5}},
        {"softshrink", {-0.5, 0.5}},
        {"shrink", {-0.5, 0.5}},
        {"thresholded_relu", {1}},
        {"threshold", {1}},
        {"s_shaped_relu", {0, 1}},
        {"sqnl", {-2, 0, 2}},
        {"silu", {}},
        {"gelu", {}},
        {"mish", {}},
        {"tanh", {}},
        {"sigmoid", {}},
        {"softplus", {}},
        {"gaussian", {}},
        {"snake", {}},
        {"sinc", {}},
        {"phish", {}},
        {"bent_identity", {}},
        {"golu", {}},
    };
    Random random(11);
    std::size_t found = 0;
    const auto catalogue = catalogue::Catalogue::builtin();
    for (const catalogue::Activation& activation : catalogue.activations()) {
        CAPTURE(activation.id);
        const Expr f = formula::bind(activation.expr, activation.bindings());
        const Piecewise parts = piecewise(f);
        CHECK(parts.complete == (activation.id != "euaf")); // whose triangle wave has corners without end
        check_form(parts);
        check_values(f, parts, random, 200, activation.parameters.size() < 2 ? rounded_bits : constant_bits);
        if (const auto row = expected.find(activation.id); row != expected.end()) {
            ++found;
            CHECK(places(parts) == row->second);
            for (const BreakPoint& point : parts.points)
                CHECK(point.exact());
        }
    }
    CHECK(found == expected.size());
}

TEST_CASE("pieces hold the branch that is taken") {
    CHECK(formulas(taken_apart("if(x <= -3, 0, if(x >= 3, 1, (x + 3)/6))")) == Formulas{"0", "(x + 3)/6", "1"});
    CHECK(formulas(taken_apart("x/(1 + abs(x))")) == Formulas{"x/(1 - x)", "x/(1 + x)"});
    CHECK(formulas(taken_apart("max(x, max(-x, 1))")) == Formulas{"-x", "1", "x"});
    CHECK(formulas(taken_apart("min(exp(x), 1)")) == Formulas{"exp(x)", "1"});
    CHECK(formulas(taken_apart("step(x^2 - 1)*x")) == Formulas{"x", "0", "x"});
    CHECK(formulas(taken_apart("sqrt(x^2)")) == Formulas{"-x", "x"});            // abs(x), once it is simplified
    CHECK(formulas(taken_apart("max(x, tanh(x))")) == Formulas{"tanh(x)", "x"}); // they touch at 0, a triple zero
    CHECK(formulas(taken_apart("if(2 > 1, x, 0)")) == Formulas{"x"});
    CHECK(formulas(taken_apart("max(sin(x), 2)")) == Formulas{"2"});
    CHECK(formulas(taken_apart("sin(abs(x))")) == Formulas{"-sin(x)", "sin(x)"});
}

TEST_CASE("nested conditions") {
    const Piecewise parts = taken_apart("abs(abs(abs(x) - 1) - 2)");
    CHECK(places(parts) == Places{-3, -1, 0, 1, 3});
    CHECK(parts.at_points == Places{0, 2, 1, 2, 0});
    CHECK(places(taken_apart("if(x < 0, if(x < 1, x, 7), if(x > -1, -x, 8))")) == Places{0});
    CHECK(places(taken_apart("if(if(x > 1, x, 2) > 5, 1, 0)")) == Places{5});
    CHECK(places(taken_apart("if(abs(x) > 2, if(x > 0, x, 0), 1)")) == Places{-2, 2});
}

TEST_CASE("the value at a break point is that of the formula, not of its neighbours") {
    CHECK(taken_apart("if(x >= 0, 1, -1)").at_points == Places{1});
    CHECK(taken_apart("if(x > 0, 1, -1)").at_points == Places{-1});
    CHECK(taken_apart("sign(x)").at_points == Places{0});
    CHECK(taken_apart("step(x)").at_points == Places{1});
    CHECK(taken_apart("if(x < 0, x, if(x > 0, x, 5))").at_points == Places{5});
    CHECK(taken_apart("if(x > 1, x, -1)").at_points == Places{-1});
    CHECK(std::isnan(taken_apart("if(log(x) > 0, 1, 2)").at_points.front()));
}

TEST_CASE("equal neighbours are joined where the value between them fits") {
    CHECK(formulas(taken_apart("abs(x)*abs(x)")) == Formulas{"x^2"});
    CHECK(formulas(taken_apart("abs(x)^2 + relu(x) - max(x, 0)")) == Formulas{"x^2"});
    CHECK(formulas(taken_apart("if(x > 0, x, x)")) == Formulas{"x"});
    CHECK(formulas(taken_apart("if(abs(x) > 0.5, x, 0)")) == Formulas{"x", "0", "x"}); // no break at 0
    CHECK(formulas(taken_apart("sign(x)^2")) == Formulas{"1", "1"});                   // it is 0 at 0
    CHECK(formulas(taken_apart("sign(x)*x - abs(x)")) == Formulas{"0"});
    CHECK(formulas(taken_apart("if(x^2 > 3, 1, 1)")) == Formulas{"1"});
}

TEST_CASE("break points are exact where arithmetic can be") {
    const Piecewise tenth = taken_apart("if(abs(x) > 0.1, x, 0)");
    CHECK(places(tenth) == Places{-0.1, 0.1});
    CHECK_FALSE(tenth.points[1].exact()); // one tenth is no double
    CHECK(*tenth.points[1].position == Expr::number(0.1));
    CHECK(value_at(parsed("x - 0.1"), tenth.points[1]).zero());
    CHECK(value_at(parsed("0.2*x + 0.5"), taken_apart("relu(0.2*x + 0.5)").points[0]).zero());

    const Piecewise third = taken_apart("relu(3*x - 1)");
    CHECK(to_source(*third.points[0].position) == "1/3");
    CHECK(third.points[0].enclosure.contains(1.0 / 3));
    CHECK(third.at_points == Places{0});

    CHECK(taken_apart("max(0.1*x - 0.3, 0.2*x - 0.6)").points[0].exact()); // 3, by decimals
    CHECK(taken_apart("if(x^3 > 8, 1, 2)").points[0].exact());
    const Piecewise roots = taken_apart("if(x^2 > 3, x, -x)");
    CHECK(to_source(*roots.points[1].position) == "sqrt(3)");
    CHECK(roots.complete);
    CHECK(formulas(roots) == Formulas{"x", "-x", "x"});
    const Piecewise turn = taken_apart("if(x > pi/2, 1, sin(x))");
    CHECK(to_source(*turn.points[0].position) == "pi/2");
    CHECK_FALSE(turn.points[0].exact());
    CHECK(turn.points[0].x == Approx(1.5707963267948966));
}

TEST_CASE("break points that no formula gives are enclosed") {
    const Piecewise omega = taken_apart("if(x*exp(x) > 1, x, 0)");
    CHECK(omega.complete);
    REQUIRE(omega.points.size() == 1);
    CHECK(omega.points[0].x == Approx(0.56714329040978387).epsilon(1e-14)); // Lambert's W(1), mpmath
    CHECK(omega.points[0].enclosure.width() < 1e-14);
    CHECK_FALSE(omega.points[0].position.has_value());
    CHECK(formulas(omega) == Formulas{"0", "x"});
    const Piecewise half = taken_apart("if(tanh(x) > 0.5, 1, 0)");
    CHECK(half.points.at(0).x == Approx(0.54930614433405485).epsilon(1e-14)); // log(3)/2
    CHECK(half.complete);
}

TEST_CASE("where a condition has no value, neither has the formula") {
    const Piecewise parts = taken_apart("if(log(x) > 0, 1, 2)");
    CHECK(parts.complete);
    CHECK(places(parts) == Places{0, 1});
    CHECK_FALSE(exact_value(parts.pieces[0].expr, -2).value.defined());
    CHECK(formulas(parts)[1] == "2");
    CHECK(formulas(parts)[2] == "1");
}

TEST_CASE("what has infinitely many branches stays as it is") {
    for (const char* formula : {"floor(x)", "abs(sin(x))", "x - floor(x)", "sign(cos(x))", "abs(tan(x))"}) {
        CAPTURE(formula);
        const Piecewise parts = taken_apart(formula);
        CHECK_FALSE(parts.complete);
        check_form(parts);
    }
    const Piecewise mixed = taken_apart("relu(x) + floor(x)");
    CHECK_FALSE(mixed.complete);
    CHECK(formulas(mixed) == Formulas{"floor(x)", "x + floor(x)"});
    CHECK(taken_apart("floor(0.5*sigmoid(x) + 0.1)").complete); // always 0
    std::string many = "x";
    for (int i = 0; i < 100; ++i)
        many += " + relu(x - " + std::to_string(i) + ")";
    const Piecewise cut = taken_apart(many);
    CHECK_FALSE(cut.complete);
    CHECK(cut.pieces.size() <= 64);
    check_form(cut);
    CHECK(piecewise(parsed("abs(abs(x) - 1)"), 2).pieces.size() <= 2);
    CHECK_FALSE(piecewise(parsed("abs(abs(x) - 1)"), 2).complete);
}

TEST_CASE("random formulas equal their pieces") {
    constexpr unsigned seed = 20240925;
    CAPTURE(seed);
    Maker maker(seed);
    Random random(seed);
    int complete = 0;
    constexpr int count = 1500;
    for (int k = 0; k < count; ++k) {
        const Expr expr = maker.formula(3);
        CAPTURE(to_source(expr));
        const Piecewise parts = piecewise(expr);
        check_form(parts);
        check_values(expr, parts, random, 24, rounded_bits);
        complete += parts.complete ? 1 : 0;
    }
    CHECK(complete > count * 8 / 10);
}
