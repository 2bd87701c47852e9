#pragma once

#include "analysis/number_format.hpp"
#include "formula/expr.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace actlas::analysis {

/// A formula as a program that is run in a number format: x is one of the format's values, constants are computed in
/// double precision and rounded once, and the exact result of every operation is rounded to the format (powers and
/// primitives being one operation each, within an error of 4 units of double precision before rounding). min, max, abs,
/// signs and choices are exact. A comparison with NaN does not hold.
class FormatProgram {
public:
    /// Every parameter must be bound; std::invalid_argument otherwise.
    explicit FormatProgram(const formula::Expr& expr, std::span<const formula::Binding> bindings = {});

    /// How many operations a run takes.
    std::size_t steps() const { return steps_.size(); }

    /// The program at each x, which must be values of the format; overflowed[i] is 1 where an operation on the way to
    /// the value left the format's range, else 0. The spans are of equal length.
    void run(const NumberFormat& format, std::span<const double> x, std::span<double> y,
             std::span<std::uint8_t> overflowed) const;

    /// The operation that is the first to leave the format's range at x, as a formula; x itself where none does.
    formula::Expr overflowing(const NumberFormat& format, double x) const;

    enum class Op : std::uint8_t { x, constant, add, multiply, divide, negate, small_power, power, call, choice };

    struct Step {
        Op op = Op::x;
        formula::Expr expr; ///< what it computes, or is a part of: the whole sum or product
        double value = 0;   ///< of a constant; the exponent of a small power
        std::vector<std::uint32_t> operands;
    };

private:
    std::vector<Step> steps_; ///< each after its operands; the last is the formula's value
};

} // namespace actlas::analysis
