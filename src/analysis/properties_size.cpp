#include "analysis/properties_size.hpp"

#include "formula/primitive.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace actlas::analysis {

namespace {

using formula::Expr;
using formula::Kind;

/// Of a tree and of its derivative; doubles, as both may be beyond all counting.
struct Size {
    double nodes = 1;
    double derivative = 1;
};

class Sizes {
public:
    Size of(const Expr& expr) {
        if (const auto known = known_.find(expr.identity()); known != known_.end()) return known->second;
        Size size;
        for (const Expr& operand : expr.operands()) {
            const Size part = of(operand);
            size.nodes += part.nodes;
            size.derivative += part.derivative;
        }
        // The rules repeat the operands: a product once for each other factor, the others some two or three times.
        if (expr.kind() == Kind::multiply)
            size.derivative += size.nodes * static_cast<double>(expr.operands().size() - 1);
        else if (expr.kind() == Kind::divide || expr.kind() == Kind::power || expr.kind() == Kind::call)
            size.derivative += 3 * size.nodes;
        else if (expr.kind() == Kind::choice)
            size.derivative += of(expr.operand(0)).nodes + of(expr.operand(1)).nodes;
        return known_[expr.identity()] = size;
    }

private:
    std::unordered_map<const Expr::Node*, Size> known_;
};

bool is_exponential(const Expr& expr) {
    static constexpr std::array<std::string_view, 4> growing{"cosh", "exp", "expm1", "sinh"};
    if (expr.kind() == Kind::power) return formula::depends_on_variable(expr.operand(1));
    return expr.kind() == Kind::call &&
           std::find(growing.begin(), growing.end(), expr.node().primitive->name) != growing.end();
}

class Depths {
public:
    std::size_t of(const Expr& expr) {
        if (const auto known = known_.find(expr.identity()); known != known_.end()) return known->second;
        std::size_t depth = 0;
        for (const Expr& operand : expr.operands())
            depth = std::max(depth, of(operand));
        return known_[expr.identity()] = depth + (is_exponential(expr) ? 1 : 0);
    }

private:
    std::unordered_map<const Expr::Node*, std::size_t> known_;
};

} // namespace

std::size_t exponential_depth(const Expr& expr) {
    return Depths().of(expr);
}

std::size_t derivative_size(const Expr& expr) {
    constexpr double most = 1e15;
    return static_cast<std::size_t>(std::min(Sizes().of(expr).derivative, most));
}

std::size_t evaluations_for(const Expr& expr, std::size_t most) {
    constexpr std::size_t node_evaluations = 200'000;
    constexpr std::size_t least = 30;
    return std::clamp(node_evaluations / formula::node_count(expr), std::min(least, most), most);
}

formula::Limit bounded_limit(const Expr& expr, int side) {
    constexpr std::size_t longest = 500;
    return formula::node_count(expr) > longest ? formula::Limit() : formula::limit_at_infinity(expr, side);
}

} // namespace actlas::analysis
