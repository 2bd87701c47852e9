#include "formula/evaluator.hpp"

#include "formula/open_evaluator.hpp"
#include "formula/steps.hpp"

#include <algorithm>
#include <cassert>

namespace actlas::formula {

namespace {

using tape::Instruction;
using tape::Op;
using tape::Program;

/// As many points are evaluated together: enough to make the cost of stepping through the program small, few enough for
/// the first-level cache.
constexpr std::size_t block = 256;

/// Programs with up to this many registers run on the stack.
constexpr std::size_t small = 64;

double run_wide(const Program& program, const double* inputs, Wide* registers) {
    std::copy_n(inputs, program.inputs, registers);
    for (const Instruction& step : program.steps) {
        std::array<Wide, 4> args;
        for (std::size_t k = 0; k < step.arity; ++k)
            args[k] = registers[step.operands[k]];
        registers[step.result] = apply_wide(step, args.data());
    }
    return registers[program.result].rounded();
}

double evaluate_wide(const Program& program, const double* inputs) {
    if (program.registers <= small) {
        std::array<Wide, small> registers;
        return run_wide(program, inputs, registers.data());
    }
    std::vector<Wide> registers(program.registers);
    return run_wide(program, inputs, registers.data());
}

/// The first registers hold the inputs.
double run(const Program& program, double* registers) {
    if (program.steps.empty()) return registers[program.result];
    const Instruction* const last = &program.steps.back();
    for (const Instruction& step : program.steps) {
        std::array<double, 4> args;
        for (std::size_t k = 0; k < step.arity; ++k)
            args[k] = registers[step.operands[k]];
        bool left = false;
        registers[step.result] = tape::dispatch(step.op, [&]<Op op>() {
            const double value = tape::apply<op>(step, args.data());
            left = tape::left_range<op>(step, args.data(), value);
            return value;
        });
        if (left && &step != last) return evaluate_wide(program, registers);
    }
    return registers[program.result];
}

/// One step for `count` points; marks the points at which the result leaves the range of a double.
void run_step(const Instruction& step, double* registers, std::size_t count, std::array<bool, block>& marks) {
    tape::dispatch(step.op, [&]<Op op>() {
        std::array<const double*, 4> operands{};
        for (std::size_t k = 0; k < step.arity; ++k)
            operands[k] = registers + step.operands[k] * block;
        double* const result = registers + step.result * block;
        for (std::size_t i = 0; i < count; ++i) {
            std::array<double, 4> args;
            for (std::size_t k = 0; k < step.arity; ++k)
                args[k] = operands[k][i];
            const double value = tape::apply<op>(step, args.data());
            if (tape::left_range<op>(step, args.data(), value)) marks[i] = true;
            result[i] = value;
        }
    });
}

void run_block(const Program& program, double* registers, std::span<double> y) {
    std::array<bool, block> marks{};
    for (const Instruction& step : program.steps) {
        if (&step == &program.steps.back()) {
            std::array<bool, block> ignored{};
            run_step(step, registers, y.size(), ignored);
        } else {
            run_step(step, registers, y.size(), marks);
        }
    }
    const double* const result = registers + program.result * block;
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = marks[i] ? evaluate_wide(program, registers + i) : result[i];
}

} // namespace

Evaluator::Evaluator(const Expr& expr, std::span<const Binding> bindings)
    : program_(std::make_shared<const Program>(tape::compile(expr, bindings))) {}

double Evaluator::operator()(double x) const {
    if (program_->registers <= small) {
        std::array<double, small> registers;
        registers[0] = x;
        return run(*program_, registers.data());
    }
    std::vector<double> registers(program_->registers);
    registers[0] = x;
    return run(*program_, registers.data());
}

OpenEvaluator::OpenEvaluator(const Expr& expr, std::span<const std::string> parameters)
    : program_(std::make_shared<const Program>(tape::compile(expr, {}, parameters))) {}

double OpenEvaluator::operator()(double x, std::span<const double> parameters) const {
    assert(parameters.size() + 1 == program_->inputs);
    const auto at = [&](double* registers) {
        registers[0] = x;
        std::copy(parameters.begin(), parameters.end(), registers + 1);
        return run(*program_, registers);
    };
    if (program_->registers <= small) {
        std::array<double, small> registers;
        return at(registers.data());
    }
    std::vector<double> registers(program_->registers);
    return at(registers.data());
}

void Evaluator::operator()(std::span<const double> x, std::span<double> y) const {
    assert(x.size() == y.size());
    if (program_->steps.empty()) {
        std::copy(x.begin(), x.end(), y.begin());
        return;
    }
    std::vector<double> registers(program_->registers * block);
    for (std::size_t start = 0; start < x.size(); start += block) {
        const std::size_t count = std::min(block, x.size() - start);
        std::copy_n(x.begin() + static_cast<std::ptrdiff_t>(start), count, registers.begin());
        run_block(*program_, registers.data(), y.subspan(start, count));
    }
}

} // namespace actlas::formula
