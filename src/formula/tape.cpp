#include "formula/tape.hpp"

#include "formula/steps.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace actlas::formula::tape {

namespace {

using Id = std::uint32_t;

bool is_power_of_two(double value) {
    int exponent = 0;
    return std::isfinite(value) && std::fabs(std::frexp(value, &exponent)) == 0.5;
}

/// The steps in static single assignment: each has an id of its own, equal steps share one, operands come first.
class Graph {
public:
    static constexpr Id x = 0;

    /// Inputs have no steps of their own; their entries keep ids and indices equal.
    explicit Graph(std::size_t inputs) : steps_(inputs), inputs_(static_cast<Id>(inputs)) {}

    Id constant(double value) {
        Instruction step;
        step.value = value;
        return share(step);
    }

    Id emit(Op op, std::initializer_list<Id> operands, Relation relation = Relation::less) {
        Instruction step;
        step.op = op;
        step.relation = relation;
        return emit(step, operands);
    }

    Id call(const Primitive* primitive, std::span<const Id> operands) {
        if (primitive->name == "exp") {
            if (const auto id = exp_of_unrounded(operands[0])) return *id;
        }
        Instruction step;
        step.op = Op::call;
        step.primitive = primitive;
        step.wide = wide::kernel_of(primitive->name);
        return emit(step, operands);
    }

    Id sum(Id a, Id b) {
        if (!is_input(b) && steps_[b].op == Op::negate) return emit(Op::subtract, {a, steps_[b].operands[0]});
        return emit(Op::add, {a, b});
    }

    /// From left to right; but sech(u)^2 exp(v) with u = exp(w), as in the slope of tanh(exp(w)), would be 0 times
    /// infinity far out: it becomes exp(v - 2u) (2/(1 + exp(-2u)))^2.
    Id product(std::span<const Id> factors) {
        std::vector<Id> rest(factors.begin(), factors.end());
        for (std::size_t i = 0; i < rest.size(); ++i) {
            const std::optional<Id> u = argument_of_square(rest[i], "sech");
            if (!u || !is_exponential(*u)) continue;
            const auto power = std::find_if(rest.begin(), rest.end(), [&](Id id) { return is_call(id, "exp"); });
            if (power == rest.end()) continue;
            const Primitive* const exp = steps_[*power].primitive;
            const Id fall = emit(Op::multiply, {constant(-2), *u});
            *power = emit(Op::exp_sum, {steps_[*power].operands[0], fall});
            const Id ratio = emit(Op::divide, {constant(2), sum(constant(1), call(exp, std::span(&fall, 1)))});
            rest[i] = emit(Op::multiply, {ratio, ratio});
        }
        Id result = rest[0];
        for (const Id factor : std::span(rest).subspan(1))
            result = emit(Op::multiply, {result, factor});
        return result;
    }

    /// Small whole powers by multiplication: cheaper than std::pow and within 2 ulp.
    Id power(Id base, Id exponent) {
        const double n = is_constant(exponent) ? steps_[exponent].value : 0;
        if (n == 1) return base;
        if (std::fabs(n) > 4 || n == 0 || n != std::floor(n)) return emit(Op::power, {base, exponent});
        if (n < 0) return emit(Op::divide, {constant(1), power(base, constant(-n))});
        const Id square = emit(Op::multiply, {base, base});
        if (n == 2) return square;
        return emit(Op::multiply, {square, n == 3 ? base : square});
    }

    std::span<const Instruction> steps() const { return steps_; }

private:
    bool is_input(Id id) const { return id < inputs_; }
    bool is_constant(Id id) const { return !is_input(id) && steps_[id].op == Op::constant; }

    bool is_call(Id id, std::string_view name) const {
        return !is_input(id) && steps_[id].op == Op::call && steps_[id].primitive->name == name;
    }

    bool is_exponential(Id id) const {
        return is_call(id, "exp") ||
               (!is_input(id) && (steps_[id].op == Op::exp_product || steps_[id].op == Op::exp_sum));
    }

