#pragma once

#include "formula/kernels.hpp"
#include "formula/relation.hpp"
#include "formula/tape.hpp"

#include <cmath>
#include <limits>

/// What the steps of a program do to numbers, for doubles and for wide numbers.
namespace actlas::formula::tape {

template<Op op>
double apply(const Instruction& step, const double* args) {
    if constexpr (op == Op::constant) return step.value;
    if constexpr (op == Op::add) return args[0] + args[1];
    if constexpr (op == Op::subtract) return args[0] - args[1];
    if constexpr (op == Op::multiply) return args[0] * args[1];
    if constexpr (op == Op::divide) return args[0] / args[1];
    if constexpr (op == Op::negate) return -args[0];
    if constexpr (op == Op::power) return kernel::pow(args[0], args[1]);
    if constexpr (op == Op::call) return step.primitive->value(args);
    if constexpr (op == Op::exp_product) return kernel::exp_of_product(args[0], args[1]);
    if constexpr (op == Op::exp_sum) return kernel::exp_of_sum(args[0], args[1]);
    if constexpr (op == Op::choice) {
        if (std::isnan(args[0]) || std::isnan(args[1])) return std::numeric_limits<double>::quiet_NaN();
        return holds(step.relation, args[0], args[1]) ? args[2] : args[3];
    }
}

/// True where a double cannot hold the step's exact result with full precision although its operands are fine: the
/// result overflowed, or is below the normal numbers. Only for results that later steps use; the last one is rounded as
/// it must be.
template<Op op>
bool left_range(const Instruction& step, const double* args, double result) {
    if (std::fabs(result) >= std::numeric_limits<double>::min() && !std::isinf(result)) return false;
    if (std::isnan(result)) return false;
    const auto finite = [&](int i) { return std::isfinite(args[i]); };
    if constexpr (op == Op::add || op == Op::subtract) return std::isinf(result) && finite(0) && finite(1);
    if constexpr (op == Op::multiply) return finite(0) && finite(1) && args[0] != 0 && args[1] != 0;
    if constexpr (op == Op::divide || op == Op::power) return finite(0) && finite(1) && args[0] != 0 && args[1] != 0;
    if constexpr (op == Op::exp_product || op == Op::exp_sum) return finite(0) && finite(1);
    if constexpr (op == Op::call) {
        for (int i = 0; i < step.arity; ++i) {
            if (!finite(i)) return false;
        }
        return step.wide.underflows || std::isinf(result);
    }
    return false;
}

/// The step in wide numbers.
Wide apply_wide(const Instruction& step, const Wide* args);

/// Calls action.template operator()<op>() for the step's op.
template<class Action>
auto dispatch(Op op, Action&& action) {
    switch (op) {
    case Op::constant:
        return action.template operator()<Op::constant>();
    case Op::add:
        return action.template operator()<Op::add>();
    case Op::subtract:
        return action.template operator()<Op::subtract>();
    case Op::multiply:
        return action.template operator()<Op::multiply>();
    case Op::divide:
        return action.template operator()<Op::divide>();
    case Op::negate:
        return action.template operator()<Op::negate>();
    case Op::power:
        return action.template operator()<Op::power>();
    case Op::call:
        return action.template operator()<Op::call>();
    case Op::exp_product:
        return action.template operator()<Op::exp_product>();
    case Op::exp_sum:
        return action.template operator()<Op::exp_sum>();
    case Op::choice:
        break;
    }
    return action.template operator()<Op::choice>();
}

} // namespace actlas::formula::tape
