#include "formula/derivative_rules.hpp"

#include "formula/build.hpp"

#include <stdexcept>

namespace actlas::formula::rule {

using namespace build;

namespace {

Expr when(Relation relation, const Expr& lhs, const Expr& rhs, double then, double otherwise) {
    return Expr::choice(relation, lhs, rhs, num(then), num(otherwise));
}

Expr one_plus_square(const Expr& u) {
    return num(1) + pow(u, 2);
}

} // namespace

Expr exp(std::size_t, Arguments u) {
    return call("exp", u[0]);
}
Expr expm1(std::size_t, Arguments u) {
    return call("exp", u[0]);
}
Expr log(std::size_t, Arguments u) {
    return num(1) / u[0];
}
Expr log1p(std::size_t, Arguments u) {
    return num(1) / (num(1) + u[0]);
}
Expr sqrt(std::size_t, Arguments u) {
    return num(1) / (num(2) * call("sqrt", u[0]));
}
Expr sqrt1pm1(std::size_t, Arguments u) {
    return num(1) / (num(2) * call("sqrt", num(1) + u[0]));
}
Expr abs(std::size_t, Arguments u) {
    return call("sign", u[0]);
}
Expr piecewise_constant(std::size_t, Arguments) {
    return num(0);
}

Expr min(std::size_t i, Arguments u) {
    return i == 0 ? when(Relation::less_equal, u[0], u[1], 1, 0) : when(Relation::less_equal, u[0], u[1], 0, 1);
}

Expr max(std::size_t i, Arguments u) {
    return i == 0 ? when(Relation::greater, u[0], u[1], 1, 0) : when(Relation::greater, u[0], u[1], 0, 1);
}

Expr clamp(std::size_t i, Arguments u) {
    if (i == 1) return when(Relation::less, u[0], u[1], 1, 0);
    if (i == 2) return when(Relation::greater, u[0], u[2], 1, 0);
    return Expr::choice(Relation::less, u[0], u[1], num(0), when(Relation::greater, u[0], u[2], 0, 1));
}

Expr sin(std::size_t, Arguments u) {
    return call("cos", u[0]);
}
Expr cos(std::size_t, Arguments u) {
    return -call("sin", u[0]);
}
Expr tan(std::size_t, Arguments u) {
    return num(1) + pow(call("tan", u[0]), 2);
}
Expr atan(std::size_t, Arguments u) {
    return num(1) / one_plus_square(u[0]);
}
Expr asinh(std::size_t, Arguments u) {
    return num(1) / call("sqrt", one_plus_square(u[0]));
}
Expr sinh(std::size_t, Arguments u) {
    return call("cosh", u[0]);
}
Expr cosh(std::size_t, Arguments u) {
    return call("sinh", u[0]);
}
Expr tanh(std::size_t, Arguments u) {
    return pow(call("sech", u[0]), 2);
}
Expr sech(std::size_t, Arguments u) {
    return -(call("sech", u[0]) * call("tanh", u[0]));
}
Expr normal_cdf(std::size_t, Arguments u) {
    return call("normal_pdf", u[0]);
}
Expr normal_pdf(std::size_t, Arguments u) {
    return -(u[0] * call("normal_pdf", u[0]));
}
Expr sigmoid(std::size_t, Arguments u) {
    return call("sigmoid", u[0]) * call("sigmoid", -u[0]);
}
Expr log_sigmoid(std::size_t, Arguments u) {
    return call("sigmoid", -u[0]);
}
Expr softplus(std::size_t, Arguments u) {
    return call("sigmoid", u[0]);
}
Expr relu(std::size_t, Arguments u) {
    return when(Relation::greater, u[0], num(0), 1, 0);
}

Expr erf(std::size_t, Arguments u) {
    return num(2) / call("sqrt", Expr::constant("pi")) * call("exp", -pow(u[0], 2));
}
Expr erfc(std::size_t i, Arguments u) {
    return -erf(i, u);
}

Expr sinc(std::size_t, Arguments u) {
    return -Expr::call("sph_bessel", {num(1), u[0]});
}

// Abramowitz & Stegun 10.1.20: (2n + 1) j_n' = n j_(n-1) - (n + 1) j_(n+1).
Expr sph_bessel(std::size_t i, Arguments u) {
    if (i == 0 || u[0].kind() != Kind::number) {
        throw std::invalid_argument("sph_bessel cannot be differentiated with respect to its order");
    }
    const double n = u[0].node().value;
    const auto j = [&](double order) {
        return order == 0 ? call("sinc", u[1]) : Expr::call("sph_bessel", {num(order), u[1]});
    };
    if (n == 0) return -j(1);
    return (num(n) * j(n - 1) - num(n + 1) * j(n + 1)) / num(2 * n + 1);
}

} // namespace actlas::formula::rule
