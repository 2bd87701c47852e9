#pragma once

#include "formula/expr.hpp"
#include "formula/tape.hpp"
#include "formula/vector_kernels.hpp"

#include <cassert>
#include <cstdint>
#include <string>
#include <vector>

namespace actlas::formula {

/// The name of the parameter that stands for the change of x in the trees of vector_tangent(). No formula that is read
/// can use it.
inline const std::string tangent_name = "dx ";

/// One step of a formula of vectors: the value of step i stands in place i.
struct VectorStep {
    enum class Kind {
        input,         ///< x
        change,        ///< dx
        componentwise, ///< `scalar` for each component; a vector of one component meets any other
        whole,         ///< `op`
    };
    Kind kind = Kind::input;
    tape::Instruction scalar = {};
    VectorOp op = VectorOp::sum;
    std::vector<std::uint32_t> operands = {};
};

/// A formula of vectors as a sequence of steps, the last of which is the value.
using VectorProgram = std::vector<VectorStep>;

/// Compiles a formula without parameters other than the change; equal subtrees become one step. Throws
/// std::invalid_argument naming a parameter that is not bound.
VectorProgram compile_vector(const Expr& expr);

/// Runs a program in the arithmetic of a field (see VectorKernels), which also has apply(instruction, arguments).
template<class Field>
std::vector<typename Field::Number> run_vector(const VectorProgram& program, const Field& field,
                                               const std::vector<typename Field::Number>& x,
                                               const std::vector<typename Field::Number>& dx = {}) {
    using Number = typename Field::Number;
    const VectorKernels<Field> kernels(field);
    std::vector<std::vector<Number>> values(program.size());
    for (std::size_t i = 0; i < program.size(); ++i) {
        const VectorStep& step = program[i];
        std::vector<const std::vector<Number>*> args;
        std::size_t size = 1;
        for (const std::uint32_t operand : step.operands) {
            args.push_back(&values[operand]);
            size = std::max(size, values[operand].size());
        }
        switch (step.kind) {
        case VectorStep::Kind::input:
            values[i] = x;
            break;
        case VectorStep::Kind::change:
            values[i] = dx;
            break;
        case VectorStep::Kind::whole:
            values[i] = kernels(step.op, args);
            break;
        case VectorStep::Kind::componentwise:
            values[i].reserve(size);
            for (std::size_t k = 0; k < size; ++k) {
                std::array<Number, 4> operands{};
                assert(args.size() <= operands.size());
                for (std::size_t m = 0; m < args.size(); ++m)
                    operands[m] = args[m]->size() == 1 ? args[m]->front() : (*args[m])[k];
                values[i].push_back(field.apply(step.scalar, operands.data()));
            }
            break;
        }
    }
    return values.back();
}

} // namespace actlas::formula
