#include "formula/steps.hpp"

namespace actlas::formula::tape {

namespace {

Wide call(const Instruction& step, const Wide* args) {
    if (step.wide.value) return step.wide.value(args);
    std::array<double, 4> rounded{};
    for (std::size_t i = 0; i < step.arity; ++i)
        rounded[i] = args[i].rounded_away_from_zero();
    return Wide(step.primitive->value(rounded.data()));
}

} // namespace

Wide apply_wide(const Instruction& step, const Wide* args) {
    switch (step.op) {
    case Op::constant:
        return Wide(step.value);
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
        return wide::pow(args[0], args[1]);
    case Op::call:
        return call(step, args);
    case Op::exp_product:
        return wide::exp_of_product(args[0], args[1]);
    case Op::exp_sum:
        return wide::exp_of_sum(args[0], args[1]);
    case Op::choice:
        break;
    }
    if (args[0].is_nan() || args[1].is_nan()) return Wide(std::numeric_limits<double>::quiet_NaN());
    return holds(step.relation, args[0], args[1]) ? args[2] : args[3];
}

} // namespace actlas::formula::tape
