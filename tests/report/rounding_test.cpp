#include "base/number.hpp"
#include "report/rounding.hpp"
#include "support/catch.hpp"

#include <cmath>
#include <random>

using namespace actlas;
using namespace actlas::report;

TEST_CASE("thresholds are rounded to the side on which the statement holds") {
    CHECK(rounded_up(4.584863339, 2) == 4.59); // |σ'| = 0.01
    CHECK(rounded_up(2.993222846, 2) == 3.0);  // |tanh'| = 0.01
    CHECK(rounded_up(4.59, 2) == 4.59);
    CHECK(rounded_up(-4.584863339, 2) == -4.58);
    CHECK(rounded_down(-4.584863339, 2) == -4.59);
    CHECK(rounded_up(709.782712893384, 2) == 709.79);
    CHECK(rounded_up(0.1 + 0.2, 1) == Approx(0.4)); // a hair above 0.3
}

TEST_CASE("rounding up is never below and never a whole unit above") {
    const unsigned seed = 20251;
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 20000; ++i) {
        const double value = (static_cast<double>(random() >> 11) / 9007199254740992.0 - 0.5) * 2000;
        for (const int decimals : {0, 1, 2, 4}) {
            const double up = rounded_up(value, decimals);
            CHECK(up >= value);
            CHECK(up - value < std::pow(10.0, -decimals) * (1 + 1e-9));
            CHECK(rounded_down(value, decimals) <= value);
        }
    }
}

TEST_CASE("bounds for people") {
    CHECK(upper_bound_for_people(9.5367431640625e-7, 2) == "9.6 × 10⁻⁷");     // 0.25^10
    CHECK(upper_bound_for_people(7.888609052210118e-31, 2) == "7.9 × 10⁻³¹"); // 0.25^50
    CHECK(upper_bound_for_people(1, 2) == "1");
    CHECK(upper_bound_for_people(0.99009900990099, 1) == "1");
    CHECK(upper_bound_for_people(9.96e-9, 2) == "10⁻⁸");
    CHECK(upper_bound_for_people(0.25, 2) == "0.25");
}

TEST_CASE("whole numbers in groups of three") {
    CHECK(grouped_for_people(100) == "100");
    CHECK(grouped_for_people(10000) == "10\u202F000");
    CHECK(grouped_for_people(-1000000) == "−1\u202F000\u202F000");
}
