#include "formula/textbook_rules.hpp"

#include "formula/build.hpp"

#include <algorithm>

namespace actlas::formula::definition {

using namespace build;

namespace {

Expr exp(const Expr& u) {
    return call("exp", u);
}

/// -u without a double sign.
Expr minus(const Expr& u) {
    if (u.kind() == Kind::negate) return u.operand(0);
    if (u.kind() == Kind::number) return num(-u.node().value);
    return -u;
}

/// No function of x in it: short enough to be written twice.
bool is_plain(const Expr& u) {
    if ((u.kind() == Kind::call || u.kind() == Kind::choice) && depends_on_variable(u)) return false;
    return std::all_of(u.operands().begin(), u.operands().end(), is_plain);
}

} // namespace

Expr erfc(Arguments u) {
    return num(1) - call("erf", u[0]);
}
Expr expm1(Arguments u) {
    return exp(u[0]) + num(-1);
}
Expr log1p(Arguments u) {
    return call("log", num(1) + u[0]);
}
Expr log_sigmoid(Arguments u) {
    return call("log", sigmoid(u));
}
Expr normal_cdf(Arguments u) {
    return (num(1) + call("erf", u[0] / call("sqrt", num(2)))) / num(2);
}
Expr normal_pdf(Arguments u) {
    return exp(-(pow(u[0], 2) / num(2))) / call("sqrt", num(2) * Expr::constant("pi"));
}
Expr relu(Arguments u) {
    return Expr::call("max", {num(0), u[0]});
}
Expr sech(Arguments u) {
    return is_plain(u[0]) ? num(2) / (exp(u[0]) + exp(minus(u[0]))) : call("sech", u[0]);
}
Expr sigmoid(Arguments u) {
    return num(1) / (num(1) + exp(minus(u[0])));
}
Expr sinc(Arguments u) {
    return is_plain(u[0]) ? call("sin", u[0]) / u[0] : call("sinc", u[0]);
}
Expr softplus(Arguments u) {
    return call("log", num(1) + exp(u[0]));
}
Expr sqrt1pm1(Arguments u) {
    return call("sqrt", num(1) + u[0]) + num(-1);
}
Expr tanh(Arguments u) {
    if (!is_plain(u[0])) return call("tanh", u[0]);
    return (exp(u[0]) - exp(minus(u[0]))) / (exp(u[0]) + exp(minus(u[0])));
}

} // namespace actlas::formula::definition
