#include "functions.hpp"
#include "interval/search.hpp"
#include "oracle.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace actlas::test;
using namespace actlas::interval;

namespace {

double relative(const Interval& x) {
    return x.width() / x.magnitude();
}

} // namespace

// Exact values from mpmath at 30 digits unless they are plain.

TEST_CASE("the infimum of SiLU over all of single precision") {
    const Extremum found = infimum(silu.on(float32_range));
    CHECK(found.narrow == Answer::proved);
    CHECK(found.value.contains(-0.27846454276107380));
    CHECK(relative(found.value) < 1e-13);
    REQUIRE(found.at.size() == 1);
    CHECK(found.at[0].contains(-1.2784645427610738));
    CHECK(found.at[0].width() < 1e-13);
    CHECK(found.attained == Answer::proved);
    CHECK(found.evaluations < 400);
}

TEST_CASE("the supremum and infimum of SiLU's slope") {
    const std::vector<Piece> slope = silu.derived().on(float32_range);
    const Extremum greatest = supremum(slope);
    CHECK(greatest.narrow == Answer::proved);
    CHECK(greatest.value.contains(1.09983932012886692));
    CHECK(relative(greatest.value) <= 1e-9);
    REQUIRE(greatest.at.size() == 1);
    CHECK(greatest.at[0].contains(2.39935728051546767));
    CHECK(greatest.at[0].width() < 1e-6);
    const Extremum least = infimum(slope);
    CHECK(least.narrow == Answer::proved);
    CHECK(least.value.contains(-0.09983932012886692));
    REQUIRE(least.at.size() == 1);
    CHECK(least.at[0].contains(-2.39935728051546767));
    CHECK(least.at[0].width() < 1e-6);
}

TEST_CASE("bounds without derivatives") {
    const Sample bare{silu.value, {}, {}};
    const Extremum found = infimum(bare.on({-10, 10}), {.evaluations = 200000});
    CHECK(found.value.contains(-0.27846454276107380));
    CHECK(found.value.width() < 1e-6);
    for (const Interval& at : found.at)
        CHECK((at.low() > -1.3 && at.high() < -1.25));
}

TEST_CASE("bounds at the ends of the range, and plateaus") {
    const Extremum top = supremum(hyperbolic_tangent.on(float32_range));
    CHECK(top.narrow == Answer::proved);
    CHECK(top.value.high() == 1);
    REQUIRE(top.at.size() == 1);
    CHECK(top.at[0].high() == float32_range.high());
    CHECK(top.at[0].low() > 8); // tanh is within rounding of 1 from about 19

    const Extremum floor = infimum(leaky(0).on(float32_range, {0}));
    CHECK(floor.value == Interval(0));
    CHECK(floor.at == std::vector<Interval>{Interval(float32_range.low(), 0)});
    CHECK(floor.attained == Answer::proved);

    const Extremum square = infimum(expanded_square(0).on(float32_range));
    CHECK(square.narrow == Answer::proved);
    CHECK(square.value.contains(0.0));
    const Extremum high = supremum(cubic.on({-1, 2}));
    CHECK(high.value == Interval(6));
    CHECK(high.at == std::vector<Interval>{Interval(2)});
    // -x² + 1: the maximum lies at a cut of the line
    const Sample cap{[](const Interval& x) { return 1 - sqr(x); }, [](const Interval& x) { return -2 * x; }, {}};
    CHECK(supremum(cap.on(float32_range)).value == Interval(1));
}

TEST_CASE("an unbounded function, one that is nowhere defined, and one with a jump") {
    const Sample reciprocal{[](const Interval& x) { return 1 / x; }, [](const Interval& x) { return -1 / sqr(x); }, {}};
    const Extremum up = supremum(reciprocal.on({-1, 1}, {0}));
    CHECK(up.narrow == Answer::unknown);
    CHECK(up.value.high() == HUGE_VAL);
    const Sample nowhere{[](const Interval& x) { return log(-1 - sqr(x)); }, {}, {}};
    CHECK(infimum(nowhere.on({-1, 1})).value.empty());
    CHECK(roots(nowhere.on({-1, 1})).complete == Answer::proved);
    // The slope of floor is 0 wherever it exists; floor is not constant for that.
    const Sample stairs{[](const Interval& x) { return floor(x); },
                        [](const Interval& x) { return Interval(0).weakened(x.decoration()); },
                        {}};
    const Extremum least = infimum(stairs.on({-2.5, 2.5}));
    CHECK(least.value == Interval(-3));
    const Extremum most = supremum(stairs.on({-2.5, 2.5}));
    CHECK(most.value == Interval(2));
    CHECK(sign_on(stairs.on({-2.5, 2.5})).sign == SignOnRange::changing);
}

TEST_CASE("the budget is kept") {
    for (const std::size_t evaluations : {50U, 500U, 5000U}) {
        const Effort effort{.evaluations = evaluations};
        CHECK(infimum(sine.on(float32_range), effort).evaluations < 2 * evaluations + 300);
        CHECK(sign_on(expanded_square(1.0 / 3).on(float32_range), effort).evaluations < 2 * evaluations + 300);
        CHECK(roots(sine.on(float32_range), effort).evaluations < 2 * evaluations + 300);
    }
}

TEST_CASE("sign") {
    const SignResult changing = sign_on(silu.on(float32_range));
    REQUIRE(changing.sign == SignOnRange::changing);
    CHECK(*changing.positive_at > 0);
    CHECK(*changing.negative_at < 0);

    const Sample bump{[](const Interval& x) { return 1 / (1 + sqr(x)); }, {}, {}};
    const SignResult positive = sign_on(bump.on(float32_range));
    CHECK(positive.sign == SignOnRange::positive);
    CHECK(positive.vanishes == Answer::refuted);
    CHECK(positive.defined == Answer::proved);

    const SignResult negative = sign_on(Sample{[](const Interval& x) { return -cosh(x); }, {}, {}}.on({-5, 5}));
    CHECK(negative.sign == SignOnRange::negative);

    const SignResult nonnegative = sign_on(leaky(0).on(float32_range, {0}));
    CHECK(nonnegative.sign == SignOnRange::nonnegative);
    CHECK(nonnegative.vanishes == Answer::proved);

    const SignResult zero = sign_on(Sample{[](const Interval& x) { return 0 * x; }, {}, {}}.on(float32_range));
    CHECK(zero.sign == SignOnRange::zero);
    CHECK_FALSE(zero.positive_at);

    // e^x is positive, but its enclosure reaches 0 where it underflows
    const SignResult underflow = sign_on(Sample{[](const Interval& x) { return exp(x); }, {}, {}}.on(float32_range));
    CHECK(underflow.sign == SignOnRange::nonnegative);
    CHECK(underflow.vanishes == Answer::unknown);

    // x² - 2x/3 + 1/9 rounded: whether it dips below 0 is beyond doubles
    const SignResult touching = sign_on(expanded_square(1.0 / 3).on({-10, 10}));
    CHECK(touching.sign != SignOnRange::changing);
    CHECK(touching.sign != SignOnRange::positive);
    REQUIRE_FALSE(touching.undecided.empty());
    CHECK(touching.undecided.front().low() > 0.333);
    CHECK(touching.undecided.back().high() < 0.334);

    const SignResult slope = sign_on(hyperbolic_tangent.derived().on({-300, 300}));
    CHECK(slope.sign == SignOnRange::positive);
    const SignResult partly = sign_on(Sample{[](const Interval& x) { return log(x); }, {}, {}}.on({-1, 0.5}));
    CHECK(partly.sign == SignOnRange::negative);
    CHECK(partly.defined == Answer::refuted);
}
