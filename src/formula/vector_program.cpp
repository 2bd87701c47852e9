#include "formula/vector_program.hpp"

#include "formula/printers.hpp"
#include "formula/vector_primitive.hpp"

#include <functional>
#include <limits>
#include <map>
#include <numbers>
#include <stdexcept>
#include <unordered_map>

namespace actlas::formula {

namespace {

class VectorCompiler {
public:
    VectorProgram program;

    std::uint32_t compile(const Expr& expr) {
        if (const auto known = nodes_.find(expr.identity()); known != nodes_.end()) return known->second;
        kept_.push_back(expr);
        const std::uint32_t place = step_of(expr);
        nodes_.emplace(expr.identity(), place);
        return place;
    }

private:
    std::uint32_t step_of(const Expr& expr) {
        switch (expr.kind()) {
        case Kind::variable:
            return add({.kind = VectorStep::Kind::input}, "x");
        case Kind::parameter:
            if (expr.node().name != tangent_name)
                throw std::invalid_argument("the parameter " + expr.node().name + " has no value");
            return add({.kind = VectorStep::Kind::change}, "dx");
        case Kind::number:
            return constant(expr.node().value);
        case Kind::constant:
            return constant(expr.node().name == "pi" ? std::numbers::pi : std::numbers::e);
        case Kind::call:
            if (const VectorPrimitive* const primitive = vector_primitive_of(expr)) return whole(expr, *primitive);
            return componentwise(expr, tape::Op::call);
        case Kind::choice:
            return componentwise(expr, tape::Op::choice);
        case Kind::add:
            return chain(expr, tape::Op::add);
        case Kind::multiply:
            return chain(expr, tape::Op::multiply);
        case Kind::divide:
            return componentwise(expr, tape::Op::divide);
        case Kind::power:
            return componentwise(expr, tape::Op::power);
        case Kind::negate:
            break;
        }
        return componentwise(expr, tape::Op::negate);
    }

    std::uint32_t constant(double value) {
        VectorStep step{.kind = VectorStep::Kind::componentwise};
        step.scalar.op = tape::Op::constant;
        step.scalar.value = value;
        return add(std::move(step), to_source(Expr::number(value)));
    }

    std::vector<std::uint32_t> operands_of(const Expr& expr) {
        std::vector<std::uint32_t> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(compile(operand));
        return operands;
    }

    std::uint32_t whole(const Expr& expr, const VectorPrimitive& primitive) {
        VectorStep step{.kind = VectorStep::Kind::whole};
        step.op = primitive.op;
        step.operands = operands_of(expr);
        return add(std::move(step), std::string(primitive.call.name));
    }

    std::uint32_t componentwise(const Expr& expr, tape::Op op) { return componentwise(expr, op, operands_of(expr)); }

    std::uint32_t componentwise(const Expr& expr, tape::Op op, std::vector<std::uint32_t> operands) {
        VectorStep step{.kind = VectorStep::Kind::componentwise};
        step.scalar.op = op;
        step.scalar.relation = expr.node().relation;
        step.scalar.arity = static_cast<std::uint8_t>(operands.size());
        std::string name =
            std::to_string(static_cast<int>(op)) + " " + std::to_string(static_cast<int>(expr.node().relation));
        if (op == tape::Op::call) {
            step.scalar.primitive = expr.node().primitive;
            step.scalar.wide = wide::kernel_of(expr.node().primitive->name);
            name += expr.node().primitive->name;
        }
        step.operands = std::move(operands);
        return add(std::move(step), name);
    }

    /// Sums and products of many, from the left; a negated term is subtracted.
    std::uint32_t chain(const Expr& expr, tape::Op op) {
        std::uint32_t place = compile(expr.operand(0));
        for (std::size_t i = 1; i < expr.operands().size(); ++i) {
            const Expr& operand = expr.operand(i);
            const bool minus = op == tape::Op::add && operand.kind() == Kind::negate;
            const std::uint32_t next = compile(minus ? operand.operand(0) : operand);
            place = componentwise(expr, minus ? tape::Op::subtract : op, {place, next});
        }
        return place;
    }

    std::uint32_t add(VectorStep step, std::string key) {
        key += ' ' + std::to_string(static_cast<int>(step.kind));
        for (const std::uint32_t operand : step.operands)
            key += ' ' + std::to_string(operand);
        const auto [known, is_new] = steps_.emplace(std::move(key), static_cast<std::uint32_t>(program.size()));
        if (is_new) program.push_back(std::move(step));
        return known->second;
    }

    std::vector<Expr> kept_; ///< so that no address in nodes_ is used again
    std::unordered_map<const Expr::Node*, std::uint32_t> nodes_;
    std::map<std::string, std::uint32_t> steps_;
};

} // namespace

VectorProgram compile_vector(const Expr& expr) {
    VectorCompiler compiler;
    const std::uint32_t result = compiler.compile(expr);
    // The value is the last step; a formula that ends in an earlier one (x itself among them) has no steps behind it.
    compiler.program.resize(result + 1);
    return std::move(compiler.program);
}

double threshold_below_largest(const std::vector<double>& v, double p) {
    if (std::any_of(v.begin(), v.end(), [](double x) { return std::isnan(x); }))
        return std::numeric_limits<double>::quiet_NaN();
    if (p == 1) {
        std::vector<double> sorted = v;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        double sum = 0;
        double threshold = -1;
        for (std::size_t k = 1; k <= sorted.size(); ++k) {
            sum += sorted[k - 1];
            if (1 + static_cast<double>(k) * sorted[k - 1] > sum) threshold = (sum - 1) / static_cast<double>(k);
        }
        return threshold;
    }
    double low = -1;
    double high = 0;
    for (int i = 0; i < 1100; ++i) { // ends when no double lies between, long before
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        double mass = 0;
        for (const double component : v)
            mass += component > middle ? std::pow(component - middle, p) : 0;
        (mass >= 1 ? low : high) = middle;
    }
    return low;
}

} // namespace actlas::formula
