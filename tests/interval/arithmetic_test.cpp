#include "base/infinity.hpp"
#include "interval/elementary.hpp"
#include "interval/interval.hpp"
#include "interval/rounding.hpp"
#include "oracle.hpp"
#include "support/catch.hpp"

#include <limits>

using actlas::infinity;
using namespace actlas::test;
using namespace actlas::interval;

namespace {

constexpr double largest = std::numeric_limits<double>::max();
constexpr double smallest = std::numeric_limits<double>::denorm_min();

using Operation = int (*)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

struct Binary {
    const char* name;
    Interval (*enclosure)(const Interval&, const Interval&);
    Operation exact;
};

const Binary operations[] = {
    {"+", [](const Interval& a, const Interval& b) { return a + b; }, mpfr_add},
    {"-", [](const Interval& a, const Interval& b) { return a - b; }, mpfr_sub},
    {"*", [](const Interval& a, const Interval& b) { return a * b; }, mpfr_mul},
    {"/", [](const Interval& a, const Interval& b) { return a / b; }, mpfr_div},
    {"min", [](const Interval& a, const Interval& b) { return min(a, b); }, mpfr_min},
    {"max", [](const Interval& a, const Interval& b) { return max(a, b); }, mpfr_max},
};

/// Powers whose result MPFR can tell from a double at reasonable cost.
bool moderate(double base, double exponent) {
    return base == 0 || std::fabs(exponent * std::log(std::fabs(base))) < 1e6;
}

} // namespace

TEST_CASE("an operation contains the exact value at all pairs of members") {
    constexpr std::uint64_t seed = 1966;
    CAPTURE(seed);
    Random random(seed);
    long checked = 0;
    for (const Binary& operation : operations) {
        for (int k = 0; k < 25000; ++k) {
            const Interval x = random.range();
            const Interval y = random.range();
            const Interval enclosure = operation.enclosure(x, y);
            for (int m = 0; m < 3; ++m) {
                const double a = random.member(x);
                const double b = random.member(y);
                if (operation.exact == mpfr_div && b == 0) continue;
                Exact value(a);
                operation.exact(value.get(), value.get(), Exact(b).get(), MPFR_RNDN);
                ++checked;
                if (value.inside(enclosure)) continue;
                CAPTURE(operation.name, x, y, a, b, enclosure);
                FAIL("outside");
            }
        }
    }
    CHECK(checked > 400000);
}

TEST_CASE("a power contains the exact value at all pairs of members") {
    constexpr std::uint64_t seed = 424242;
    CAPTURE(seed);
    Random random(seed);
    long checked = 0;
    for (int k = 0; k < 30000; ++k) {
        const Interval base = random.range();
        const Interval exponent = random.below(2) != 0 ? Interval(random.number()) : random.range();
        const Interval enclosure = pow(base, exponent);
        for (int m = 0; m < 3; ++m) {
            const double b = random.member(base);
            const double e = random.member(exponent);
            if (!moderate(b, e) || (b == 0 && e < 0)) continue;
            Exact value(b);
            mpfr_pow(value.get(), value.get(), Exact(e).get(), MPFR_RNDN);
            ++checked;
            if (value.defined() ? value.inside(enclosure) : !enclosure.defined()) continue;
            CAPTURE(base, exponent, b, e, value.nearest(), enclosure);
            FAIL("outside");
        }
    }
    CHECK(checked > 40000);
}

TEST_CASE("each operation at points is as narrow as doubles allow") {
    constexpr std::uint64_t seed = 31337;
    CAPTURE(seed);
    Random random(seed);
    for (const Binary& operation : operations) {
        for (int k = 0; k < 5000; ++k) {
            const double a = random.number();
            const double b = random.number();
            if (operation.exact == mpfr_div && b == 0) continue;
            Exact value(a, 2200); // any sum is exact
            operation.exact(value.get(), value.get(), Exact(b).get(), MPFR_RNDN);
            const Interval enclosure = operation.enclosure(a, b);
            const double nearest = value.nearest();
            const bool small = std::fabs(nearest) < 0x1p-950 || std::fabs(a) < 0x1p-950;
            const bool exact = !small && std::isfinite(nearest) && mpfr_cmp_d(value.get(), nearest) == 0;
            const bool narrow = doubles_between(enclosure.low(), enclosure.high()) <= (small ? 2 : 1);
            if (narrow && (!exact || enclosure.point())) continue;
            CAPTURE(operation.name, a, b, enclosure, exact);
            FAIL("wide");
        }
    }
}

