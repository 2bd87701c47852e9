#include "formula/simplify.hpp"

#include "formula/build.hpp"
#include "formula/primitive.hpp"
#include "formula/simplifier.hpp"

namespace actlas::formula {

namespace {

/// Each pass leaves a formula that further passes hardly change; the bound only guards against a cycle of rules.
constexpr int most_passes = 12;

} // namespace

bool is_call(const Expr& expr, std::string_view primitive) {
    return expr.kind() == Kind::call && expr.node().primitive->name == primitive;
}

Expr Simplifier::simplify(const Expr& expr) {
    Expr current = expr;
    try {
        for (int pass = 0; pass < most_passes; ++pass) {
            visited_.clear();
            const Expr next = visit(current);
            if (next == current) return next;
            current = next;
        }
    } catch (const NormalForm::TooMuchWork&) {
        // What the last whole pass made is an equal formula.
    }
    return current;
}

Expr Simplifier::visit(const Expr& expr) {
    if (expr.operands().empty()) return expr;
    if (const auto found = visited_.find(expr.identity()); found != visited_.end()) return found->second.to;
    const Expr result = rewrite(expr);
    visited_.emplace(expr.identity(), Visited{expr, result});
    return result;
}

Expr Simplifier::rewrite(const Expr& expr) {
    std::vector<Expr> operands;
    for (const Expr& operand : expr.operands())
        operands.push_back(visit(operand));
    switch (expr.kind()) {
    case Kind::add: {
        std::vector<Term> terms;
        for (const Expr& operand : operands) {
            for (Term& term : form_.terms(operand))
                terms.push_back(std::move(term));
        }
        return sum(std::move(terms));
    }
    case Kind::call:
        return call(*expr.node().primitive, std::move(operands));
    case Kind::choice:
        return choice(expr.node().relation, operands[0], operands[1], operands[2], operands[3]);
    case Kind::power:
        if (operands[0].kind() == Kind::constant && operands[0].node().name == "e") {
            return visit(build::call("exp", operands[1]));
        }
        break;
    default:
        break;
    }
    return product(form_.term(expr.with_operands(std::move(operands))));
}

Expr simplify(const Expr& expr, Equality equality) {
    return Simplifier(equality).simplify(expr);
}

Expr simplify(const Expr& expr) {
    return simplify(expr, Equality::everywhere);
}

} // namespace actlas::formula
