#include "formula/enclosure.hpp"

#include "formula/primitive.hpp"
#include "interval/rounding.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace actlas::formula {

using interval::Interval;

namespace {

using Id = std::uint32_t;

enum class Op : std::uint8_t {
    variable,
    constant,
    add,
    subtract,
    multiply,
    divide,
    negate,
    power,
    power_of,
    call,
    choice
};

/// One step in static single assignment: its value stands at its own place, operands come first.
struct Step {
    Op op = Op::variable;
    Relation relation = Relation::less;   ///< of a choice
    int exponent = 0;                     ///< of a power with whole exponent
    const Primitive* primitive = nullptr; ///< of a call
    std::array<Id, 4> operands{};         ///< those that there are, then 0
    Interval constant = {};
};

interval::Truth holds(Relation relation, const Interval& a, const Interval& b) {
    switch (relation) {
    case Relation::less:
        return interval::less(a, b);
    case Relation::less_equal:
        return interval::less_equal(a, b);
    case Relation::greater:
        return interval::less(b, a);
    case Relation::greater_equal:
        return interval::less_equal(b, a);
    }
    return interval::Truth::maybe;
}

using Arguments = std::array<Interval, 4>;

Interval apply(const Step& step, const Arguments& args, const Interval& x) {
    switch (step.op) {
    case Op::variable:
        return x;
    case Op::constant:
        return step.constant;
    case Op::add:
        return args[0] + args[1];
    case Op::subtract:
        return args[0] - args[1];
    case Op::multiply:
        return args[0] * args[1];
    case Op::divide:
        return args[0] / args[1];
    case Op::negate:
        return -args[0];
    case Op::power:
        return interval::pow(args[0], step.exponent);
    case Op::power_of:
        return interval::pow(args[0], args[1]);
    case Op::call:
        return step.primitive->enclosure(args.data());
    case Op::choice:
        break;
    }
    return interval::select(holds(step.relation, args[0], args[1]), args[2], args[3])
        .weakened(interval::weakest(args[0], args[1]));
}

/// The next double after the given one, which lies below the number meant.
Interval just_above(double value) {
    return {value, interval::rounding::up(value)};
}

class Compiler {
public:
    Id build(const Expr& root) {
        // With a stack of its own, as trees may be deep; shared nodes are visited once.
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
                done[expr->identity()] = lower(*expr, operands);
            } else {
                stack.emplace_back(expr, true);
                for (auto operand = expr->operands().rbegin(); operand != expr->operands().rend(); ++operand)
                    stack.emplace_back(&*operand, false);
            }
        }
        return done.at(root.identity());
    }

    std::vector<Step> take() { return std::move(steps_); }

