#include "analysis/precision_program.hpp"

#include "analysis/precision_rounding.hpp"
#include "analysis/precision_tables.hpp"
#include "formula/evaluator.hpp"
#include "formula/kernels.hpp"
#include "formula/primitive.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace actlas::analysis {

using formula::Expr;
using formula::Kind;
using Op = FormatProgram::Op;
using Step = FormatProgram::Step;

namespace {

/// Steps in the order in which they run; equal ones are there once.
class Builder {
public:
    explicit Builder(std::span<const formula::Binding> bindings) : bindings_(bindings) {}

    /// Without recursion over shared subtrees: each is built once.
    std::uint32_t build(const Expr& expr) {
        if (const auto known = built_.find(expr.identity()); known != built_.end()) return known->second;
        std::vector<std::uint32_t> operands;
        for (const Expr& operand : expr.operands())
            operands.push_back(build(operand));
        return built_[expr.identity()] = lower(expr, operands);
    }

    std::vector<Step> take() { return std::move(steps_); }

private:
    std::uint32_t lower(const Expr& expr, const std::vector<std::uint32_t>& operands) {
        const bool constant = expr.kind() != Kind::variable &&
                              std::all_of(operands.begin(), operands.end(),
                                          [&](std::uint32_t id) { return steps_[id].op == Op::constant; });
        if (constant) return share({Op::constant, expr, formula::Evaluator(expr, bindings_)(0), {}});
        switch (expr.kind()) {
        case Kind::variable:
            return share({Op::x, expr, 0, {}});
        case Kind::add:
            return chain(Op::add, expr, operands);
        case Kind::multiply:
            return chain(Op::multiply, expr, operands);
        case Kind::divide:
            return share({Op::divide, expr, 0, operands});
        case Kind::negate:
            return share({Op::negate, expr, 0, operands});
        case Kind::power:
            return power(expr, operands);
        case Kind::call:
            return share({Op::call, expr, 0, operands});
        case Kind::choice:
            return share({Op::choice, expr, 0, operands});
        case Kind::number:
        case Kind::parameter:
        case Kind::constant:
            break;
        }
        throw std::logic_error("a leaf other than x is a constant");
    }

    /// From left to right, as programming languages do.
    std::uint32_t chain(Op op, const Expr& expr, const std::vector<std::uint32_t>& operands) {
        std::uint32_t result = operands[0];
        for (std::size_t i = 1; i < operands.size(); ++i)
            result = share({op, expr, 0, {result, operands[i]}});
        return result;
    }

    std::uint32_t power(const Expr& expr, const std::vector<std::uint32_t>& operands) {
        const Step& exponent = steps_[operands[1]];
        const double n = exponent.op == Op::constant ? exponent.value : 0;
        if (n == 2 || n == 3 || n == 4) return share({Op::small_power, expr, n, {operands[0]}});
        return share({Op::power, expr, 0, operands});
    }

    std::uint32_t share(Step step) {
        const Expr::Node& node = step.expr.node();
        const Key key{step.op, step.op == Op::call ? node.primitive : nullptr, node.relation, step.value,
                      step.operands};
        const auto [place, is_new] = shared_.try_emplace(key, static_cast<std::uint32_t>(steps_.size()));
        if (is_new) steps_.push_back(std::move(step));
        return place->second;
    }

    using Key = std::tuple<Op, const formula::Primitive*, formula::Relation, double, std::vector<std::uint32_t>>;
    std::span<const formula::Binding> bindings_;
    std::vector<Step> steps_;
    std::map<Key, std::uint32_t> shared_;
    std::unordered_map<const Expr::Node*, std::uint32_t> built_;
};

template<class T>
bool holds(formula::Relation relation, T a, T b) {
    switch (relation) {
    case formula::Relation::less:
        return a < b;
    case formula::Relation::less_equal:
        return a <= b;
    case formula::Relation::greater:
        return a > b;
    case formula::Relation::greater_equal:
        return a >= b;
    }
    return false;
}

/// A program at work on a block of points. For each step it keeps the values and, beside them, whether an operation on
/// the way left the format's range (all bits set) or not.
template<class T>
class Machine {
    static constexpr std::size_t largest_block = 256;

public:
    using Mask = std::conditional_t<sizeof(T) == sizeof(std::uint64_t), std::uint64_t, std::uint32_t>;

