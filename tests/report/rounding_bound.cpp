#include "report/rounding_bound.hpp"

#include "formula/primitive.hpp"
#include "formula/relation.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace actlas::test {

using formula::Expr;
using formula::Kind;

namespace {

/// Of one step: the primitives, the C library and NumPy are good to 4 units in the last place (formula/kernels.hpp).
constexpr double one_step = 4 * std::numeric_limits<double>::epsilon();

} // namespace

RoundingBound::Computed RoundingBound::of(const Expr& expr) {
    const auto known = known_.find(expr.identity());
    if (known != known_.end()) return known->second;
    return known_[expr.identity()] = step(expr);
}

RoundingBound::Computed RoundingBound::step(const Expr& expr) {
    const Expr::Node& node = expr.node();
    std::vector<Computed> operands;
    if (expr.kind() != Kind::choice)
        for (const Expr& operand : expr.operands())
            operands.push_back(of(operand));

    // A function of the operands, whose errors are carried through it; a primitive's may be rounded once more within it
    // (x/pi in NumPy's sinc).
    const auto carried = [&](const auto& function, bool exact) {
        const double rounded_within = expr.kind() == Kind::call && !exact ? one_step : 0;
        std::vector<double> args;
        for (const Computed& operand : operands)
            args.push_back(operand.value);
        const double value = function(args.data());
        double error = exact ? 0 : one_step * std::fabs(value);
        for (std::size_t i = 0; i < args.size(); ++i) {
            const double reach = operands[i].error + rounded_within * std::fabs(args[i]);
            double largest = 0;
            for (const double moved : {operands[i].value - reach, operands[i].value + reach}) {
                args[i] = moved;
                const double change = std::fabs(function(args.data()) - value);
                largest = std::isnan(change) ? std::numeric_limits<double>::infinity() : std::max(largest, change);
            }
            args[i] = operands[i].value;
            error += largest;
        }
        return Computed{value, error};
    };

    switch (expr.kind()) {
    case Kind::number:
        return {node.value};
    case Kind::variable:
        return {x_};
    case Kind::parameter:
        for (const formula::Binding& binding : bindings_)
            if (binding.name == node.name) return {binding.value};
        return {std::nan("")};
    case Kind::constant:
        return {node.name == "pi" ? std::numbers::pi : std::numbers::e};
    case Kind::add: {
        Computed sum;
        double size = 0; // whatever the order of the terms
        for (const Computed& term : operands) {
            sum = {sum.value + term.value, sum.error + term.error};
            size += std::fabs(term.value);
        }
        return {sum.value, sum.error + one_step * size};
    }
    case Kind::multiply: {
        Computed product{1};
        for (const Computed& factor : operands) {
            const double value = product.value * factor.value;
            product = {value, std::fabs(product.value) * factor.error + std::fabs(factor.value) * product.error +
                                  product.error * factor.error + one_step * std::fabs(value)};
        }
        return product;
    }
    case Kind::negate:
        return {-operands[0].value, operands[0].error};
    case Kind::divide:
        return carried([](const double* a) { return a[0] / a[1]; }, false);
    case Kind::power:
        return carried([](const double* a) { return std::pow(a[0], a[1]); }, false);
    case Kind::call:
        return carried(node.primitive->value, node.primitive->exact);
    case Kind::choice:
        break;
    }
    const bool first = formula::holds(node.relation, of(expr.operand(0)).value, of(expr.operand(1)).value);
    return of(expr.operand(first ? 2 : 3));
}

} // namespace actlas::test
