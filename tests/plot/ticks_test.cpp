#include "plot/tick_text.hpp"
#include "plot/ticks.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace actlas::plot;

namespace {
struct Case {
    double low, high, target;
    std::vector<double> ticks;
};
} // namespace

TEST_CASE("ticks are those of the published search") {
    // From a transcription of R's "labeling" package (by the paper's first author) to Python, restricted to ticks
    // inside the range.
    const std::vector<Case> cases{
        {-6, 4.6, 5.85, {-6, -4, -2, 0, 2, 4}},
        {-0.85, 4.6, 4.79, {0, 1, 2, 3, 4}},
        {-8, 8, 5.7, {-8, -4, 0, 4, 8}},
        {-0.08, 1.12, 4.75, {0, 0.25, 0.5, 0.75, 1}},
        {-10, 10, 4.5, {-10, -5, 0, 5, 10}},
        {-0.1, 1.15, 3, {0, 0.5, 1}},
        {-1.5, 11.5, 3, {0, 5, 10}},
        {-4, 2.05, 5.85, {-4, -3, -2, -1, 0, 1, 2}},
        {8.1, 14.1, 4, {9, 10, 11, 12, 13, 14}},
        {0, 100, 6, {0, 20, 40, 60, 80, 100}},
        {-1e-7, 3e-7, 5, {-1e-7, 0, 1e-7, 2e-7, 3e-7}},
        {1234, 1301, 5, {1240, 1260, 1280, 1300}},
        {0.001, 0.0093, 4, {0.001, 0.003, 0.005, 0.007, 0.009}},
        {-250, 975, 7, {-200, 0, 200, 400, 600, 800}},
        {3.2, 3.7, 6, {3.2, 3.3, 3.4, 3.5, 3.6, 3.7}},
    };
    for (const auto& c : cases) {
        CAPTURE(c.low, c.high, c.target);
        CHECK(nice_ticks(c.low, c.high, c.target) == c.ticks); // to the last bit
    }
}

TEST_CASE("ticks lie inside any range, evenly, in a number near the wish") {
    constexpr std::uint64_t seed = 20240607;
    CAPTURE(seed);
    std::mt19937_64 engine(seed);
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(engine() >> 11) * 0x1p-53;
    };
    for (int i = 0; i < 500; ++i) {
        const double unit = std::pow(10.0, uniform(-9, 9));
        const double low = uniform(-1, 1) * unit, high = low + uniform(0.01, 2) * unit, target = uniform(3, 8);
        const auto ticks = nice_ticks(low, high, target);
        CAPTURE(low, high, target);
        REQUIRE(ticks.size() >= 2);
        CHECK(static_cast<double>(ticks.size()) <= 2.2 * target);
        CHECK(static_cast<double>(ticks.size()) >= target / 2.2);
        const double step = ticks[1] - ticks[0];
        CHECK(ticks.front() >= low - 1e-8 * step);
        CHECK(ticks.back() <= high + 1e-8 * step);
        for (std::size_t k = 1; k < ticks.size(); ++k)
            CHECK(ticks[k] - ticks[k - 1] == Approx(step).epsilon(1e-6));
    }
}

TEST_CASE("ticks of a range that holds nothing are refused") {
    CHECK_THROWS_AS(nice_ticks(1, 1, 5), std::invalid_argument);
    CHECK_THROWS_AS(nice_ticks(2, 1, 5), std::invalid_argument);
    CHECK_THROWS_AS(nice_ticks(0, std::numeric_limits<double>::infinity(), 5), std::invalid_argument);
    CHECK_THROWS_AS(nice_ticks(std::numeric_limits<double>::quiet_NaN(), 1, 5), std::invalid_argument);
    CHECK_THROWS_AS(nice_ticks(1e6, std::nextafter(1e6, 2e6), 5), std::invalid_argument);
    CHECK_NOTHROW(nice_ticks(-1e300, 1e300, 5));
    CHECK_NOTHROW(nice_ticks(0, 1e-280, 5));
}

TEST_CASE("ticks are written as short as can be") {
    CHECK(tick_text(0) == "0");
    CHECK(tick_text(-0.0) == "0");
    CHECK(tick_text(0.25) == "0.25");
    CHECK(tick_text(0.5) == "0.5");
    CHECK(tick_text(-2) == "\u22122");
    CHECK(tick_text(-0.1) == "\u22120.1");
    CHECK(tick_text(100) == "100");
    CHECK(tick_text(1e-7) == "10\u207B\u2077");
    CHECK(tick_text(2e6) == "2 \u00D7 10\u2076");
    CHECK(tick_text(0.1 + 0.2) == "0.3");
}

TEST_CASE("the wish for ticks grows with the axis within its bounds") {
    CHECK(tick_target(600, 100, 4, 8) == 6);
    CHECK(tick_target(100, 100, 4, 8) == 4);
    CHECK(tick_target(2000, 100, 4, 8) == 8);
}

TEST_CASE("round landmarks draw the ticks, others do not") {
    const std::vector<double> at_threes{-6, -3, 0, 3};
    CHECK(nice_ticks(-6, 3.6, 5.8) != at_threes);
    CHECK(nice_ticks(-6, 3.6, 5.8, {{-3, 3}, 8, true}) == at_threes);
    CHECK(nice_ticks(-6, 4.6, 5.85, {{-1.278}, 8, true}) == nice_ticks(-6, 4.6, 5.85));
    // -3, -1, 1, 3, 5 would have both landmarks but no 0.
    const auto ticks = nice_ticks(-5, 5, 5.8, {{-3, 3}, 8, true});
    CHECK(std::find(ticks.begin(), ticks.end(), 0.0) != ticks.end());
    CHECK(nice_ticks(-7, 1.3, 5.8, {{}, 5, false}).size() <= 5);
}

TEST_CASE("an axis gets as many ticks as it may have, at steps that can be counted in") {
    constexpr std::uint64_t seed = 20240608;
    CAPTURE(seed);
    std::mt19937_64 engine(seed);
    const auto uniform = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(engine() >> 11) * 0x1p-53;
    };
    for (int i = 0; i < 2000; ++i) {
        const double unit = std::pow(10.0, uniform(-3, 3));
        const double low = uniform(-1, 0.2) * unit, high = low + uniform(0.05, 2) * unit;
        CAPTURE(low, high);
        for (const auto& [least, most] : {std::pair{3, 5}, std::pair{4, 8}}) {
            const auto ticks = nice_ticks(low, high, uniform(least, most), {{}, most, true, least, true});
            CHECK(static_cast<int>(ticks.size()) >= least);
            CHECK(static_cast<int>(ticks.size()) <= most);
            if (low <= 0 && high >= 0) CHECK(std::find(ticks.begin(), ticks.end(), 0.0) != ticks.end());
            const double step = ticks[1] - ticks[0];
            const double leading = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
            const auto near = [&](double plain) { return std::abs(leading - plain) < 1e-6; };
            CHECK((near(1) || near(2) || near(2.5) || near(3) || near(4) || near(5)));
        }
    }
    // Not -3, -1.5, 0, 1.5, 3.
    CHECK(nice_ticks(-3, 3, 4, {{}, 5, true, 3, true}) == std::vector<double>{-2.5, 0, 2.5});
}
