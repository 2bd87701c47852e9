#include "formulas.hpp"

#include "formula/primitive.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace actlas::formula::test {

namespace {

long double bessel(long double order, long double x) {
    if (!(std::fabs(x) < 1000)) return std::nanl("");
    const long double size = std::sph_bessel(static_cast<unsigned>(order), std::fabs(x));
    return x < 0 && std::fmod(order, 2.0L) != 0 ? -size : size;
}

long double sigmoid(long double u) {
    return 1 / (1 + std::exp(-u));
}
long double normal_cdf(long double u) {
    return std::erfc(-u / std::sqrt(2.0L)) / 2;
}
long double normal_pdf(long double u) {
    return std::exp(-u * u / 2) / std::sqrt(2 * std::acos(-1.0L));
}
long double sign(long double u) {
    return u > 0 ? 1.0L : u < 0 ? -1.0L : 0.0L;
}

/// The definitions of the primitives.
long double call(std::string_view name, const std::vector<long double>& u) {
    if (name == "abs") return std::fabs(u[0]);
    if (name == "asinh") return std::asinh(u[0]);
    if (name == "atan") return std::atan(u[0]);
    if (name == "clamp") return std::min(std::max(u[0], u[1]), u[2]);
    if (name == "cos") return std::cos(u[0]);
    if (name == "cosh") return std::cosh(u[0]);
    if (name == "erf") return std::erf(u[0]);
    if (name == "erfc") return std::erfc(u[0]);
    if (name == "exp") return std::exp(u[0]);
    if (name == "expm1") return std::expm1(u[0]);
    if (name == "floor") return std::floor(u[0]);
    if (name == "log") return std::log(u[0]);
    if (name == "log1p") return std::log1p(u[0]);
    if (name == "log_sigmoid") return std::log(sigmoid(u[0]));
    if (name == "max") return std::max(u[0], u[1]);
    if (name == "min") return std::min(u[0], u[1]);
    if (name == "normal_cdf") return normal_cdf(u[0]);
    if (name == "normal_pdf") return normal_pdf(u[0]);
    if (name == "relu") return std::max(u[0], 0.0L);
    if (name == "sech") return 1 / std::cosh(u[0]);
    if (name == "sigmoid") return sigmoid(u[0]);
    if (name == "sign") return sign(u[0]);
    if (name == "sin") return std::sin(u[0]);
    if (name == "sinc") return bessel(0, u[0]);
    if (name == "sinh") return std::sinh(u[0]);
    if (name == "softplus") return std::log1p(std::exp(u[0]));
    if (name == "sph_bessel") return bessel(u[0], u[1]);
    if (name == "sqrt") return std::sqrt(u[0]);
    if (name == "sqrt1pm1") return std::sqrt(1 + u[0]) - 1;
    if (name == "step") return u[0] >= 0 ? 1.0L : 0.0L;
    if (name == "tan") return std::tan(u[0]);
    if (name == "tanh") return std::tanh(u[0]);
    throw std::logic_error("no definition in the test for " + std::string(name));
}

bool holds(Relation relation, long double a, long double b) {
    switch (relation) {
    case Relation::less:
        return a < b;
    case Relation::less_equal:
        return a <= b;
    case Relation::greater:
        return a > b;
    case Relation::greater_equal:
        return a >= b;
    }
    return false;
}

/// The larger one; not a number if either is not.
long double larger(long double a, long double b) {
    return a >= b || std::isnan(a) ? a : b;
}

} // namespace

Measured measure(const Expr& expr, long double x) {
    if (expr.kind() == Kind::choice) {
        const Measured lhs = measure(expr.operand(0), x);
        const Measured rhs = measure(expr.operand(1), x);
        Measured chosen = measure(expr.operand(holds(expr.node().relation, lhs.value, rhs.value) ? 2 : 3), x);
        chosen.scale = larger(larger(chosen.scale, lhs.scale), rhs.scale);
        return chosen;
    }
    std::vector<long double> u;
    Measured result;
    for (const Expr& operand : expr.operands()) {
        const Measured part = measure(operand, x);
        u.push_back(part.value);
        result.scale = larger(result.scale, part.scale);
    }
    switch (expr.kind()) {
    case Kind::number:
        result.value = static_cast<long double>(expr.node().value);
        break;
    case Kind::variable:
        result.value = x;
        break;
    case Kind::constant:
        result.value = expr.node().name == "pi" ? std::acos(-1.0L) : std::exp(1.0L);
        break;
    case Kind::add:
        for (const long double term : u)
            result.value += term;
        break;
    case Kind::multiply:
        result.value = 1;
        for (const long double factor : u)
            result.value *= factor;
        break;
    case Kind::divide:
        result.value = u[0] / u[1];
        result.scale = larger(result.scale, 1 / std::fabs(u[1]));
        break;
    case Kind::power:
        result.value = std::pow(u[0], u[1]);
        break;
    case Kind::negate:
        result.value = -u[0];
        break;
    case Kind::call:
        result.value = call(expr.node().primitive->name, u);
        break;
    case Kind::parameter:
    case Kind::choice:
        throw std::logic_error("a parameter without a value");
    }
    result.scale = larger(result.scale, std::fabs(result.value));
    return result;
}

unsigned Maker::below(unsigned bound) {
    // Knuth's MMIX generator; its upper half is random enough here.
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<unsigned>(state_ >> 33) % bound;
}

long double Maker::point() {
    return static_cast<long double>(below(8'000'001)) / 1'000'000 - 4;
}

Expr Maker::leaf() {
    switch (below(6)) {
    case 0:
        return Expr::number(1);
    case 1:
        return Expr::number(static_cast<double>(below(4)) + 2);
    case 2:
        return Expr::number(static_cast<double>(below(20)) / 4);
    default:
        return Expr::variable();
    }
}

Expr Maker::formula(int depth) {
    if (depth <= 0) return leaf();
    const auto next = [&] { return formula(depth - 1 - static_cast<int>(below(2))); };
    switch (below(12)) {
    case 0:
    case 1:
        return Expr::add({next(), next()});
    case 2:
        return Expr::add({next(), Expr::negate(next()), next()});
    case 3:
    case 4:
        return Expr::multiply({next(), next()});
    case 5:
        return Expr::divide(next(), next());
    case 6:
        return Expr::power(next(), Expr::number(static_cast<double>(below(3)) + 2));
    case 7:
        return Expr::negate(next());
    case 8:
        return Expr::choice(static_cast<Relation>(below(4)), next(), leaf(), next(), next());
    default:
        break;
    }
    const Primitive& primitive = primitives()[below(static_cast<unsigned>(primitives().size()))];
    std::vector<Expr> arguments;
    if (primitive.literal_order) arguments.push_back(Expr::number(static_cast<double>(below(3))));
    while (arguments.size() < primitive.arity)
        arguments.push_back(next());
    // clamp wants its bounds in order.
    if (primitive.name == "clamp") arguments = {arguments[0], Expr::number(-0.5), Expr::number(1.25)};
    return Expr::call(primitive.name, std::move(arguments));
}

} // namespace actlas::formula::test
