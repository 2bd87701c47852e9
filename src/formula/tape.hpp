#pragma once

#include "formula/expr.hpp"
#include "formula/primitive.hpp"
#include "formula/wide.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace actlas::formula::tape {

enum class Op : std::uint8_t {
    constant,
    add,
    subtract,
    multiply,
    divide,
    negate,
    power,
    call,        ///< of a primitive
    exp_product, ///< exp(a * b) with the product unrounded
    exp_sum,     ///< exp(a + b) with the sum unrounded
    choice,      ///< operands: lhs, rhs, then, otherwise
};

/// One step: registers[result] = op(registers[operands[0]], ...).
struct Instruction {
    Op op = Op::constant;
    Relation relation = Relation::less; ///< of a choice
    std::uint8_t arity = 0;
    const Primitive* primitive = nullptr; ///< of a call
    wide::Kernel wide;                    ///< of a call
    double value = 0;                     ///< of a constant
    std::array<std::uint32_t, 4> operands{};
    std::uint32_t result = 0;
};

/// A formula as a sequence of steps. x stands in register 0, the parameters that were left open in the registers behind
/// it; no step overwrites them. The last step's result is the value (a program without steps gives register `result`).
struct Program {
    std::vector<Instruction> steps;
    std::size_t registers = 1;
    std::size_t inputs = 1;   ///< x and the open parameters
    std::uint32_t result = 0; ///< where the value is found
};

/// Compiles a formula: equal subtrees become one step, constant ones are evaluated, registers are used again as soon as
/// they are free. Parameters named in `open` become inputs in that order; throws std::invalid_argument naming a
/// parameter that is neither open nor bound.
Program compile(const Expr& expr, std::span<const Binding> bindings, std::span<const std::string> open = {});

} // namespace actlas::formula::tape
