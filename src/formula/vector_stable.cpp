#include "formula/vector_stable.hpp"

#include "formula/primitive.hpp"
#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <optional>

namespace actlas::formula {

namespace {

bool is_call_of(const Expr& expr, std::string_view name) {
    return expr.kind() == Kind::call && expr.node().primitive->name == name;
}

/// c in c + rest, or in rest + c, where c does not depend on x.
std::optional<Expr> added_to(const Expr& rest, const Expr& expr) {
    if (expr.kind() != Kind::add || expr.operands().size() != 2) return std::nullopt;
    for (std::size_t i = 0; i < 2; ++i) {
        if (expr.operand(i) == rest && !depends_on_variable(expr.operand(1 - i))) return expr.operand(1 - i);
    }
    return std::nullopt;
}

Expr quotient(const Expr& expr, StableForm form) {
    const Expr& u = expr.operand(0);
    if (!depends_on_variable(u)) return expr;
    const Expr all = Expr::call("sum", {u});
    if (is_call_of(u, "exp")) {
        if (expr.operand(1) == all) return Expr::call("softmax", {u.operand(0)});
        if (const auto extra = added_to(all, expr.operand(1)))
            return Expr::call("softmax_plus", {u.operand(0), *extra});
    }
    return form == StableForm::evaluated && expr.operand(1) == all ? Expr::call("share", {u}) : expr;
}

/// The two-term difference u - reduction(u).
Expr difference(const Expr& expr, StableForm form) {
    if (expr.operands().size() != 2 || expr.operand(1).kind() != Kind::negate) return expr;
    const Expr& u = expr.operand(0);
    const Expr& taken = expr.operand(1).operand(0);
    if (is_call_of(taken, "log_sum_exp") && taken.operand(0) == u) return Expr::call("log_softmax", {u});
    const bool threshold = is_call_of(taken, "simplex_threshold") && taken.operand(0) == u;
    return threshold && form == StableForm::evaluated ? Expr::call("above_threshold", {u, taken.operand(1)}) : expr;
}

} // namespace

Expr stable_form(const Expr& expr, StableForm form) {
    if (expr.operands().empty()) return expr;
    std::vector<Expr> operands;
    for (const Expr& operand : expr.operands())
        operands.push_back(stable_form(operand, form));
    const Expr inner = expr.with_operands(std::move(operands));
    switch (inner.kind()) {
    case Kind::divide:
        return quotient(inner, form);
    case Kind::add:
        return difference(inner, form);
    case Kind::call:
        if (is_call_of(inner, "log") && is_call_of(inner.operand(0), "sum") &&
            is_call_of(inner.operand(0).operand(0), "exp"))
            return Expr::call("log_sum_exp", {inner.operand(0).operand(0).operand(0)});
        break;
    default:
        break;
    }
    return inner;
}

} // namespace actlas::formula
