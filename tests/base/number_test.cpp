#include "base/number.hpp"
#include "support/catch.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

using namespace actlas;

TEST_CASE("the shortest decimal of well-known doubles") {
    CHECK(shortest(0.1) == "0.1");
    CHECK(shortest(0.1 + 0.2) == "0.30000000000000004");
    CHECK(shortest(1) == "1");
    CHECK(shortest(-0.0) == "-0");
    CHECK(shortest(1e22) == "1e+22");
    CHECK(shortest(5e-324) == "5e-324");
    CHECK(shortest(1.7976931348623157e308) == "1.7976931348623157e+308");
    CHECK(shortest(std::numeric_limits<double>::infinity()) == "inf");
    CHECK(shortest(-std::numeric_limits<double>::infinity()) == "-inf");
    CHECK(shortest(std::copysign(std::numeric_limits<double>::quiet_NaN(), -1)) == "nan");
}

TEST_CASE("every double reads back from its shortest decimal") {
    const std::uint64_t seed = 20240607;
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(random());
        if (!std::isfinite(value)) continue;
        const auto back = parse_number(shortest(value));
        REQUIRE(back.has_value());
        REQUIRE(std::bit_cast<std::uint64_t>(*back) == std::bit_cast<std::uint64_t>(value));
    }
}

TEST_CASE("numbers are read whole or not at all") {
    CHECK(parse_number("1.5") == 1.5);
    CHECK(parse_number("  -2e3\r\n") == -2000.0);
    CHECK(parse_number("+.5") == 0.5);
    CHECK(parse_number("4.9406564584124654e-324") == 5e-324);
    CHECK(parse_number("inf") == std::numeric_limits<double>::infinity());
    CHECK(parse_number("-inf") == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(*parse_number("nan")));
    for (const char* bad : {"", "  ", "1.5x", "1,5", "1 2", "0x10", "infinity", "INF", "NaN", "nan(1)", "--1", "+-1",
                            "1e400", "1e-400", "e5", "."}) {
        INFO(bad);
        CHECK_FALSE(parse_number(bad).has_value());
    }
}

TEST_CASE("a fixed number of decimals for people") {
    CHECK(fixed_for_people(-1.2784, 3) == "−1.278");
    CHECK(fixed_for_people(0.25, 3) == "0.250");
    CHECK(fixed_for_people(-0.0004, 3) == "0.000");
    CHECK(fixed_for_people(-0.0, 0) == "0");
    CHECK(fixed_for_people(-0.0006, 3) == "−0.001");
    CHECK(fixed_for_people(std::numeric_limits<double>::infinity(), 2) == "∞");
    CHECK(fixed_for_people(-std::numeric_limits<double>::infinity(), 2) == "−∞");
}

TEST_CASE("significant digits for people") {
    CHECK(significant_for_people(0, 3) == "0");
    CHECK(significant_for_people(-0.0, 3) == "0");
    CHECK(significant_for_people(0.25, 3) == "0.25");
    CHECK(significant_for_people(-1.2784, 3) == "−1.28");
    CHECK(significant_for_people(2, 3) == "2");
    CHECK(significant_for_people(100, 3) == "100");
    CHECK(significant_for_people(123456, 3) == "123000");
    CHECK(significant_for_people(0.00012345, 3) == "0.000123");
    CHECK(significant_for_people(999999.7, 3) == "10⁶");
    CHECK(significant_for_people(1.2e-7, 3) == "1.2 × 10⁻⁷");
    CHECK(significant_for_people(-1e-7, 3) == "−10⁻⁷");
    CHECK(significant_for_people(3.4028234663852886e38, 3) == "3.4 × 10³⁸");
    CHECK(significant_for_people(2.5e-310, 2) == "2.5 × 10⁻³¹⁰");
    CHECK(significant_for_people(-std::numeric_limits<double>::infinity(), 2) == "−∞");
}
