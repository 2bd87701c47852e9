// Calls of primitives: constants, parity, inverses.

#include "formula/build.hpp"
#include "formula/known_sign.hpp"
#include "formula/primitive.hpp"
#include "formula/simplifier.hpp"

#include <algorithm>
#include <array>

namespace actlas::formula {

using build::operator-;

Expr Simplifier::call(const Primitive& primitive, std::vector<Expr> arguments) {
    if (auto value = folded(primitive, arguments)) return *value;
    if (arguments.size() == 1) {
        if (auto shorter = inverse(primitive, arguments[0])) return *shorter;
        if (primitive.parity != Parity::none && is_negative(arguments[0])) {
            const Expr mirrored = visit(build::call(primitive.name, visit(-arguments[0])));
            return primitive.parity == Parity::even ? mirrored : visit(-mirrored);
        }
    }
    if ((primitive.name == "min" || primitive.name == "max") && form_.key(arguments[0]) == form_.key(arguments[1])) {
        return arguments[0];
    }
    if (primitive.name == "sph_bessel" && arguments[0].is_number(0)) return visit(build::call("sinc", arguments[1]));
    return product(form_.term(Expr::call(primitive.name, std::move(arguments))));
}

/// The value for literal arguments where it is exact: piecewise linear functions, and 0, 1/2 or 1 at 0.
std::optional<Expr> Simplifier::folded(const Primitive& primitive, const std::vector<Expr>& arguments) {
    std::vector<double> values;
    for (const Expr& argument : arguments) {
        if (argument.kind() != Kind::number) return std::nullopt;
        values.push_back(argument.node().value);
    }
    const double value = primitive.value(values.data());
    if (primitive.exact) return Expr::number(value);
    if (primitive.name == "log" && values[0] == 1) return Expr::number(0);
    const bool at_zero = values.size() == 1 && values[0] == 0;
    if (at_zero && (value == 0 || value == 1)) return Expr::number(value == 0 ? 0 : 1);
    if (at_zero && value == 0.5) return write_number(half);
    return std::nullopt;
}

/// True of a sum whose terms are all negative, and of a negative term.
bool Simplifier::is_negative(const Expr& expr) {
    const std::vector<Term> terms = form_.terms(expr);
    return std::all_of(terms.begin(), terms.end(), [](const Term& t) { return t.coefficient.negative(); });
}

std::optional<Expr> Simplifier::inverse(const Primitive& primitive, const Expr& u) {
    using namespace build;
    const Sign sign = known_sign(u);
    if (primitive.name == "abs" && sign != Sign::any) return u;
    if (primitive.parity == Parity::even && is_call(u, "abs")) return visit(build::call(primitive.name, u.operand(0)));
    if (primitive.name == "relu" && sign != Sign::any) return u;
    if (primitive.name == "sign" && sign == Sign::positive) return num(1);
    if (primitive.name == "step" && sign != Sign::any) return num(1);

    struct Inverse {
        std::string_view outer;
        std::string_view inner;
    };
    static constexpr std::array inverses{Inverse{"log", "exp"}, Inverse{"log1p", "expm1"}, Inverse{"asinh", "sinh"}};
    for (const auto& [outer, inner] : inverses) {
        if (primitive.name == outer && is_call(u, inner)) return u.operand(0);
    }
    struct Composite {
        std::string_view outer;
        std::string_view inner;
        std::string_view whole;
    };
    static constexpr std::array composites{Composite{"log1p", "exp", "softplus"},
                                           Composite{"log", "sigmoid", "log_sigmoid"}};
    for (const auto& [outer, inner, whole] : composites) {
        if (primitive.name == outer && is_call(u, inner)) return visit(build::call(whole, u.operand(0)));
    }
    if (primitive.name == "log") {
        // log(1 + v) = log1p(v) keeps the digits of a small v.
        std::vector<Term> terms = form_.terms(u);
        const auto unit = std::find_if(terms.begin(), terms.end(),
                                       [](const Term& t) { return t.is_number() && t.coefficient.is(1); });
        if (terms.size() > 1 && unit != terms.end()) {
            terms.erase(unit);
            return visit(build::call("log1p", sum(std::move(terms))));
        }
    }
    return std::nullopt;
}

} // namespace actlas::formula
