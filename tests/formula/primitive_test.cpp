#include "formula/primitive.hpp"
#include "formulas.hpp"
#include "support/catch.hpp"

#include <cmath>

namespace actlas::formula {

TEST_CASE("each primitive is found by its name and complete") {
    for (const Primitive& primitive : primitives()) {
        INFO(primitive.name);
        CHECK(find_primitive(primitive.name) == &primitive);
        CHECK(primitive.value != nullptr);
        CHECK(primitive.partial != nullptr);
        CHECK_FALSE(primitive.symbol.empty());
    }
    CHECK(find_primitive("gelu") == nullptr);
    CHECK(find_primitive("") == nullptr);
}

TEST_CASE("what the table says of a function is so") {
    for (const Primitive& primitive : primitives()) {
        if (primitive.arity != 1) continue;
        INFO(primitive.name);
        for (const double u : {0.0, 0.125, 0.5, 0.9375, 1.0, 2.5, 7.0}) {
            const double minus_u = -u;
            const double right = primitive.value(&u);
            const double left = primitive.value(&minus_u);
            if (primitive.parity == Parity::odd) CHECK(left == -right);
            if (primitive.parity == Parity::even) CHECK(left == right);
            if (primitive.sign == Sign::positive) CHECK((right > 0 && left > 0));
            if (primitive.sign == Sign::nonnegative) CHECK((right >= 0 && !(left < 0)));
            if (primitive.keeps_sign) {
                CHECK((right > 0) == (u > 0));
                if (!std::isnan(left)) CHECK((left < 0) == (u > 0));
            }
        }
    }
}

TEST_CASE("the pieces of a piecewise primitive are the primitive") {
    for (const Primitive& primitive : primitives()) {
        if (primitive.pieces == nullptr) continue;
        INFO(primitive.name);
        const std::vector<Expr> bounds{Expr::variable(), Expr::number(-1), Expr::number(2)};
        const std::vector<Expr> arguments(bounds.begin(),
                                          bounds.begin() + static_cast<std::ptrdiff_t>(primitive.arity));
        const Expr pieces = primitive.pieces(arguments);
        const Expr call = Expr::call(primitive.name, arguments);
        for (const long double x : {-2.0L, -1.0L, -0.5L, 0.0L, 0.5L, 2.0L, 3.0L}) {
            CHECK(test::measure(pieces, x).value == test::measure(call, x).value);
        }
    }
}

} // namespace actlas::formula
