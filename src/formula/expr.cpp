#include "formula/expr.hpp"

#include "formula/primitive.hpp"
#include "formula/substitution.hpp"
#include "formula/vector_primitive.hpp"

#include <algorithm>
#include <stdexcept>

namespace actlas::formula {

namespace {

/// Rebuilds a tree with some leaves replaced. `leaf` gives the replacement, or nothing to keep the leaf.
template<typename Leaf>
Expr replace_leaves(const Expr& expr, const Leaf& leaf) {
    if (expr.operands().empty()) return leaf(expr);
    std::vector<Expr> operands;
    operands.reserve(expr.operands().size());
    bool changed = false;
    for (const Expr& operand : expr.operands()) {
        operands.push_back(replace_leaves(operand, leaf));
        changed = changed || operands.back().identity() != operand.identity();
    }
    return changed ? expr.with_operands(std::move(operands)) : expr;
}

void collect_parameters(const Expr& expr, std::vector<std::string>& names) {
    if (expr.kind() == Kind::parameter) names.push_back(expr.node().name);
    for (const Expr& operand : expr.operands())
        collect_parameters(operand, names);
}

} // namespace

Expr Expr::make(Node node) {
    return Expr(std::make_shared<const Node>(std::move(node)));
}

Expr Expr::number(double value) {
    return make({.kind = Kind::number, .value = value});
}

Expr Expr::variable() {
    static const Expr x = make({.kind = Kind::variable});
    return x;
}

Expr Expr::parameter(std::string name) {
    return make({.kind = Kind::parameter, .name = std::move(name)});
}

Expr Expr::constant(std::string name) {
    if (name != "pi" && name != "e") throw std::invalid_argument("no such constant: " + name);
    return make({.kind = Kind::constant, .name = std::move(name)});
}

Expr Expr::add(std::vector<Expr> terms) {
    if (terms.size() < 2) throw std::invalid_argument("a sum has two or more terms");
    return make({.kind = Kind::add, .operands = std::move(terms)});
}

Expr Expr::multiply(std::vector<Expr> factors) {
    if (factors.size() < 2) throw std::invalid_argument("a product has two or more factors");
    return make({.kind = Kind::multiply, .operands = std::move(factors)});
}

Expr Expr::divide(Expr numerator, Expr denominator) {
    return make({.kind = Kind::divide, .operands = {std::move(numerator), std::move(denominator)}});
}

Expr Expr::power(Expr base, Expr exponent) {
    return make({.kind = Kind::power, .operands = {std::move(base), std::move(exponent)}});
}

Expr Expr::negate(Expr operand) {
    return make({.kind = Kind::negate, .operands = {std::move(operand)}});
}

Expr Expr::call(std::string_view primitive, std::vector<Expr> arguments) {
    const Primitive* row = find_primitive(primitive);
    if (row == nullptr) {
        const VectorPrimitive* const of_vectors = find_vector_primitive(primitive);
        row = of_vectors != nullptr ? &of_vectors->call : nullptr;
    }
    if (row == nullptr) throw std::invalid_argument("no such primitive: " + std::string(primitive));
    if (row->arity != arguments.size()) {
        throw std::invalid_argument("wrong number of arguments for " + std::string(primitive));
    }
    return make({.kind = Kind::call, .primitive = row, .operands = std::move(arguments)});
}

Expr Expr::choice(Relation relation, Expr lhs, Expr rhs, Expr then, Expr otherwise) {
    return make({.kind = Kind::choice,
                 .relation = relation,
                 .operands = {std::move(lhs), std::move(rhs), std::move(then), std::move(otherwise)}});
}

Expr Expr::with_operands(std::vector<Expr> operands) const {
    Node copy = *node_;
    copy.operands = std::move(operands);
    return make(std::move(copy));
}

bool operator==(const Expr& a, const Expr& b) {
    if (a.node_ == b.node_) return true;
    const Expr::Node& m = *a.node_;
    const Expr::Node& n = *b.node_;
    return m.kind == n.kind && m.value == n.value && m.name == n.name && m.primitive == n.primitive &&
           m.relation == n.relation && m.operands == n.operands;
}

Expr bind(const Expr& expr, std::span<const Binding> bindings) {
    return replace_leaves(expr, [&](const Expr& leaf) {
        if (leaf.kind() != Kind::parameter) return leaf;
        const auto found = std::find_if(bindings.begin(), bindings.end(),
                                        [&](const Binding& b) { return b.name == leaf.node().name; });
        return found == bindings.end() ? leaf : Expr::number(found->value);
    });
}

Expr substitute_parameters(const Expr& expr, const std::map<std::string, Expr>& replacements) {
    return replace_leaves(expr, [&](const Expr& leaf) {
        if (leaf.kind() != Kind::parameter) return leaf;
        const auto found = replacements.find(leaf.node().name);
        return found == replacements.end() ? leaf : found->second;
    });
}

Expr substitute_variable(const Expr& expr, const Expr& replacement) {
    return replace_leaves(expr, [&](const Expr& leaf) { return leaf.kind() == Kind::variable ? replacement : leaf; });
}

std::vector<std::string> parameters_of(const Expr& expr) {
    std::vector<std::string> names;
    collect_parameters(expr, names);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

bool depends_on_variable(const Expr& expr) {
    return expr.kind() == Kind::variable ||
           std::any_of(expr.operands().begin(), expr.operands().end(), depends_on_variable);
}

std::size_t node_count(const Expr& expr) {
    std::size_t count = 1;
    for (const Expr& operand : expr.operands())
        count += node_count(operand);
    return count;
}

} // namespace actlas::formula
