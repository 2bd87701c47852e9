#include "formula/rational.hpp"
#include "support/catch.hpp"

#include <limits>

namespace actlas::formula {

TEST_CASE("a literal stands for the decimal that was written") {
    CHECK(to_rational(0.1) == Rational{1, 10});
    CHECK(to_rational(-2.5) == Rational{-5, 2});
    CHECK(to_rational(0.044715) == Rational{8943, 200000});
    CHECK(to_rational(1e-3) == Rational{1, 1000});
    CHECK(to_rational(9007199254740992.0) == Rational{9007199254740992});
    CHECK_FALSE(to_rational(3.141592653589793));
    CHECK_FALSE(to_rational(1e-300));
    CHECK_FALSE(to_rational(1e300));
    CHECK_FALSE(to_rational(std::numeric_limits<double>::infinity()));
}

TEST_CASE("arithmetic of fractions is exact or refused") {
    CHECK(add(*to_rational(0.1), *to_rational(0.2))->value() == 0.3);
    CHECK(add(Rational{1, 3}, Rational{1, 6}) == Rational{1, 2});
    CHECK(multiply(Rational{2, 3}, Rational{3, 4}) == Rational{1, 2});
    CHECK(power(Rational{-2, 3}, -3) == Rational{-27, 8});
    CHECK(power(Rational{5}, 0) == one);
    CHECK_FALSE(power(Rational{0}, -1));
    CHECK_FALSE(multiply(Rational{9007199254740991}, Rational{3}));
    CHECK_FALSE(add(Rational{1, 9007199254740991}, Rational{1, 9007199254740881}));
    CHECK(square_root(Rational{9, 4}) == Rational{3, 2});
    CHECK_FALSE(square_root(Rational{2}));
    CHECK_FALSE(square_root(Rational{-4}));
    CHECK(less(Rational{1, 3}, Rational{1, 2}));
    CHECK_FALSE(less(Rational{1, 2}, Rational{1, 2}));
}

TEST_CASE("a decimal stays a decimal as long as it ends") {
    CHECK(multiply(*to_rational(0.5), Rational{3})->decimal);
    CHECK_FALSE(multiply(*to_rational(0.5), Rational{1, 3})->decimal);
    CHECK_FALSE(multiply(*to_rational(0.5), Rational{2})->decimal);
}

} // namespace actlas::formula