TEST_CASE("whole numbers stay exact") {
    CHECK(Interval(0.1) + 0 == Interval(0.1));
    CHECK(Interval(1) / 4 == Interval(0.25));
    CHECK_FALSE((Interval(1) / 3).point());
    CHECK((Interval(1) / 3).width() == 0x1p-54);
    CHECK(sqrt(Interval(9)) == Interval(3));
    CHECK(pow(Interval(-3), 3) == Interval(-27));
    CHECK(pow(Interval(2), Interval(-2)) == Interval(0.25));
    CHECK(pow({-2, 3}, 2) == Interval(0, 9));
    CHECK(pow({-2, 3}, 3) == Interval(-8, 27));
    CHECK(pow({-2, -1}, 0) == Interval(1));
    CHECK(sqr({-2, 1}) == Interval(0, 4));
}

TEST_CASE("division by an interval that contains 0") {
    CHECK(Interval(1) / Interval(0, 2) == Interval(0.5, infinity));
    CHECK(Interval(1) / Interval(-2, 0) == Interval(-infinity, -0.5));
    CHECK(Interval(-1) / Interval(0, 2) == Interval(-infinity, -0.5));
    CHECK(Interval(-2, -1) / Interval(-4, 0) == Interval(0.25, infinity));
    CHECK(Interval(0, 1) / Interval(0, 2) == Interval(0, infinity));
    CHECK(Interval(1) / Interval(-1, 2) == Interval::entire());
    CHECK(Interval(-1, 1) / Interval(0, 2) == Interval::entire());
    CHECK(Interval(0) / Interval(-1, 2) == Interval(0));
    CHECK((Interval(1) / Interval(0)).empty());
    CHECK_FALSE((Interval(1) / Interval(0, 2)).defined());
    CHECK((Interval(1) / Interval(1, 2)).continuous());
    CHECK(Interval(1) / Interval(1, infinity) == Interval(0, 1));
    CHECK(Interval(1, infinity) / Interval(2, infinity) == Interval(0, infinity));
}

TEST_CASE("infinite bounds and overflow") {
    const Interval all = Interval::entire();
    CHECK(Interval(0) * all == Interval(0));
    CHECK(Interval(0, 1) * Interval(1, infinity) == Interval(0, infinity));
    CHECK(Interval(-1, 1) * Interval(1, infinity) == all);
    CHECK(all - all == all);
    CHECK(Interval(largest) + largest == Interval(largest, infinity));
    CHECK(Interval(largest) * -2 == Interval(-infinity, -largest));
    CHECK(Interval(largest) / 0.5 == Interval(largest, infinity));
    CHECK(Interval(infinity).empty());
    CHECK(Interval(1, infinity).magnitude() == infinity);
    // x e^-x far out: the factor underflows, the product stays small and keeps its sign
    const Interval far(1e3, 3e38);
    const Interval product = far * exp(-far);
    CHECK(product.low() == 0);
    CHECK(product.high() < 1e-284);
    const Interval left = -far * exp(far);
    CHECK(left.low() == -infinity);
    CHECK(left.high() < -1e303);
}

TEST_CASE("subnormal numbers") {
    CHECK(Interval(smallest) * 0.5 == Interval(0, smallest));
    CHECK(Interval(-smallest) * 0.5 == Interval(-smallest, 0));
    CHECK(Interval(smallest) / 2 == Interval(0, smallest));
    CHECK(sqr(Interval(1e-200)) == Interval(0, smallest));
    CHECK((Interval(smallest) + smallest).point());
    CHECK(sqrt(Interval(smallest)).contains(0x1p-537));
    CHECK(Interval(1) / Interval(smallest) == Interval(largest, infinity));
}

