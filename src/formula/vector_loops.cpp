#include "formula/vector_loops.hpp"

#include "formula/printers.hpp"

#include <map>
#include <stdexcept>
#include <utility>

namespace actlas::formula {
namespace {

class Unrolling {
public:
    VectorLoops of(const Expr& expr) {
        const VectorPrimitive* const primitive = vector_primitive_of(expr);
        if (primitive != nullptr && primitive->op == VectorOp::concat) {
            loops_.value = component(expr.operand(0));
            loops_.behind = component(expr.operand(1));
        } else {
            loops_.value = component(expr);
        }
        return std::move(loops_);
    }

private:
    /// The formula of one place.
    Expr component(const Expr& expr) {
        if (const VectorPrimitive* const primitive = vector_primitive_of(expr)) return result_of(expr, *primitive);
        if (expr.operands().empty()) return expr;
        std::vector<Expr> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(component(operand));
        return expr.with_operands(std::move(operands));
    }

    Expr result_of(const Expr& expr, const VectorPrimitive& primitive) {
        switch (primitive.op) {
        case VectorOp::first_half:
        case VectorOp::second_half:
            if (expr.operand(0).kind() != Kind::variable) throw std::logic_error("halves of something else than x");
            return Expr::parameter(primitive.op == VectorOp::first_half ? "a" : "b");
        case VectorOp::index_parity:
            return Expr::parameter("parity");
        case VectorOp::concat:
            throw std::logic_error("vectors are put together inside a formula");
        default:
            break;
        }
        const auto known = results_.find(to_source(expr));
        if (known != results_.end()) return Expr::parameter(known->second);
        VectorLoops::Step step;
        step.primitive = &primitive;
        const Expr inner = component(expr.operand(0));
        if (inner.kind() != Kind::variable) step.vector = inner;
        for (std::size_t i = 1; i < expr.operands().size(); ++i)
            step.numbers.push_back(component(expr.operand(i)));
        step.result = "#" + std::to_string(loops_.steps.size() + 1);
        const Expr result = Expr::parameter(step.result);
        results_[to_source(expr)] = step.result;
        loops_.steps.push_back(std::move(step));
        return result;
    }

    VectorLoops loops_;
    std::map<std::string, std::string> results_; ///< names by the source of the call
};

} // namespace

VectorLoops vector_loops(const Expr& expr) {
    return Unrolling().of(expr);
}

} // namespace actlas::formula
