#include "functions.hpp"
#include "interval/search.hpp"
#include "oracle.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace actlas::test;
using namespace actlas::interval;

TEST_CASE("the three roots of x³ - x, two of them at cuts of the line") {
    const Roots found = roots(cubic.on(float32_range));
    CHECK(found.complete == Answer::proved);
    CHECK(found.zero.empty());
    REQUIRE(found.single.size() == 3);
    const double expected[] = {-1, 0, 1};
    const int crossing[] = {1, -1, 1};
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(found.single[k].box.contains(expected[k]));
        CHECK(found.single[k].box.width() <= 4e-16);
        CHECK(found.single[k].crossing == crossing[k]);
    }
}

TEST_CASE("the roots of SiLU's slope and curvature") {
    const Roots turning = roots(silu.derived().on({-700, 3.4e38}));
    CHECK(turning.complete == Answer::proved);
    REQUIRE(turning.single.size() == 1);
    CHECK(turning.single[0].box.contains(-1.2784645427610738));
    CHECK(turning.single[0].box.width() < 1e-14);
    CHECK(turning.single[0].crossing == 1);
    const Roots inflections = roots(Sample{silu.curvature, {}, {}}.on({-700, 700}));
    CHECK(inflections.single.empty()); // without a slope no root is proved to be single
    CHECK(inflections.complete == Answer::unknown);
    REQUIRE(inflections.undecided.size() == 2);
    CHECK(inflections.undecided[0].box.contains(-2.39935728051546767));
    CHECK(inflections.undecided[0].exists);
    CHECK(inflections.undecided[0].crossing == 1);
    CHECK(inflections.undecided[1].box.width() < 1e-12);
}

TEST_CASE("a root at a kink, and a stretch of zeros") {
    const Roots kink = roots(leaky(0.01).on(float32_range, {0}));
    CHECK(kink.complete == Answer::proved);
    REQUIRE(kink.single.size() == 1);
    CHECK(kink.single[0].box == Interval(0));
    CHECK(kink.single[0].crossing == 1);
    const Roots dead = roots(leaky(0).on(float32_range, {0}));
    CHECK(dead.complete == Answer::proved);
    CHECK(dead.single.empty());
    CHECK(dead.zero == std::vector<Interval>{Interval(float32_range.low(), 0)});
    const Roots valley = roots(leaky(-1).on(float32_range, {0})); // |x|
    REQUIRE(valley.single.size() == 1);
    CHECK(valley.single[0].box == Interval(0));
    CHECK(valley.single[0].crossing == 0);
}

TEST_CASE("a root at a cut that rounding hides") {
    // 0 at x = 1, but the enclosure there is not exactly 0
    const Sample hidden{[](const Interval& x) { return exp(x / 3) - exp(Interval(1) / 3); },
                        [](const Interval& x) { return exp(x / 3) / 3; },
                        {}};
    REQUIRE_FALSE(hidden.value(1).zero());
    const Roots found = roots(hidden.on({-50, 50}));
    CHECK(found.complete == Answer::proved);
    REQUIRE(found.single.size() == 1);
    CHECK(found.single[0].box.contains(1.0));
    CHECK(found.single[0].box.width() < 1e-13);
    CHECK(found.single[0].crossing == 1);
}

TEST_CASE("the roots of the sine: those near 0, and no claim beyond the effort") {
    const Roots some = roots(sine.on({-20, 20}));
    CHECK(some.complete == Answer::proved);
    REQUIRE(some.single.size() == 13);
    for (int k = -6; k <= 6; ++k) {
        const Root& root = some.single[static_cast<std::size_t>(k + 6)];
        CHECK(std::fabs(root.box.middle() - k * 3.14159265358979323846) < 1e-14);
        CHECK(root.crossing == (k % 2 == 0 ? 1 : -1));
    }
    const Roots all = roots(sine.on(float32_range));
    CHECK(all.complete == Answer::unknown);
    CHECK_FALSE(all.undecided.empty());
    CHECK(all.undecided.back().box.high() == float32_range.high());
    CHECK(all.single.size() > 20);
}

TEST_CASE("multiple roots") {
    const Roots at_zero = roots(expanded_square(0).on(float32_range));
    CHECK(at_zero.complete == Answer::proved); // value and slope are exactly 0 there, and the function is convex
    REQUIRE(at_zero.single.size() == 1);
    CHECK(at_zero.single[0].box == Interval(0));
    CHECK(at_zero.single[0].crossing == 0);

    const Roots elsewhere = roots(expanded_square(1.0 / 3).on({-10, 10}));
    CHECK(elsewhere.complete == Answer::unknown);
    CHECK(elsewhere.single.empty());
    REQUIRE_FALSE(elsewhere.undecided.empty());
    for (const Root& root : elsewhere.undecided)
        CHECK(std::fabs(root.box.middle() - 1.0 / 3) < 1e-6);

    const Sample cube{[](const Interval& x) { return pow(x, 3); }, [](const Interval& x) { return 3 * sqr(x); },
                      [](const Interval& x) { return 6 * x; }};
    const Roots triple = roots(cube.on(float32_range));
    CHECK(triple.complete == Answer::unknown);
    REQUIRE(triple.undecided.size() == 1);
    CHECK(triple.undecided[0].box.contains(0.0));
    CHECK(triple.undecided[0].box.width() < 1e-9);
    CHECK(triple.undecided[0].exists);
    CHECK(triple.undecided[0].connected);
    CHECK(triple.undecided[0].crossing == 1);
}

TEST_CASE("no roots") {
    const Sample lifted{
        [](const Interval& x) { return cosh(x) - 0.999; }, [](const Interval& x) { return sinh(x); }, {}};
    const Roots none = roots(lifted.on(float32_range));
    CHECK(none.complete == Answer::proved);
    CHECK(none.single.empty());
    CHECK(none.undecided.empty());
    // a sign change by a jump is no root
    const Sample jump{[](const Interval& x) { return 2 * step(x) - 1; },
                      [](const Interval& x) { return Interval(0).weakened(x.decoration()); },
                      {}};
    const Roots across = roots(jump.on({-1, 1}));
    CHECK(across.single.empty());
    for (const Root& root : across.undecided)
        CHECK_FALSE(root.exists);
}