private:
    Id lower(const Expr& expr, std::vector<Id>& operands) {
        switch (expr.kind()) {
        case Kind::number:
            return constant(enclosure_of_literal(expr.node().value));
        case Kind::variable:
            return share({.op = Op::variable});
        case Kind::parameter:
            throw std::invalid_argument("the parameter " + expr.node().name + " has no value");
        case Kind::constant:
            return constant(just_above(expr.node().name == "pi" ? std::numbers::pi : std::numbers::e));
        case Kind::add:
            return sum(operands);
        case Kind::multiply:
            return product(operands);
        case Kind::divide:
            return emit(Op::divide, {operands[0], operands[1]});
        case Kind::power:
            return power(operands[0], operands[1]);
        case Kind::negate:
            return emit(Op::negate, {operands[0]});
        case Kind::call: {
            Step step{.op = Op::call, .primitive = expr.node().primitive};
            return emit(step, operands);
        }
        case Kind::choice:
            break;
        }
        Step step{.op = Op::choice, .relation = expr.node().relation};
        return emit(step, operands);
    }

    Id sum(const std::vector<Id>& terms) {
        Id total = terms[0];
        for (auto term = terms.begin() + 1; term != terms.end(); ++term) {
            const Step& step = steps_[*term];
            total =
                step.op == Op::negate ? emit(Op::subtract, {total, step.operands[0]}) : emit(Op::add, {total, *term});
        }
        return total;
    }

    /// Equal factors become a power, so that x*x is never negative.
    Id product(std::vector<Id>& factors) {
        std::sort(factors.begin(), factors.end());
        std::optional<Id> total;
        for (auto first = factors.begin(); first != factors.end();) {
            const auto last = std::find_if(first, factors.end(), [&](Id id) { return id != *first; });
            const Id factor = whole_power(*first, static_cast<int>(last - first));
            total = total ? emit(Op::multiply, {*total, factor}) : factor;
            first = last;
        }
        return *total;
    }

    Id power(Id base, Id exponent) {
        constexpr double most = 1 << 30;
        const Step& step = steps_[exponent];
        if (step.op == Op::constant && step.constant.point()) {
            const double n = step.constant.low();
            if (n == std::floor(n) && std::fabs(n) <= most) return whole_power(base, static_cast<int>(n));
        }
        return emit(Op::power_of, {base, exponent});
    }

    Id whole_power(Id base, int exponent) {
        if (exponent == 1) return base;
        Step step{.op = Op::power, .exponent = exponent};
        return emit(step, std::vector<Id>{base});
    }

    Id constant(const Interval& value) { return share({.op = Op::constant, .constant = value}); }

    Id emit(Op op, const std::vector<Id>& operands) { return emit(Step{.op = op}, operands); }

    Id emit(Step step, const std::vector<Id>& operands) {
        std::copy(operands.begin(), operands.end(), step.operands.begin());
        const bool constant_operands =
            std::all_of(operands.begin(), operands.end(), [&](Id id) { return steps_[id].op == Op::constant; });
        if (!constant_operands) return share(step);
        Arguments args;
        std::transform(operands.begin(), operands.end(), args.begin(), [&](Id id) { return steps_[id].constant; });
        return constant(apply(step, args, {}));
    }

    Id share(const Step& step) {
        const Interval& c = step.constant;
        const Key key{step.op,
                      step.relation,
                      step.exponent,
                      step.primitive,
                      std::bit_cast<std::uint64_t>(c.low()),
                      std::bit_cast<std::uint64_t>(c.high()),
                      c.decoration(),
                      step.operands};
        const auto [place, is_new] = known_.try_emplace(key, static_cast<Id>(steps_.size()));
        if (is_new) steps_.push_back(step);
        return place->second;
    }

    using Key = std::tuple<Op, Relation, int, const Primitive*, std::uint64_t, std::uint64_t, interval::Decoration,
                           std::array<Id, 4>>;
    std::vector<Step> steps_;
    std::map<Key, Id> known_;
};

/// The double of a formula that is a literal and nothing else.
std::optional<double> bare_literal(const Expr& expr) {
    if (expr.kind() == Kind::number) return expr.node().value;
    if (expr.kind() == Kind::negate && expr.operand(0).kind() == Kind::number) return -expr.operand(0).node().value;
    return std::nullopt;
}

} // namespace

struct EnclosureEvaluator::Program {
    std::vector<Step> steps;
    Id result = 0;
};

EnclosureEvaluator::EnclosureEvaluator(const Expr& bound) {
    auto program = std::make_shared<Program>();
    if (const auto literal = bare_literal(bound)) {
        program->steps.push_back({.op = Op::constant, .constant = Interval(*literal)});
    } else {
        Compiler compiler;
        program->result = compiler.build(bound);
        program->steps = compiler.take();
        program->steps.resize(program->result + 1); // nothing after the result is needed for it
    }
    program_ = std::move(program);
}

Interval EnclosureEvaluator::operator()(const Interval& box) const {
    constexpr std::size_t small = 48;
    const std::vector<Step>& steps = program_->steps;
    const auto run = [&](Interval* values) {
        Arguments args;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            for (std::size_t k = 0; k < args.size(); ++k)
                args[k] = values[steps[i].operands[k]];
            values[i] = apply(steps[i], args, box);
        }
        return values[program_->result].weakened(box.decoration());
    };
    if (box.empty()) return {};
    if (steps.size() <= small) {
        std::array<Interval, small> values;
        return run(values.data());
    }
    std::vector<Interval> values(steps.size());
    return run(values.data());
}

Interval enclosure_of(const Rational& value) {
    return Interval(static_cast<double>(value.numerator)) / Interval(static_cast<double>(value.denominator));
}

Interval enclosure_of_literal(double literal) {
    const auto fraction = to_rational(literal);
    return fraction ? enclosure_of(*fraction) : Interval(literal);
}

} // namespace actlas::formula
