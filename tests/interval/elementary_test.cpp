#include "base/infinity.hpp"
#include "interval/elementary.hpp"
#include "primitives.hpp"
#include "support/catch.hpp"

#include <algorithm>

using actlas::infinity;
using namespace actlas::test;
using namespace actlas::interval;
using actlas::test::Primitive;

namespace {

/// What the C library and the composition on top of it may cost at one end.
constexpr std::int64_t tight = 20;

bool costly(const Primitive& function) {
    return std::string_view(function.name).substr(0, 2) == "j_" || std::string_view(function.name) == "sinc";
}

} // namespace

TEST_CASE("an enclosure contains the exact value at every member") {
    constexpr std::uint64_t seed = 20240917;
    CAPTURE(seed);
    Random random(seed);
    long checked = 0;
    for (const Primitive& function : primitives()) {
        const int count = costly(function) ? 2500 : 8000;
        for (int k = 0; k < count; ++k) {
            const Interval x = random.range();
            const Interval enclosure = function.enclosure(x);
            for (int m = 0; m < 3; ++m) {
                const double member = random.member(x);
                const Exact value = function.exact(member);
                if (value.defined() && value.inside(enclosure)) {
                    ++checked;
                    continue;
                }
                CAPTURE(function.name, x, member, value.nearest(), enclosure);
                REQUIRE_FALSE(value.defined()); // then the decoration must say so
                REQUIRE_FALSE(enclosure.defined());
            }
        }
    }
    CHECK(checked > 600000);
}

TEST_CASE("the enclosure at one point is narrow") {
    constexpr std::uint64_t seed = 77003;
    CAPTURE(seed);
    Random random(seed);
    for (const Primitive& function : primitives()) {
        const std::string_view name = function.name;
        if (name == "j_12") continue;
        const bool bessel = name.substr(0, 2) == "j_";
        for (int k = 0; k < 3000; ++k) {
            const double x = random.number();
            const Interval enclosure = function.enclosure(x);
            if (enclosure.empty()) continue;
            const std::int64_t width = doubles_between(enclosure.low(), enclosure.high());
            // A Bessel function's error near its zeros is small only against its envelope.
            const bool narrow = bessel && std::fabs(x) > 1 ? enclosure.width() <= 400 * 0x1p-52 / std::fabs(x)
                                                           : width <= (bessel ? 150 : 5 * tight / 4);
            if (narrow) continue;
            CAPTURE(name, x, enclosure, width);
            FAIL("wide");
        }
    }
}

TEST_CASE("a wide enclosure of a monotone function ends where the function's range does") {
    constexpr std::uint64_t seed = 5150;
    CAPTURE(seed);
    Random random(seed);
    for (const Primitive& function : primitives()) {
        if (function.shape == Shape::other) continue;
        for (int k = 0; k < 2000; ++k) {
            const Interval x = random.range();
            if (!x.bounded()) continue;
            const bool up = function.shape == Shape::increasing;
            const Exact least = function.exact(up ? x.low() : x.high());
            const Exact greatest = function.exact(up ? x.high() : x.low());
            const Interval enclosure = function.enclosure(x);
            const bool low = !least.defined() || doubles_between(least.nearest(), enclosure.low()) <= tight;
            const bool high = !greatest.defined() || doubles_between(greatest.nearest(), enclosure.high()) <= tight;
            if (low && high) continue;
            CAPTURE(function.name, x, enclosure, least.nearest(), greatest.nearest());
            FAIL("wide");
        }
    }
}

TEST_CASE("the bounds of a range are kept exactly") {
    const Interval all = Interval::entire();
    CHECK(sigmoid(all) == Interval(0, 1));
    CHECK(tanh(all) == Interval(-1, 1));
    CHECK(erf(all) == Interval(-1, 1));
    CHECK(erfc(all) == Interval(0, 2));
    CHECK(normal_cdf(all) == Interval(0, 1));
    CHECK(exp(all) == Interval(0, infinity));
    CHECK(expm1(all) == Interval(-1, infinity));
    CHECK(cosh(all) == Interval(1, infinity));
    CHECK(sech(all) == Interval(0, 1));
    CHECK(sin(all) == Interval(-1, 1));
    CHECK(cos(all) == Interval(-1, 1));
    CHECK(softplus(all) == Interval(0, infinity));
    CHECK(log_sigmoid(all) == Interval(-infinity, 0));
    CHECK(relu(all) == Interval(0, infinity));
    CHECK(sinh(all) == all);
    CHECK(asinh(all) == all);
    CHECK(log({0, infinity}) == all);
    CHECK(sqrt({0, infinity}) == Interval(0, infinity));
    CHECK(sqrt1pm1({-1, infinity}) == Interval(-1, infinity));
    CHECK(sign(all) == Interval(-1, 1));
    CHECK(step(all) == Interval(0, 1));
    CHECK(floor(all) == all);
    const double half_pi = std::nextafter(1.5707963267948966, 2); // above the exact value
    CHECK(atan(all) == Interval(-half_pi, half_pi));
    const Interval density = normal_pdf(all);
    CHECK(density.low() == 0);
    CHECK(doubles_between(density.high(), 0.3989422804014327) <= 2);
}

