#include "formula/textbook.hpp"

#include "formula/build.hpp"
#include "formula/primitive.hpp"

#include <unordered_map>

namespace actlas::formula {

using namespace build;

namespace {

Expr product_of(std::vector<Expr> factors) {
    return factors.size() == 1 ? std::move(factors.front()) : Expr::multiply(std::move(factors));
}

/// Shared subtrees are rewritten once, so that the work grows with the nodes stored, not with those of the tree.
class Textbook {
public:
    Expr operator()(const Expr& expr) {
        if (expr.operands().empty()) return expr;
        if (const auto known = done_.find(expr.identity()); known != done_.end()) return known->second;
        std::vector<Expr> operands;
        operands.reserve(expr.operands().size());
        bool changed = false;
        for (const Expr& operand : expr.operands()) {
            operands.push_back((*this)(operand));
            changed = changed || operands.back().identity() != operand.identity();
        }
        return done_.emplace(expr.identity(), rewritten(expr, std::move(operands), changed)).first->second;
    }

private:
    static Expr rewritten(const Expr& expr, std::vector<Expr> operands, bool changed) {
        if (expr.kind() == Kind::call && expr.node().primitive->textbook != nullptr) {
            return expr.node().primitive->textbook(operands);
        }
        if (!changed) return expr;
        if (expr.kind() == Kind::multiply) return one_fraction(expr, std::move(operands));
        if (expr.kind() == Kind::negate) return turned(operands.front());
        return expr.with_operands(std::move(operands));
    }

    /// x (1/v) is printed x/v: a product in which a definition put a fraction becomes one fraction.
    static Expr one_fraction(const Expr& expr, std::vector<Expr> factors) {
        std::vector<Expr> above;
        std::vector<Expr> below;
        for (std::size_t i = 0; i < factors.size(); ++i) {
            const Expr& factor = factors[i];
            if (factor.kind() != Kind::divide || factor.identity() == expr.operand(i).identity()) {
                above.push_back(factor);
                continue;
            }
            if (!factor.operand(0).is_number(1)) above.push_back(factor.operand(0));
            below.push_back(factor.operand(1));
        }
        if (below.empty()) return expr.with_operands(std::move(factors));
        if (above.empty()) above.push_back(num(1));
        return product_of(std::move(above)) / product_of(std::move(below));
    }

    /// -(a - b) is printed b - a.
    static Expr turned(const Expr& expr) {
        if (expr.kind() != Kind::add || expr.operands().size() != 2) return -expr;
        const Expr& second = expr.operand(1);
        if (second.kind() == Kind::negate) return second.operand(0) - expr.operand(0);
        if (second.kind() == Kind::number && second.node().value < 0)
            return num(-second.node().value) - expr.operand(0);
        return -expr;
    }

    std::unordered_map<const Expr::Node*, Expr> done_;
};

} // namespace

Expr textbook(const Expr& expr) {
    return Textbook()(expr);
}

} // namespace actlas::formula
