#include "analysis/cost.hpp"

#include "formula/evaluator.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace actlas::analysis {
namespace {

bool is_transcendental(const formula::Expr& expr) {
    if (expr.kind() == formula::Kind::power) {
        const formula::Expr& exponent = expr.operand(1);
        if (formula::depends_on_variable(exponent)) return true;
        const double twice = 2 * formula::Evaluator(exponent)(0); // halves are square roots
        return std::floor(twice) != twice;
    }
    static constexpr std::array<std::string_view, 2> algebraic{"sqrt", "sqrt1pm1"};
    if (expr.kind() != formula::Kind::call || expr.node().primitive->exact) return false;
    return std::find(algebraic.begin(), algebraic.end(), expr.node().primitive->name) == algebraic.end();
}

void collect_calls(const formula::Expr& expr, std::vector<formula::Expr>& calls) {
    for (const formula::Expr& operand : expr.operands())
        collect_calls(operand, calls);
    if (!is_transcendental(expr) || !formula::depends_on_variable(expr)) return;
    if (std::find(calls.begin(), calls.end(), expr) == calls.end()) calls.push_back(expr);
}

} // namespace

std::vector<formula::Expr> distinct_calls(std::span<const formula::Expr> formulas) {
    // Comparing calls takes time that grows with the square of the formula; a formula as long as this is costly anyway.
    constexpr std::size_t longest = 2000;
    std::vector<formula::Expr> calls;
    for (const formula::Expr& expr : formulas) {
        if (formula::node_count(expr) <= longest) collect_calls(expr, calls);
    }
    return calls;
}

std::size_t transcendental_calls(std::span<const formula::Expr> formulas) {
    return distinct_calls(formulas).size();
}

} // namespace actlas::analysis
