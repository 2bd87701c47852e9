#include "formula/vector_tangent.hpp"

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/vector_primitive.hpp"
#include "formula/vector_program.hpp"

#include <optional>
#include <unordered_map>

namespace actlas::formula {

namespace {

using namespace build;

/// The empty answer stands for no change.
using Change = std::optional<Expr>;

class Tangent {
public:
    Change operator()(const Expr& expr) {
        if (!depends_on_variable(expr)) return std::nullopt;
        if (const auto known = known_.find(expr.identity()); known != known_.end()) return known->second;
        Change change = of(expr);
        known_.emplace(expr.identity(), change);
        return change;
    }

private:
    static Change plus(const Change& a, const Change& b) {
        if (!a) return b;
        return b ? Change(*a + *b) : a;
    }

    Change of(const Expr& expr) {
        switch (expr.kind()) {
        case Kind::variable:
            return Expr::parameter(tangent_name);
        case Kind::add: {
            Change total;
            for (const Expr& term : expr.operands())
                total = plus(total, (*this)(term));
            return total;
        }
        case Kind::multiply:
            return product(expr);
        case Kind::divide:
            return quotient(expr.operand(0), expr.operand(1));
        case Kind::power:
            return power(expr);
        case Kind::negate: {
            const Change inner = (*this)(expr.operand(0));
            return inner ? Change(-*inner) : inner;
        }
        case Kind::call:
            return call(expr);
        case Kind::choice: {
            const Change then = (*this)(expr.operand(2));
            const Change otherwise = (*this)(expr.operand(3));
            if (!then && !otherwise) return std::nullopt;
            return Expr::choice(expr.node().relation, expr.operand(0), expr.operand(1), then.value_or(num(0)),
                                otherwise.value_or(num(0)));
        }
        case Kind::number:
        case Kind::parameter:
        case Kind::constant:
            break;
        }
        return std::nullopt;
    }

    Change product(const Expr& expr) {
        Change total;
        for (std::size_t i = 0; i < expr.operands().size(); ++i) {
            const Change change = (*this)(expr.operand(i));
            if (!change) continue;
            std::vector<Expr> factors = expr.operands();
            factors[i] = *change;
            total = plus(total, Expr::multiply(std::move(factors)));
        }
        return total;
    }

    Change quotient(const Expr& u, const Expr& v) {
        const Change above = (*this)(u);
        const Change below = (*this)(v);
        const Change first = above ? Change(*above / v) : above;
        return below ? plus(first, -(u * *below / pow(v, 2))) : first;
    }

    Change power(const Expr& expr) {
        const Expr& u = expr.operand(0);
        const Expr& v = expr.operand(1);
        const Change base = (*this)(u);
        const Change exponent = (*this)(v);
        Change total;
        if (base) {
            // u^1 changes by du, and at u = 0 too, where 0 * 0^-1 would not do.
            total = v.is_number(1) ? *base : v * Expr::power(u, v - num(1)) * *base;
        }
        return exponent ? plus(total, expr * build::call("log", u) * *exponent) : total;
    }

    Change call(const Expr& expr) {
        const auto& u = expr.operands();
        if (const VectorPrimitive* const primitive = vector_primitive_of(expr)) {
            if (primitive->tangent == nullptr) return std::nullopt;
            std::vector<Expr> du;
            bool changes = false;
            for (std::size_t i = 0; i < primitive->vectors; ++i) {
                const Change change = (*this)(u[i]);
                changes = changes || change;
                du.push_back(change.value_or(num(0)));
            }
            return changes ? Change(primitive->tangent(u, du)) : std::nullopt;
        }
        Change total;
        for (std::size_t i = 0; i < u.size(); ++i) {
            const Change change = (*this)(u[i]);
            if (!change) continue;
            const Expr partial = expr.node().primitive->partial(i, u);
            if (!partial.is_number(0)) total = plus(total, partial * *change);
        }
        return total;
    }

    std::unordered_map<const Expr::Node*, Change> known_;
};

} // namespace

Expr vector_tangent(const Expr& expr) {
    return Tangent()(expr).value_or(num(0));
}

} // namespace actlas::formula
