#include "formula/derivative.hpp"

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/simplify.hpp"

#include <algorithm>
#include <stdexcept>

namespace actlas::formula {

using namespace build;

namespace {

/// Differentiates with respect to one leaf: x, or a parameter.
class Differentiator {
public:
    explicit Differentiator(Expr with_respect_to) : leaf_(std::move(with_respect_to)) {}

    Expr operator()(const Expr& expr) const {
        if (expr == leaf_) return num(1);
        if (!depends(expr)) return num(0);
        switch (expr.kind()) {
        case Kind::add:
            return sum(expr);
        case Kind::multiply:
            return product(expr);
        case Kind::divide:
            return quotient(expr.operand(0), expr.operand(1));
        case Kind::power:
            return power(expr.operand(0), expr.operand(1));
        case Kind::negate:
            return -(*this)(expr.operand(0));
        case Kind::call:
            return call(expr);
        case Kind::choice:
            return Expr::choice(expr.node().relation, expr.operand(0), expr.operand(1), (*this)(expr.operand(2)),
                                (*this)(expr.operand(3)));
        case Kind::number:
        case Kind::variable:
        case Kind::parameter:
        case Kind::constant:
            break;
        }
        return num(0);
    }

private:
    bool depends(const Expr& expr) const {
        return expr == leaf_ || std::any_of(expr.operands().begin(), expr.operands().end(),
                                            [&](const Expr& operand) { return depends(operand); });
    }

    Expr sum(const Expr& expr) const {
        std::vector<Expr> terms;
        for (const Expr& term : expr.operands())
            terms.push_back((*this)(term));
        return Expr::add(std::move(terms));
    }

    Expr product(const Expr& expr) const {
        std::vector<Expr> terms{num(0)};
        for (std::size_t i = 0; i < expr.operands().size(); ++i) {
            if (!depends(expr.operand(i))) continue;
            std::vector<Expr> factors = expr.operands();
            factors[i] = (*this)(factors[i]);
            terms.push_back(Expr::multiply(std::move(factors)));
        }
        return Expr::add(std::move(terms));
    }

    Expr quotient(const Expr& u, const Expr& v) const {
        if (!depends(v)) return (*this)(u) / v;
        const Expr outer = -(u * (*this)(v) / pow(v, 2));
        return depends(u) ? (*this)(u) / v + outer : outer;
    }

    Expr power(const Expr& u, const Expr& v) const {
        const Expr inner = v * Expr::power(u, v - num(1)) * (*this)(u);
        if (!depends(v)) return inner;
        const Expr outer = Expr::power(u, v) * build::call("log", u) * (*this)(v);
        return depends(u) ? inner + outer : outer;
    }

    Expr call(const Expr& expr) const {
        const Primitive& primitive = *expr.node().primitive;
        std::vector<Expr> terms{num(0)};
        for (std::size_t i = 0; i < expr.operands().size(); ++i) {
            if (!depends(expr.operand(i))) continue;
            terms.push_back(primitive.partial(i, expr.operands()) * (*this)(expr.operand(i)));
        }
        return Expr::add(std::move(terms));
    }

    Expr leaf_;
};

/// clamp, relu, min and max as the if()s that they stand for, where they are terms or factors of the whole formula: the
/// pieces of x clamp(x + 3, 0, 6) / 6 then have the derivatives 0, x/3 + 1/2 and 1.
Expr piecewise(const Expr& expr) {
    switch (expr.kind()) {
    case Kind::add:
    case Kind::multiply:
    case Kind::negate: {
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(piecewise(operand));
        return expr.with_operands(std::move(operands));
    }
    case Kind::divide:
        return piecewise(expr.operand(0)) / expr.operand(1);
    case Kind::choice:
        return Expr::choice(expr.node().relation, expr.operand(0), expr.operand(1), piecewise(expr.operand(2)),
                            piecewise(expr.operand(3)));
    case Kind::call: {
        const auto pieces = expr.node().primitive->pieces;
        return pieces == nullptr ? expr : pieces(expr.operands());
    }
    case Kind::number:
    case Kind::variable:
    case Kind::parameter:
    case Kind::constant:
    case Kind::power:
        break;
    }
    return expr;
}

Expr differentiate(const Expr& expr, const Expr& leaf) {
    const Expr pieces = simplify(piecewise(expr), Equality::almost_everywhere);
    return simplify(Differentiator(leaf)(pieces), Equality::almost_everywhere);
}

} // namespace

Expr derivative(const Expr& expr, int order) {
    if (order < 0) throw std::invalid_argument("the order of a derivative cannot be negative");
    if (order == 0) return simplify(expr);
    Expr result = expr;
    for (int i = 0; i < order; ++i)
        result = differentiate(result, Expr::variable());
    return result;
}

Expr parameter_derivative(const Expr& expr, const std::string& parameter) {
    return differentiate(expr, Expr::parameter(parameter));
}

} // namespace actlas::formula