TEST_CASE("whole values at 0 and 1 are exact") {
    for (const auto function :
         {expm1, log1p, sqrt, sqrt1pm1, sin, tan, atan, asinh, sinh, tanh, erf, relu, sign, floor})
        CHECK(function(0) == Interval(0));
    for (const auto function : {exp, cos, cosh, sech, erfc, step, sinc})
        CHECK(function(0) == Interval(1));
    CHECK(log(1) == Interval(0));
    CHECK(sigmoid(0) == Interval(0.5));
    CHECK(normal_cdf(0) == Interval(0.5));
    CHECK(sph_bessel(1, 0) == Interval(0));
    CHECK(tanh({0, 5e-324}).low() == 0); // padding does not cross a zero
    CHECK(sin({-1e-310, 0}).high() == 0);
    CHECK(expm1({-5e-324, 0}).high() == 0);
}

TEST_CASE("turning points") {
    CHECK(abs({-3, 2}) == Interval(0, 3));
    CHECK(cosh({-1, 2}).low() == 1);
    CHECK(sech({-1, 2}).high() == 1);
    CHECK(cos({-1, 2}).high() == 1);
    CHECK(cos({3, 4}).low() == -1);
    CHECK(sin({1, 2}).high() == 1);
    CHECK(sin({-2, -1}).low() == -1);
    CHECK(sin({1, 5}) == Interval(-1, 1));
    CHECK(sin({1, 1 + 6.2}) == Interval(-1, 1));
    CHECK(sin({-1.5, 1.5}).high() < 1);
    CHECK(cos({0, 3}).high() == 1);
    CHECK(cos({0.5, 3}).high() < 0.9);
    // tan x = x at 4.493409457909064175...; sinc there is -0.21723362821122165741 (mpmath)
    const Interval trough = sinc({3, 6});
    CHECK(trough.low() <= -0.21723362821122164);
    CHECK(trough.low() >= -0.21723362821122180);
    CHECK(sinc(Interval::entire()).low() >= -0.21723362821122180);
    CHECK(sinc(Interval::entire()).high() == 1);
    // second extremum 0.12837455353370733 at 7.725251836937707 (mpmath)
    CHECK(sinc({6, 1e300}).high() == Approx(0.128374553525899137).epsilon(1e-14));
    // j_1 has its first maximum at 2.0815759778181006 (mpmath)
    CHECK(sph_bessel(1, {-1, 100}).high() == Approx(0.436181817271458495).epsilon(1e-14));
}

TEST_CASE("large arguments of the periodic functions are reduced exactly") {
    // sin(10^22) = -0.8522008497671888018 (a well-known test of argument reduction)
    const Interval value = sin(1e22);
    CHECK(value.contains(-0.8522008497671888));
    CHECK(value.width() < 1e-15);
    CHECK(sin({1e22, std::nextafter(1e22, infinity)}) == Interval(-1, 1)); // the neighbour is 2 million away
    CHECK(tan({1.5, 1.6}) == Interval::entire());
    CHECK_FALSE(tan({1.5, 1.6}).defined());
    CHECK(tan({1.6, 4.6}).continuous());
}

TEST_CASE("decorations") {
    CHECK(log({-2, -1}).empty());
    CHECK(log({0, 0}).empty());
    CHECK_FALSE(log({0, 1}).defined());
    CHECK(log({0.5, 1}).continuous());
    CHECK_FALSE(sqrt({-1, 1}).defined());
    CHECK(sqrt({-1, 4}) == Interval(0, 2));
    CHECK(sqrt({0, 1}).continuous());
    CHECK_FALSE(floor({0.5, 1}).continuous());
    CHECK(floor({0.5, 1}).defined());
    CHECK(floor({0.25, 0.75}).continuous());
    CHECK_FALSE(sign({0, 1}).continuous());
    CHECK(step({0, 1}).continuous());
    CHECK_FALSE(step({-1, 0}).continuous());
    CHECK_FALSE((exp(floor({0, 1})) + 1).continuous()); // inherited
    for (const Primitive& function : primitives()) {
        CAPTURE(function.name);
        CHECK(function.enclosure({0.25, 0.5}).continuous());
        CHECK_FALSE(function.enclosure(floor({0, 1}) + 2).continuous());
        CHECK(function.enclosure(Interval()).empty());
        CHECK(function.enclosure(Interval(NAN)).empty());
    }
}
