#include "formula/identity.hpp"

#include "base/number.hpp"
#include "formula/algebra.hpp"
#include "formula/build.hpp"
#include "formula/known_sign.hpp"
#include "formula/normal_form.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"

#include <cmath>
#include <unordered_map>

namespace actlas::formula {
namespace {

using algebra::Fraction;

/// Writes formulas as rational functions of one ring.
class Translation {
public:
    Fraction of(const Expr& expr) {
        if (const auto known = known_.find(expr.identity()); known != known_.end()) return known->second.to;
        Fraction result = translate(expr);
        known_.emplace(expr.identity(), Known{expr, result});
        return result;
    }

    bool equal(const Expr& a, const Expr& b) { return ring_.equal(of(a), of(b)); }

private:
    Fraction number(std::int64_t value) { return algebra::Ring::number(Rational{value}); }
    Fraction plus(const Fraction& a, const Fraction& b) { return ring_.sum(a, b); }
    Fraction minus(const Fraction& a, const Fraction& b) { return ring_.sum(a, ring_.negated(b)); }

    Fraction translate(const Expr& expr) {
        switch (expr.kind()) {
        case Kind::number:
            return literal(expr.node().value);
        case Kind::variable:
            return ring_.of_atom(ring_.atom("x", number(1), false));
        case Kind::constant:
            return expr.node().name == "e" ? ring_.exp(number(1)) : constant(expr.node().name);
        case Kind::add: {
            Fraction result = of(expr.operand(0));
            for (std::size_t i = 1; i < expr.operands().size(); ++i)
                result = plus(result, of(expr.operand(i)));
            return result;
        }
        case Kind::multiply: {
            Fraction result = of(expr.operand(0));
            for (std::size_t i = 1; i < expr.operands().size(); ++i)
                result = ring_.product(result, of(expr.operand(i)));
            return result;
        }
        case Kind::divide:
            return ring_.quotient(of(expr.operand(0)), of(expr.operand(1)));
        case Kind::negate:
            return ring_.negated(of(expr.operand(0)));
        case Kind::power:
            return power(expr);
        case Kind::call:
            return call(expr);
        default:
            return opaque(expr);
        }
    }

    Fraction constant(const std::string& name) {
        // The name stands for the argument of an atom that has none.
        const auto [place, is_new] = constants_.try_emplace(name, static_cast<std::int64_t>(constants_.size()) + 1);
        return ring_.of_atom(ring_.atom(algebra::positive_constant, number(place->second), true));
    }

    Fraction literal(double value) {
        if (const auto exact = to_rational(value)) return algebra::Ring::number(*exact);
        const Fraction size = constant(shortest(std::fabs(value)));
        return std::signbit(value) ? ring_.negated(size) : size;
    }

    Fraction power(const Expr& expr) {
        NormalForm form;
        const Expr& base = expr.operand(0);
        const Expr& exponent = expr.operand(1);
        if (const auto fixed = as_number(form, exponent)) return ring_.power(of(base), *fixed);
        if (known_sign(base) != Sign::positive && depends_on_variable(base)) return opaque(expr);
        return ring_.exp(ring_.product(of(exponent), ring_.log(of(base))));
    }

    Fraction call(const Expr& expr) {
        using namespace build;
        const Primitive& primitive = *expr.node().primitive;
        const std::string_view name = primitive.name;
        if (primitive.arity != 1) return opaque(expr);
        const Expr& u = expr.operand(0);
        if (name == "exp") return ring_.exp(of(u));
        if (name == "log") return ring_.log(of(u));
        if (name == "sqrt") return ring_.power(of(u), half);
        if (name == "cosh" || name == "sinh" || name == "tanh" || name == "sech") return hyperbolic(name, of(u));
        if (name == "cos" || name == "sin" || name == "tan") return circular(name, of(u));
        if (name == "sinc") return ring_.quotient(circular("sin", of(u)), of(u));
        if (name == "asinh") return leads_negative(of(u)) ? ring_.negated(inverse_sinh(-u)) : inverse_sinh(u);
        if (name == "log_sigmoid") return ring_.negated(of(Expr::call("softplus", {-u})));
        if (primitive.textbook != nullptr && name != "relu") return of(primitive.textbook(expr.operands()));
        return of_parity(primitive, of(u));
    }

    Fraction inverse_sinh(const Expr& u) {
        using namespace build;
        return ring_.log(of(u + Expr::call("sqrt", {pow(u, 2) + num(1)})));
    }

    Fraction hyperbolic(std::string_view name, const Fraction& u) {
        const Fraction up = ring_.exp(u);
        const Fraction down = ring_.exp(ring_.negated(u));
        if (name == "cosh") return ring_.quotient(plus(up, down), number(2));
        if (name == "sinh") return ring_.quotient(minus(up, down), number(2));
        if (name == "sech") return ring_.quotient(number(2), plus(up, down));
        const Fraction squared = ring_.product(up, up);
        return ring_.quotient(minus(squared, number(1)), plus(squared, number(1)));
    }

    Fraction circular(std::string_view name, const Fraction& u) {
        const Fraction forth = ring_.exp_i(u);
        const Fraction back = ring_.exp_i(ring_.negated(u));
        if (name == "cos") return ring_.quotient(plus(forth, back), number(2));
        if (name == "sin") return ring_.quotient(minus(forth, back), ring_.product(number(2), ring_.i()));
        return ring_.quotient(minus(forth, back), ring_.product(ring_.i(), plus(forth, back)));
    }

    /// An atom of its own, that of -u with its sign where there is one.
    Fraction of_parity(const Primitive& primitive, const Fraction& u) {
        const std::string key = "call " + std::string(primitive.name);
        if (primitive.parity != Parity::none && leads_negative(u)) {
            const Fraction mirrored = ring_.of_atom(ring_.atom(key, ring_.negated(u), false));
            return primitive.parity == Parity::odd ? ring_.negated(mirrored) : mirrored;
        }
        return ring_.of_atom(ring_.atom(key, u, primitive.sign == Sign::positive));
    }

    static bool leads_negative(const Fraction& u) {
        const bool top = !u.top.empty() && u.top.begin()->second.negative();
        const bool bottom = !u.bottom.empty() && u.bottom.begin()->second.negative();
        return top != bottom;
    }

    /// Compared by its text alone.
    Fraction opaque(const Expr& expr) {
        NormalForm form;
        const std::string key = form.key(simplify(expr));
        return ring_.of_atom(ring_.atom("as written " + key, number(1), false));
    }

    struct Known {
        Expr from; ///< keeps the node alive, so that its address stays its own
        Fraction to;
    };
    algebra::Ring ring_;
    std::unordered_map<const Expr::Node*, Known> known_;
    std::unordered_map<std::string, std::int64_t> constants_;
};

} // namespace

bool identical(const Expr& a, const Expr& b) {
    constexpr std::size_t longest = 2000;
    constexpr std::size_t longest_simplified = 200;
    if (a == b) return true;
    const std::size_t size = node_count(a) + node_count(b);
    if (size > longest) return false;
    try {
        return Translation().equal(a, b);
    } catch (const algebra::OutOfReach&) {
        // It may still be seen without multiplying out.
        return size <= longest_simplified && simplify(Expr::add({a, Expr::negate(b)})).is_number(0);
    }
}

} // namespace actlas::formula
