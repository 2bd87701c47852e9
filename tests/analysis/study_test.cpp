#include "analysis/study.hpp"
#include "catalogue/catalogue.hpp"
#include "support/builtin.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>

using namespace actlas;
using actlas::test::builtin;

namespace {

analysis::Study study_of(const char* id) {
    const auto* activation = builtin().find(id);
    REQUIRE(activation != nullptr);
    return analysis::study(*activation);
}

} // namespace

// Reference values: mpmath 1.2.1, 30 digits.
TEST_CASE("SiLU has one minimum and its steepest slope where x tanh(x/2) = 2") {
    const auto study = study_of("silu");
    REQUIRE(study.properties.extrema.size() == 1);
    CHECK(study.properties.extrema[0].is_minimum);
    CHECK(study.properties.extrema[0].x == Approx(-1.27846454276107380).epsilon(1e-12));
    CHECK(study.properties.extrema[0].value == Approx(-0.278464542761073795).epsilon(1e-14));
    REQUIRE(study.properties.slope_extrema.size() == 2);
    CHECK(study.properties.slope_extrema[1].x == Approx(2.39935728051546766).epsilon(1e-12));
    CHECK(study.properties.slope_extrema[1].value == Approx(1.0998393201288669).epsilon(1e-14));
    CHECK(study.properties.slope_extrema[0].is_minimum);
    CHECK_FALSE(study.properties.slope_extrema[1].is_minimum);
    CHECK(study.properties.kinks.empty());
    REQUIRE(study.properties.zeros.points.size() == 1);
    CHECK(std::abs(study.properties.zeros.points[0]) < 1e-12);
}

TEST_CASE("sigmoid saturates at log(99) +- and tends to 0 and 1") {
    const auto study = study_of("sigmoid");
    // sigma' = 0.01 where t = e^-x solves t / (1 + t)^2 = 0.01: x = ln((98 + sqrt(98^2 - 4)) / 2).
    const double end = std::log((98 + std::sqrt(98.0 * 98.0 - 4)) / 2);
    REQUIRE(study.properties.saturation.size() == 3);
    CHECK(study.properties.saturation[0].right == Approx(end).epsilon(1e-12));
    CHECK(study.properties.saturation[0].left == Approx(-end).epsilon(1e-12));
    CHECK(study.properties.left.kind == analysis::Asymptote::Kind::horizontal);
    CHECK(study.properties.left.intercept == Approx(0).margin(1e-9));
    CHECK(study.properties.right.intercept == Approx(1));
    REQUIRE(study.properties.slope_extrema.size() == 1);
    CHECK(study.properties.slope_extrema[0].x == Approx(0).margin(1e-9));
    CHECK(study.properties.slope_extrema[0].value == Approx(0.25));
    CHECK(study.properties.zeros.points.empty());
    CHECK(study.properties.dead_intervals.empty());
}

TEST_CASE("ReLU is dead on the left and has one kink") {
    const auto study = study_of("relu");
    REQUIRE(study.properties.kinks.size() == 1);
    CHECK(study.properties.kinks[0].x == 0);
    CHECK(study.properties.kinks[0].order == 1);
    CHECK(study.properties.kinks[0].left == 0);
    CHECK(study.properties.kinks[0].right == 1);
    REQUIRE(study.properties.dead_intervals.size() == 1);
    CHECK(study.properties.dead_intervals[0].low == -std::numeric_limits<double>::infinity());
    CHECK(study.properties.dead_intervals[0].high == 0);
    CHECK(study.properties.right.kind == analysis::Asymptote::Kind::oblique);
    CHECK(study.properties.right.slope == 1);
    CHECK(study.properties.extrema.empty());
    CHECK(study.properties.zeros.points.empty());
}

TEST_CASE("a step jumps and is dead everywhere") {
    catalogue::Activation step;
    step.id = "step";
    step.expr = formula::Expr::call("step", {formula::Expr::variable()});
    const auto study = analysis::study(step);
    REQUIRE(study.properties.kinks.size() == 1);
    CHECK(study.properties.kinks[0].order == 0);
    CHECK(study.properties.kinks[0].left == 0);
    CHECK(study.properties.kinks[0].right == 1);
    REQUIRE_FALSE(study.properties.dead_intervals.empty());
    CHECK(study.properties.dead_intervals.front().low == -std::numeric_limits<double>::infinity());
    CHECK(study.properties.dead_intervals.back().high == std::numeric_limits<double>::infinity());
}

TEST_CASE("slowly settling tails are told from growing ones") {
    const auto softsign = study_of("softsign");
    CHECK(softsign.properties.right.kind == analysis::Asymptote::Kind::horizontal);
    CHECK(softsign.properties.right.intercept == Approx(1).epsilon(1e-7));
    catalogue::Activation growing;
    growing.id = "growing";
    growing.expr = formula::Expr::call("asinh", {formula::Expr::variable()});
    const auto study = analysis::study(growing);
    CHECK(study.properties.left.kind == analysis::Asymptote::Kind::none);
    CHECK(study.properties.right.kind == analysis::Asymptote::Kind::none);
}

TEST_CASE("every catalogue entry can be studied") {
    for (const auto& activation : builtin().activations()) {
        INFO(activation.id);
        const auto study = analysis::study(activation);
        CHECK(study.properties.saturation.size() == 3);
        for (const auto& extremum : study.properties.extrema)
            CHECK(std::isfinite(extremum.value));
        for (const auto& kink : study.properties.kinks)
            CHECK(std::abs(kink.x) <= 50);
    }
}

TEST_CASE("a formula without a finite value is refused") {
    catalogue::Activation nowhere;
    nowhere.id = "nowhere";
    nowhere.expr = formula::Expr::call(
        "sqrt",
        {formula::Expr::negate(formula::Expr::add(
            {formula::Expr::number(1), formula::Expr::power(formula::Expr::variable(), formula::Expr::number(2))}))});
    CHECK_THROWS_AS(analysis::study(nowhere), InputError);
}
