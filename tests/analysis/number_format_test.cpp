#include "analysis/number_format.hpp"
#include "analysis/precision_rounding.hpp"
#include "base/infinity.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

using namespace actlas;
using namespace actlas::analysis;

namespace {

const NumberFormat& format(std::string_view id) {
    const NumberFormat* found = find_number_format(id);
    REQUIRE(found != nullptr);
    return *found;
}

bool same(double a, double b) {
    return std::isnan(a) ? std::isnan(b) : a == b && std::signbit(a) == std::signbit(b);
}

/// The value of a pattern of bits, by the definition of the formats.
double decoded(const NumberFormat& format, std::uint32_t pattern) {
    const int fraction_bits = format.precision - 1;
    const int exponent_bits = format.bits - format.precision;
    const std::uint32_t fraction = pattern & ((1U << fraction_bits) - 1);
    const int exponent = static_cast<int>(pattern >> fraction_bits & ((1U << exponent_bits) - 1));
    const double sign = (pattern >> (format.bits - 1)) != 0 ? -1 : 1;
    if (exponent == 0) return sign * std::ldexp(fraction, format.min_exponent - fraction_bits);
    return sign * std::ldexp((1U << fraction_bits) + fraction, exponent - 1 + format.min_exponent - fraction_bits);
}

} // namespace

TEST_CASE("doubles round to every format as exact arithmetic says") {
    std::ifstream table = oracle::open("formats.txt");
    std::string comment;
    std::getline(table, comment);
    std::string id;
    std::string from;
    std::string to;
    std::size_t compared = 0;
    while (table >> id >> from >> to) {
        const double x = oracle::from_bits(from);
        const double expected = to == "nan" ? std::nan("") : oracle::from_bits(to);
        INFO(id << " " << x);
        CHECK(same(format(id).rounded(x), expected));
        ++compared;
    }
    CHECK(compared > 700);
}

TEST_CASE("what is no finite number rounds to itself where the format has it") {
    for (const NumberFormat& each : number_formats()) {
        CHECK(std::isnan(each.rounded(std::nan(""))));
        CHECK(same(each.rounded(-0.0), -0.0));
        if (each.has_infinity) {
            CHECK(each.rounded(-infinity) == -infinity);
        } else {
            CHECK(std::isnan(each.rounded(infinity)));
        }
    }
}

TEST_CASE("the values of a format are those of its bit patterns") {
    for (const char* id : {"float16", "bfloat16", "float8_e5m2", "float8_e4m3"}) {
        const NumberFormat& each = format(id);
        INFO(id);
        const auto values = each.values();
        REQUIRE(values.size() == each.count());
        const std::size_t half = values.size() / 2;
        bool all = true;
        for (std::uint32_t pattern = 0; pattern < half; ++pattern) {
            all = all && same(values[half + pattern], decoded(each, pattern));
            all = all && same(values[half - 1 - pattern], decoded(each, pattern | 1U << (each.bits - 1)));
        }
        CHECK(all);
    }
    CHECK(format("float16").count() == 63488);
    CHECK(format("bfloat16").count() == 65280);
    CHECK(format("float8_e5m2").count() == 248);
    CHECK(format("float8_e4m3").count() == 254);
    CHECK(format("float32").count() == 4278190080);
    CHECK_THROWS_AS(format("float32").values(), std::invalid_argument);
}

TEST_CASE("the ends of the formats are those of their definitions") {
    CHECK(format("float32").smallest_positive() == std::numeric_limits<float>::denorm_min());
    CHECK(format("float32").smallest_normal() == std::numeric_limits<float>::min());
    CHECK(format("float32").largest == std::numeric_limits<float>::max());
    CHECK(format("float16").smallest_positive() == 0x1p-24);
    CHECK(format("bfloat16").smallest_positive() == 0x1p-133);
    CHECK(format("float8_e5m2").smallest_positive() == 0x1p-16);
    CHECK(format("float8_e4m3").smallest_positive() == 0x1p-9);
    CHECK(find_number_format("float64") == nullptr);
}

TEST_CASE("neighbours and units in the last place") {
    const NumberFormat& half = format("float16");
    CHECK(half.ulp(1) == 0x1p-10);
    CHECK(half.ulp(0.99) == 0x1p-11);
    CHECK(half.ulp(-3) == 0x1p-9);
    CHECK(half.ulp(0) == 0x1p-24);
    CHECK(half.next_up(1) == 1 + 0x1p-10);
    CHECK(half.next_down(1) == 1 - 0x1p-11);
    CHECK(half.next_up(-1) == -1 + 0x1p-11);
    CHECK(half.next_up(0) == 0x1p-24);
    CHECK(half.next_down(0) == -0x1p-24);
    CHECK(half.next_up(65504) == infinity);
    CHECK(half.next_down(-65504) == -infinity);
}

TEST_CASE("float arithmetic rounded to a short format is as if rounded once") {
    // All pairs would be four billion: a pseudo-random walk over pairs of bit patterns, the same each time.
    std::uint32_t state = 2463534242U;
    for (const char* id : {"bfloat16", "float16", "float8_e4m3"}) {
        const NumberFormat& each = format(id);
        const Rounding<float> round(each);
        bool all = true;
        for (int i = 0; i < 200000 && all; ++i) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            const double a = decoded(each, state & ((1U << each.bits) - 1));
            const double b = decoded(each, state >> (32 - each.bits));
            if (std::fabs(a) > each.largest || std::fabs(b) > each.largest) continue;
            const float fa = static_cast<float>(a);
            const float fb = static_cast<float>(b);
            all = all && same(static_cast<double>(round(fa * fb)), each.rounded(a * b));
            all = all && (b == 0 || same(static_cast<double>(round(fa / fb)), each.rounded(a / b)));
            all = all && same(static_cast<double>(round(fa + fb)), each.rounded(a + b));
            if (!all) FAIL(id << ": " << a << " and " << b);
        }
        CHECK(all);
    }
}
