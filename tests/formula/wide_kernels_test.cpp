#include "base/infinity.hpp"
#include "formula/primitive.hpp"
#include "formula/wide.hpp"
#include "oracle/table.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>

using actlas::infinity;
using actlas::formula::Wide;
namespace wide = actlas::formula::wide;

namespace {

Wide call(std::string_view primitive, const Wide& x) {
    return wide::kernel_of(primitive).value(&x);
}

/// The error in units of the last of 53 bits; the exact value is fraction * 2^exponent, rounded to 53 bits.
double error(const Wide& computed, double fraction, std::int64_t exponent) {
    const Wide difference = computed - Wide(fraction, exponent);
    return std::fabs((difference / Wide(0x1p-53, exponent)).rounded());
}

const Wide tiny(0.75, -1500);
const Wide big(0.75, 1500);

} // namespace

TEST_CASE("wide arithmetic rounds as doubles do where doubles reach") {
    for (const double a : {0.1, -3.7, 1e-300, 1e300, 0.0, 5.5e-5}) {
        for (const double b : {0.3, -3.6999, 2e-290, -1e290, 7.0}) {
            CHECK((Wide(a) + Wide(b)).rounded() == a + b);
            CHECK((Wide(a) - Wide(b)).rounded() == a - b);
            if (std::isnormal(a * b)) CHECK((Wide(a) * Wide(b)).rounded() == a * b);
            if (std::isnormal(a / b)) CHECK((Wide(a) / Wide(b)).rounded() == a / b);
            CHECK((Wide(a) < Wide(b)) == (a < b));
            CHECK((Wide(a) >= Wide(b)) == (a >= b));
        }
    }
}

TEST_CASE("wide arithmetic beyond the range of doubles") {
    CHECK((tiny * tiny / tiny).exponent() == -1500);
    CHECK((tiny + tiny).exponent() == -1499);
    CHECK((big + tiny - big).rounded() == 0);
    CHECK(big > Wide(1e308));
    CHECK(-big < Wide(-1e308));
    CHECK(tiny > Wide(0));
    CHECK(tiny < Wide(5e-324));
    CHECK(big < Wide(infinity));
    CHECK(tiny.rounded() == 0);
    CHECK(tiny.rounded_away_from_zero() == 5e-324);
    CHECK((-tiny).rounded_away_from_zero() == -5e-324);
    CHECK(big.rounded() == infinity);
    CHECK_FALSE(tiny.fits());
    CHECK(Wide(2.2250738585072014e-308).fits());
    CHECK_FALSE(Wide(1e-310).fits());
}

TEST_CASE("wide arithmetic with infinities, zeros and NaN follows that of doubles") {
    CHECK((Wide(1) / Wide(0)).rounded() == infinity);
    CHECK((Wide(infinity) - Wide(infinity)).is_nan());
    CHECK((Wide(0) * Wide(infinity)).is_nan());
    const Wide undefined(std::numeric_limits<double>::quiet_NaN());
    CHECK_FALSE(undefined < Wide(1));
    CHECK_FALSE(undefined >= Wide(1));
    CHECK(std::signbit((Wide(0) * Wide(-1)).rounded()));
}

TEST_CASE("exponents that grow without bound end at infinity and 0") {
    Wide growing = big;
    Wide shrinking = tiny;
    for (int i = 0; i < 70; ++i) {
        growing = growing * growing;
        shrinking = shrinking * shrinking;
    }
    CHECK(growing.rounded() == infinity);
    CHECK(shrinking.rounded() == 0);
    CHECK(shrinking.rounded_away_from_zero() == 0);
}