    /// For that many points in all.
    Machine(const std::vector<Step>& steps, const NumberFormat& format, std::size_t points)
        : steps_(steps), format_(format), round_(format), exact_round_(format), block_(std::min(points, largest_block)),
          values_(steps.size() * block_), masks_(steps.size() * block_) {
        for (std::size_t id = 0; id < steps.size(); ++id) {
            if (steps[id].op != Op::constant) continue;
            const double rounded = exact_round_(steps[id].value);
            std::fill_n(value(id), block_, static_cast<T>(rounded));
            std::fill_n(mask(id), block_, left(steps[id].value, rounded));
        }
    }

    void run(std::span<const double> x, double* y, std::uint8_t* overflowed) {
        for (std::size_t start = 0; start < x.size(); start += block_) {
            const std::size_t count = std::min(block_, x.size() - start);
            for (std::size_t id = 0; id < steps_.size(); ++id) {
                if (steps_[id].op == Op::x)
                    std::copy_n(x.data() + start, count, value(id));
                else
                    step(id, count);
            }
            const std::size_t last = steps_.size() - 1;
            std::copy_n(value(last), count, y + start);
            std::transform(mask(last), mask(last) + count, overflowed + start,
                           [](Mask m) { return static_cast<std::uint8_t>(m & 1U); });
        }
    }

    /// At the first point of the last block.
    bool overflowed(std::size_t id) const { return masks_[id * block_] != 0; }
    bool taken(std::size_t choice) const {
        const auto& operands = steps_[choice].operands;
        return holds(steps_[choice].expr.node().relation, values_[operands[0] * block_], values_[operands[1] * block_]);
    }

private:
    T* value(std::size_t id) { return values_.data() + id * block_; }
    Mask* mask(std::size_t id) { return masks_.data() + id * block_; }

    /// All bits set if `exact` is a number that the format has no place for.
    template<class U>
    static Mask left(U exact, U rounded) {
        return !std::isnan(exact) && !std::isfinite(rounded) ? ~Mask{0} : Mask{0};
    }

    void step(std::size_t id, std::size_t count) {
        const Step& step = steps_[id];
        switch (step.op) {
        case Op::x:
        case Op::constant:
            break;
        case Op::add:
            arithmetic(id, count, [](T a, T b) { return a + b; });
            break;
        case Op::multiply:
            arithmetic(id, count, [](T a, T b) { return a * b; });
            break;
        case Op::divide:
            arithmetic(id, count, [](T a, T b) { return a / b; });
            break;
        case Op::negate:
            negate(id, count);
            break;
        case Op::small_power:
            small_power(id, count);
            break;
        case Op::power:
            precise(id, count, [](const double* args) { return formula::kernel::pow(args[0], args[1]); });
            break;
        case Op::call:
            call(id, count);
            break;
        case Op::choice:
            choose(id, count);
            break;
        }
    }

    template<class Operation>
    void arithmetic(std::size_t id, std::size_t count, Operation operation) {
        const std::size_t a = steps_[id].operands[0];
        const std::size_t b = steps_[id].operands[1];
        T* const result = value(id);
        Mask* const result_mask = mask(id);
        const T* const left_values = value(a);
        const T* const right_values = value(b);
        const Mask* const left_masks = mask(a);
        const Mask* const right_masks = mask(b);
        const Rounding<T> round = round_;
        for (std::size_t i = 0; i < count; ++i) {
            const T exact = operation(left_values[i], right_values[i]);
            const T rounded = round(exact);
            result[i] = rounded;
            result_mask[i] = left_masks[i] | right_masks[i] | left(exact, rounded);
        }
    }

    void negate(std::size_t id, std::size_t count) {
        const std::size_t a = steps_[id].operands[0];
        for (std::size_t i = 0; i < count; ++i)
            value(id)[i] = -value(a)[i];
        std::copy_n(mask(a), count, mask(id));
    }

    void small_power(std::size_t id, std::size_t count) {
        const std::size_t a = steps_[id].operands[0];
        const double n = steps_[id].value;
        const Rounding<double> round = exact_round_;
        for (std::size_t i = 0; i < count; ++i) {
            const double x = static_cast<double>(value(a)[i]);
            const double exact = x * x * (n == 2 ? 1 : n == 3 ? x : x * x);
            const double rounded = round(exact);
            value(id)[i] = static_cast<T>(rounded);
            mask(id)[i] = mask(a)[i] | left(exact, rounded);
        }
    }

