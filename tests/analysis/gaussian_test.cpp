#include "analysis/gaussian.hpp"
#include "base/infinity.hpp"
#include "formula/derivative.hpp"
#include "formula/evaluator.hpp"
#include "formula/parser.hpp"
#include "oracle/lines.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace actlas;
using analysis::Estimate;

namespace {

analysis::GaussianAverages averages(const std::string& formula, const std::vector<double>& splits = {}) {
    const formula::Expr f = formula::parse(formula);
    return analysis::gaussian_averages(formula::Evaluator(f), formula::Evaluator(formula::derivative(f)), splits);
}

void check(const Estimate& estimate, double exact, double scale) {
    CHECK(std::fabs(estimate.value - exact) <= 1e-10 * scale);
    // The table's own last digit beside the estimate.
    CHECK(std::fabs(estimate.value - exact) <= estimate.error + 1e-16 * scale);
    CHECK(estimate.error <= 1e-10 * scale);
}

} // namespace

TEST_CASE("averages agree with mpmath's to within their own error estimates") {
    std::size_t compared = 0;
    for (const auto& line : oracle::lines("gaussian.txt", "moments")) {
        INFO(line[1] << " for variance " << line[3]);
        const formula::Expr f = formula::parse(line[1]);
        const auto moments =
            analysis::gaussian_moments(formula::Evaluator(f), formula::Evaluator(formula::derivative(f)),
                                       oracle::numbers(line[2]), std::stod(line[3]));
        const double second = std::stod(line[5]);
        check(moments.mean, std::stod(line[4]), std::sqrt(second));
        check(moments.second_moment, second, second);
        check(moments.variance, std::stod(line[6]), std::stod(line[6]));
        check(moments.slope_second_moment, std::stod(line[7]), std::stod(line[7]));
        ++compared;
    }
    CHECK(compared == 18);
}

TEST_CASE("an average that only a far tail contributes to is as accurate") {
    // E f'^2 = Q(9) = erfc(9/sqrt(2))/2, E f = phi(9) - 9 Q(9); mpmath.
    const auto far = averages("relu(x - 9)", {9});
    CHECK(far.slope_second_moment.value == Approx(1.1285884059538406e-19).epsilon(1e-12).margin(0));
    CHECK(far.mean.value == Approx(1.2247791808434897e-20).epsilon(1e-12).margin(0));
}

TEST_CASE("gains are the inverse roots of the second moments") {
    const auto relu = averages("relu(x)", {0});
    CHECK(relu.forward_gain.value == Approx(std::sqrt(2.0)).epsilon(1e-13));
    CHECK(relu.backward_gain.value == Approx(std::sqrt(2.0)).epsilon(1e-13));
    CHECK(relu.forward_gain.error < 1e-13);
    const auto zero = averages("0*x");
    CHECK(zero.second_moment.value == 0);
    CHECK(zero.forward_gain.value == infinity);
}

TEST_CASE("the slope's average is infinite where f jumps, and only there") {
    for (const char* formula : {"if(x >= 0, 1, 0)", "sign(x)", "if(abs(x) > 0.5, x, 0)"}) {
        INFO(formula);
        const auto jump = averages(formula, {-0.5, 0, 0.5});
        CHECK(jump.slope_second_moment.value == infinity);
        CHECK(std::isnan(jump.backward_gain.value));
        CHECK(std::isfinite(jump.second_moment.value));
    }
    // A steep kink and a small jump.
    CHECK(std::isfinite(averages("if(x > 0.5, 1e6*(x - 0.5), 0)", {0.5}).slope_second_moment.value));
    CHECK(averages("if(x > 0.5, 1e-6, 0)", {0.5}).slope_second_moment.value == infinity);
}

TEST_CASE("integrals that diverge are infinite, never a number") {
    for (const char* formula : {"exp(x^2)", "exp(x^2/4)", "exp(exp(x^2))", "x*exp(x^2/2)", "exp(exp(exp(x)))"}) {
        INFO(formula);
        const auto result = averages(formula);
        CHECK(result.second_moment.value == infinity);
        CHECK(result.variance.value == infinity);
        CHECK_FALSE(std::isfinite(result.forward_gain.value));
        CHECK(result.slope_second_moment.value == infinity);
    }
}

TEST_CASE("what is undefined or not integrable is not given as a number") {
    for (const char* formula : {"log(x)", "1/x", "sqrt(x)", "1/(x - 1)"}) {
        INFO(formula);
        const auto result = averages(formula, {0, 1});
        CHECK(std::isnan(result.second_moment.value));
        CHECK(result.second_moment.error == infinity);
        CHECK(std::isnan(result.mean.value));
        CHECK_FALSE(std::isfinite(result.forward_gain.value));
    }
    // sqrt|x| has a mean, but its slope is not square-integrable: E |x| = sqrt(2/pi).
    const auto root = averages("sqrt(abs(x))", {0});
    CHECK(root.second_moment.value == Approx(std::sqrt(2 / std::acos(-1.0))).epsilon(1e-12));
    CHECK(std::isnan(root.slope_second_moment.value));
}

TEST_CASE("jumps and kinks that are not declared cost accuracy, which the error tells") {
    const auto steps = averages("floor(1000*x)");
    CHECK(std::isnan(steps.slope_second_moment.value));
    CHECK(std::fabs(steps.mean.value + 0.5) <= steps.mean.error);
    const auto kinks = averages("abs(sin(100*x))"); // the mean of |sin|, to within exp(-2 * 100^2)
    CHECK(std::fabs(kinks.mean.value - 2 / std::acos(-1.0)) <= kinks.mean.error);
    CHECK(kinks.mean.error < 1e-6);
}

TEST_CASE("a variance must be positive and finite") {
    const formula::Evaluator x(formula::Expr::variable());
    for (const double variance : {0.0, -1.0, infinity, std::nan("")}) {
        CHECK_THROWS_AS(analysis::gaussian_moments(x, x, {}, variance), std::invalid_argument);
    }
}