TEST_CASE("wide kernels beyond the range of doubles") {
    // mpmath, 60 digits, as a fraction in [1/2, 1) and a power of two
    CHECK(error(call("exp", Wide(-2000)), 0x1.86b340fc78eb8p-1, -2885) <= 2);
    CHECK(error(call("exp", Wide(1e6)), 0x1.075bff7ae2a46p-1, 1442696) <= 2);
    CHECK(error(call("sigmoid", Wide(-1e5)), 0x1.6903979c5a4a4p-1, -144269) <= 2);
    CHECK(error(call("softplus", Wide(-3000)), 0x1.e2aa25f204dd0p-1, -4328) <= 2);
    CHECK(error(call("log_sigmoid", Wide(3000)), -0x1.e2aa25f204dd0p-1, -4328) <= 2);
    CHECK(error(call("normal_pdf", Wide(1000.1)), 0x1.d62fcae91fbeep-1, -721493) <= 4);
    CHECK(error(call("normal_cdf", Wide(-200.3)), 0x1.6a3a78803d4ccp-1, -28949) <= 4);
    CHECK(error(call("erfc", Wide(60.7)), 0x1.9318a12b6f00ep-1, -5322) <= 4);
    CHECK(error(call("sech", Wide(3000.5)), 0x1.24c03b3507856p-1, -4327) <= 2);
    CHECK(error(call("cosh", Wide(-2000)), 0x1.4f7acf675508cp-1, 2885) <= 2);
    CHECK(error(call("sinh", Wide(-2000)), -0x1.4f7acf675508cp-1, 2885) <= 2);
    CHECK(error(call("expm1", Wide(1e6)), 0x1.075bff7ae2a46p-1, 1442696) <= 2);
    CHECK(error(wide::exp_of_product(Wide(-123.4), Wide(123.4)), 0x1.35b1dbc3bb239p-1, -21968) <= 2);
    CHECK(error(wide::exp_of_sum(Wide(2000.1), Wide(-0.3)), 0x1.12aae5d952678p-1, 2886) <= 2);
    CHECK(call("exp", Wide(-1e300)).rounded_away_from_zero() == 0);
    CHECK(call("exp", big).rounded() == infinity);
}

TEST_CASE("wide kernels at arguments beyond the range of doubles") {
    // mpmath, for 0.75 * 2^-1500 and 0.75 * 2^1500
    CHECK(error(call("erf", tiny), 0x1.b14c2f863e924p-1, -1500) <= 1);
    CHECK(error(call("sqrt", tiny), 0x1.bb67ae8584caap-1, -750) <= 1);
    CHECK(error(call("log", tiny), -0x1.04008a7e158bcp-1, 11) <= 1);
    CHECK(error(call("log", big), 0x1.03dbb7b9f3221p-1, 11) <= 1);
    CHECK(error(call("log1p", big), 0x1.03dbb7b9f3221p-1, 11) <= 1);
    CHECK(error(call("asinh", big), 0x1.0408143ff1168p-1, 11) <= 1);
    CHECK(error(call("asinh", -big), -0x1.0408143ff1168p-1, 11) <= 1);
    CHECK(error(call("sqrt1pm1", big), 0x1.bb67ae8584caap-1, 750) <= 1);
    CHECK(error(call("sqrt1pm1", tiny), 0.75, -1501) == 0);
    for (const char* name : {"tanh", "sin", "tan", "atan", "asinh", "sinh", "expm1", "log1p"}) {
        INFO(name);
        CHECK(error(call(name, tiny), 0.75, -1500) == 0);
    }
    const Wide args[] = {Wide(2), tiny};
    CHECK(error(wide::kernel_of("sph_bessel").value(args), 0x1.3333333333333p-1, -3004) <= 2);
    CHECK(error(wide::pow(tiny, Wide(2.5)), 0x1.f2d4a45635640p-1, -3751) <= 2);
    CHECK(error(wide::pow(big, Wide(-3)), 0x1.2f684bda12f68p-1, -4498) <= 2);
    CHECK(call("relu", tiny) > Wide(0));
    CHECK(call("relu", -tiny).rounded_away_from_zero() == 0);
    CHECK(call("abs", -big) > Wide(1e308));
}

TEST_CASE("wide kernels agree with exact values where doubles reach") {
    std::ifstream file = oracle::open("primitives.txt");
    std::string name;
    int points = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        if (line.starts_with("primitive ")) {
            name = line.substr(10);
            continue;
        }
        if (wide::kernel_of(name).value == nullptr) continue;
        std::istringstream words(line);
        std::string x_bits;
        std::string value_bits;
        oracle::Exact exact;
        REQUIRE((words >> x_bits >> value_bits >> exact.above));
        exact.nearest = oracle::from_bits(value_bits);
        const double x = oracle::from_bits(x_bits);
        const double ulps = oracle::error_in_ulps(call(name, Wide(x)).rounded(), exact);
        ++points;
        if (!(ulps <= 4)) {
            INFO(std::hexfloat << name << "(" << x << ")");
            CHECK(ulps <= 4);
        }
    }
    CHECK(points > 10'000);
}

TEST_CASE("every primitive that vanishes far out has one") {
    for (const actlas::formula::Primitive& primitive : actlas::formula::primitives()) {
        double far_left[] = {-800, -800, -800};
        double far_right[] = {800, 800, 800};
        const bool positive = primitive.sign == actlas::formula::Sign::positive;
        if (!positive || primitive.arity != 1) continue;
        INFO(primitive.name);
        if (primitive.value(far_left) == 0 || primitive.value(far_right) == 0) {
            CHECK(wide::kernel_of(primitive.name).underflows);
        }
    }
}