    /// Any operation, in double precision.
    template<class Operation>
    void precise(std::size_t id, std::size_t count, Operation operation) {
        const auto& operands = steps_[id].operands;
        std::array<double, 3> args{};
        for (std::size_t i = 0; i < count; ++i) {
            Mask inherited = 0;
            for (std::size_t k = 0; k < operands.size(); ++k) {
                args[k] = static_cast<double>(value(operands[k])[i]);
                inherited |= mask(operands[k])[i];
            }
            const double exact = operation(args.data());
            const double rounded = exact_round_(exact);
            value(id)[i] = static_cast<T>(rounded);
            mask(id)[i] = inherited | left(exact, rounded);
        }
    }

    void call(std::size_t id, std::size_t count) {
        const formula::Primitive& primitive = *steps_[id].expr.node().primitive;
        const float* const table = sizeof(T) == sizeof(float) ? primitive_table(format_, primitive) : nullptr;
        if (table == nullptr) return precise(id, count, primitive.value);
        if (format_.precision == 8)
            look_up(id, count, table, bfloat16_bits);
        else
            look_up(id, count, table, float16_bits);
    }

    template<class Bits>
    void look_up(std::size_t id, std::size_t count, const float* table, Bits bits) {
        const std::size_t a = steps_[id].operands[0];
        std::array<std::uint32_t, largest_block> index;
        for (std::size_t i = 0; i < count; ++i)
            index[i] = bits(static_cast<float>(value(a)[i]));
        T* const result = value(id);
        for (std::size_t i = 0; i < count; ++i)
            result[i] = static_cast<T>(table[index[i]]);
        for (std::size_t i = 0; i < count; ++i) {
            mask(id)[i] = mask(a)[i] | (std::isinf(result[i]) ? ~Mask{0} : Mask{0});
        }
    }

    void choose(std::size_t id, std::size_t count) {
        const auto& operands = steps_[id].operands;
        const formula::Relation relation = steps_[id].expr.node().relation;
        for (std::size_t i = 0; i < count; ++i) {
            const bool then = holds(relation, value(operands[0])[i], value(operands[1])[i]);
            const std::size_t chosen = then ? operands[2] : operands[3];
            value(id)[i] = value(chosen)[i];
            mask(id)[i] = mask(operands[0])[i] | mask(operands[1])[i] | mask(chosen)[i];
        }
    }

    const std::vector<Step>& steps_;
    const NumberFormat& format_;
    Rounding<T> round_;
    Rounding<double> exact_round_;
    std::size_t block_;
    std::vector<T> values_;
    std::vector<Mask> masks_;
};

/// Calls action with a machine that fits the format.
template<class Action>
auto with_machine(const std::vector<Step>& steps, const NumberFormat& format, std::size_t points, Action action) {
    if (format.precision <= 11) {
        Machine<float> machine(steps, format, points);
        return action(machine);
    }
    Machine<double> machine(steps, format, points);
    return action(machine);
}

} // namespace

FormatProgram::FormatProgram(const Expr& expr, std::span<const formula::Binding> bindings) {
    Builder builder(bindings);
    builder.build(expr);
    steps_ = builder.take();
}

void FormatProgram::run(const NumberFormat& format, std::span<const double> x, std::span<double> y,
                        std::span<std::uint8_t> overflowed) const {
    with_machine(steps_, format, x.size(), [&](auto& machine) { machine.run(x, y.data(), overflowed.data()); });
}

Expr FormatProgram::overflowing(const NumberFormat& format, double x) const {
    return with_machine(steps_, format, 1, [&](auto& machine) {
        double y = 0;
        std::uint8_t overflowed = 0;
        machine.run(std::span(&x, 1), &y, &overflowed);
        if (overflowed == 0) return Expr::variable();
        std::size_t at = steps_.size() - 1;
        while (true) {
            std::vector<std::uint32_t> used = steps_[at].operands;
            if (steps_[at].op == Op::choice) used = {used[0], used[1], machine.taken(at) ? used[2] : used[3]};
            const auto cause =
                std::find_if(used.begin(), used.end(), [&](std::uint32_t id) { return machine.overflowed(id); });
            if (cause == used.end()) return steps_[at].expr;
            at = *cause;
        }
    });
}

} // namespace actlas::analysis