    /// u of name(u)^2.
    std::optional<Id> argument_of_square(Id id, std::string_view name) const {
        if (is_input(id) || steps_[id].op != Op::multiply) return std::nullopt;
        const Id base = steps_[id].operands[0];
        if (base != steps_[id].operands[1] || !is_call(base, name)) return std::nullopt;
        return steps_[base].operands[0];
    }

    /// exp of a product or sum, possibly negated and scaled by powers of two (which is exact): exp(-x^2/2),
    /// exp(1.702*x).
    std::optional<Id> exp_of_unrounded(Id exponent) {
        double scale = 1;
        const auto scaled = [&](Id id) { return scale == 1 ? id : emit(Op::multiply, {constant(scale), id}); };
        while (!is_input(exponent)) {
            const Op op = steps_[exponent].op;
            auto [left, right, unused1, unused2] = steps_[exponent].operands;
            if (op == Op::multiply && is_constant(right)) std::swap(left, right);
            if (op == Op::negate) {
                scale = -scale;
                exponent = left;
            } else if (op == Op::divide && is_constant(right) && is_power_of_two(steps_[right].value)) {
                scale /= steps_[right].value;
                exponent = left;
            } else if (op == Op::multiply && is_constant(left) && is_power_of_two(steps_[left].value)) {
                scale *= steps_[left].value;
                exponent = right;
            } else if (op == Op::multiply) {
                return emit(Op::exp_product, {scaled(left), right});
            } else if (op == Op::add) {
                return emit(Op::exp_sum, {scaled(left), scaled(right)});
            } else if (op == Op::subtract) {
                const Id first = scaled(left);
                scale = -scale;
                return emit(Op::exp_sum, {first, scaled(right)});
            } else {
                break;
            }
        }
        return std::nullopt;
    }

    Id emit(Instruction step, std::span<const Id> operands) {
        step.arity = static_cast<std::uint8_t>(operands.size());
        std::copy(operands.begin(), operands.end(), step.operands.begin());
        if (step.op == Op::add || step.op == Op::multiply) std::sort(step.operands.begin(), step.operands.begin() + 2);
        if (const auto value = folded(step)) return constant(*value);
        return share(step);
    }

    Id emit(const Instruction& step, std::initializer_list<Id> operands) {
        return emit(step, std::span(operands.begin(), operands.size()));
    }

    /// The value of a step on constants, unless it leaves the range of a double.
    std::optional<double> folded(const Instruction& step) const {
        std::array<double, 4> args{};
        for (std::size_t k = 0; k < step.arity; ++k) {
            if (!is_constant(step.operands[k])) return std::nullopt;
            args[k] = steps_[step.operands[k]].value;
        }
        return dispatch(step.op, [&]<Op op>() -> std::optional<double> {
            const double value = apply<op>(step, args.data());
            if (left_range<op>(step, args.data(), value)) return std::nullopt;
            return value;
        });
    }

    Id share(Instruction step) {
        const Key key{step.op, step.relation, step.primitive, std::bit_cast<std::uint64_t>(step.value), step.operands};
        const auto [place, is_new] = known_.try_emplace(key, static_cast<Id>(steps_.size()));
        if (is_new) {
            step.result = place->second;
            steps_.push_back(step);
        }
        return place->second;
    }