TEST_CASE("empty operands") {
    const Interval none;
    CHECK(none.empty());
    CHECK((none + 1).empty());
    CHECK((1 * none).empty());
    CHECK((none / none).empty());
    CHECK(pow(none, 2).empty());
    CHECK(pow(Interval(2), none).empty());
    CHECK(max(none, 1).empty());
    CHECK(hull(none, Interval(1, 2)) == Interval(1, 2));
    CHECK_FALSE(hull(none, Interval(1, 2)).defined());
    CHECK(intersection({0, 1}, {2, 3}).empty());
    CHECK(intersection({0, 2}, {1, 3}) == Interval(1, 2));
    CHECK(Interval(2, 1).empty());
    CHECK(Interval(NAN, 1).empty());
    CHECK(none.width() == 0);
    CHECK(std::isnan(none.middle()));
    CHECK_FALSE(none.positive());
    CHECK_FALSE(none.nonpositive());
    CHECK(less(none, 1) == Truth::maybe);
    CHECK(none == Interval(NAN));
}

TEST_CASE("powers at the edges of their domain") {
    CHECK(pow({-1, 4}, Interval(0.5)) == Interval(0, pow(Interval(4), Interval(0.5)).high()));
    CHECK_FALSE(pow({-1, 4}, Interval(0.5)).defined());
    CHECK(pow({0, 4}, Interval(0.5)).continuous());
    CHECK(pow(Interval(-2), Interval(0.5)).empty());
    CHECK(pow(Interval(0), Interval(0)) == Interval(1));
    CHECK(pow(Interval(0), Interval(-1)).empty());
    CHECK(pow({0, 2}, Interval(-0.5)).high() == infinity);
    CHECK(pow({-2, 0}, -1) == Interval(-infinity, -0.5));
    CHECK(pow(Interval(-2), Interval(1.5, 2.5)).contains(4));
    CHECK(pow({0.5, 2}, {-infinity, infinity}) == Interval(0, infinity));
    CHECK(pow({2, 3}, Interval(1000)).high() == infinity);
    CHECK(pow(Interval(4), 2.5).contains(32));
}

TEST_CASE("parts of an interval") {
    CHECK(Interval(1, 4).middle() == 2.5);
    CHECK(Interval(-largest, largest).middle() == 0);
    CHECK(Interval(largest / 2, largest).middle() == largest * 0.75);
    CHECK(Interval::entire().middle() == 0);
    CHECK(Interval(5, infinity).middle() == largest);
    CHECK(Interval(-smallest, 1).width() > 1);
    CHECK(Interval(-3, 2).mignitude() == 0);
    CHECK(Interval(-3, -2).mignitude() == 2);
    CHECK(Interval(-3, 2).magnitude() == 3);
    CHECK(Interval(1, 4).contains(Interval(2, 3)));
    CHECK_FALSE(std::signbit(Interval(-0.0).low()));
}

TEST_CASE("conditions") {
    CHECK(less({0, 1}, {2, 3}) == Truth::yes);
    CHECK(less({0, 2}, {2, 3}) == Truth::maybe);
    CHECK(less({2, 3}, {0, 2}) == Truth::no);
    CHECK(less_equal({0, 2}, {2, 3}) == Truth::yes);
    CHECK(less_equal({3, 4}, {0, 2}) == Truth::no);
    CHECK(select(Truth::yes, 1, 2) == Interval(1));
    CHECK(select(Truth::maybe, 1, 2) == Interval(1, 2));
    CHECK_FALSE(select(Truth::maybe, 1, 2).continuous());
    CHECK(abs({-3, 2}) == Interval(0, 3)); // a kink inside
    CHECK(abs({-3, -2}) == Interval(2, 3));
    CHECK(max({-3, 2}, 0) == Interval(0, 2));
    CHECK(clamp({-3, 9}, 0, 6) == Interval(0, 6));
}