    using Key = std::tuple<Op, Relation, const Primitive*, std::uint64_t, std::array<Id, 4>>;
    std::vector<Instruction> steps_;
    Id inputs_;
    std::map<Key, Id> known_;
};

/// What stands for the parameters: inputs, or else values.
struct Parameters {
    std::span<const Binding> bindings;
    std::span<const std::string> open;
};

double bound_value(const std::string& name, std::span<const Binding> bindings) {
    const auto found = std::find_if(bindings.begin(), bindings.end(), [&](const Binding& b) { return b.name == name; });
    if (found == bindings.end()) throw std::invalid_argument("the parameter " + name + " has no value");
    return found->value;
}

Id lower_parameter(const std::string& name, const Parameters& parameters, Graph& graph) {
    const auto open = std::find(parameters.open.begin(), parameters.open.end(), name);
    if (open != parameters.open.end()) return Graph::x + 1 + static_cast<Id>(open - parameters.open.begin());
    return graph.constant(bound_value(name, parameters.bindings));
}

/// The step for a node whose operands have theirs.
Id lower(const Expr& expr, std::span<const Id> operands, const Parameters& parameters, Graph& graph) {
    const auto sum = [&] {
        Id id = operands[0];
        for (const Id operand : operands.subspan(1))
            id = graph.sum(id, operand);
        return id;
    };
    switch (expr.kind()) {
    case Kind::number:
        return graph.constant(expr.node().value);
    case Kind::variable:
        return Graph::x;
    case Kind::parameter:
        return lower_parameter(expr.node().name, parameters, graph);
    case Kind::constant:
        return graph.constant(expr.node().name == "pi" ? std::numbers::pi : std::numbers::e);
    case Kind::add:
        return sum();
    case Kind::multiply:
        return graph.product(operands);
    case Kind::divide:
        return graph.emit(Op::divide, {operands[0], operands[1]});
    case Kind::power:
        return graph.power(operands[0], operands[1]);
    case Kind::negate:
        return graph.emit(Op::negate, {operands[0]});
    case Kind::call:
        return graph.call(expr.node().primitive, operands);
    case Kind::choice:
        break;
    }
    return graph.emit(Op::choice, {operands[0], operands[1], operands[2], operands[3]}, expr.node().relation);
}

/// Walks the tree with a stack of its own, as trees may be deep; shared nodes are visited once.
Id build(const Expr& root, const Parameters& parameters, Graph& graph) {
    std::unordered_map<const Expr::Node*, Id> done;
    std::vector<std::pair<const Expr*, bool>> stack{{&root, false}};
    std::vector<Id> operands;
    while (!stack.empty()) {
        const auto [expr, visited] = stack.back();
        stack.pop_back();
        if (done.contains(expr->identity())) continue;
        if (visited) {
            operands.clear();
            for (const Expr& operand : expr->operands())
                operands.push_back(done.at(operand.identity()));
            done[expr->identity()] = lower(*expr, operands, parameters, graph);
        } else {
            stack.emplace_back(expr, true);
            for (auto operand = expr->operands().rbegin(); operand != expr->operands().rend(); ++operand) {
                stack.emplace_back(&*operand, false);
            }
        }
    }
    return done.at(root.identity());
}

/// Keeps the steps that `root` needs and gives them registers, each free again after its last use.
Program allocate(std::span<const Instruction> steps, std::size_t inputs, Id root) {
    constexpr Id never = 0;
    const auto first_step = static_cast<Id>(inputs);
    std::vector<Id> last_use(steps.size(), never);
    last_use[root] = root;
    for (Id id = root; id >= first_step; --id) {
        if (last_use[id] == never) continue;
        for (std::size_t k = 0; k < steps[id].arity; ++k) {
            Id& last = last_use[steps[id].operands[k]];
            last = std::max(last, id);
        }
    }
    Program program;
    program.inputs = inputs;
    program.registers = inputs;
    std::vector<std::uint32_t> register_of(steps.size(), 0);
    std::iota(register_of.begin(), register_of.begin() + static_cast<std::ptrdiff_t>(inputs), 0U);
    std::vector<std::uint32_t> free;
    for (Id id = first_step; id <= root; ++id) {
        if (last_use[id] == never) continue;
        Instruction step = steps[id];
        const auto operands = std::span(step.operands).first(step.arity);
        for (auto operand = operands.begin(); operand != operands.end(); ++operand) {
            const Id source = *operand;
            const bool repeated = std::find(operands.begin(), operand, register_of[source]) != operand;
            *operand = register_of[source];
            if (source >= first_step && last_use[source] == id && !repeated) free.push_back(register_of[source]);
        }
        if (free.empty()) {
            step.result = static_cast<std::uint32_t>(program.registers++);
        } else {
            step.result = free.back();
            free.pop_back();
        }
        register_of[id] = step.result;
        program.steps.push_back(step);
    }
    program.result = register_of[root];
    return program;
}

} // namespace

Program compile(const Expr& expr, std::span<const Binding> bindings, std::span<const std::string> open) {
    const std::size_t inputs = 1 + open.size();
    Graph graph(inputs);
    const Id root = build(expr, {bindings, open}, graph);
    return allocate(graph.steps(), inputs, root);
}

} // namespace actlas::formula::tape
