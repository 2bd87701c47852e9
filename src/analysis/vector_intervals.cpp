#include "analysis/vector_intervals.hpp"

#include "formula/relation.hpp"
#include "formula/vector_program.hpp"
#include "interval/elementary.hpp"

#include <cmath>

namespace actlas::analysis {
namespace {

using formula::tape::Instruction;
using formula::tape::Op;
using interval::Interval;

struct NotEnclosed {};

/// a R b, where every member of a and b agrees.
bool decided(formula::Relation relation, const Interval& a, const Interval& b) {
    if (a.empty() || b.empty()) throw NotEnclosed();
    const bool low = formula::holds(relation, a.low(), b.high());
    const bool high = formula::holds(relation, a.high(), b.low());
    if (low != high) throw NotEnclosed();
    return low;
}

struct IntervalField {
    using Number = Interval;

    static Interval number(double value) { return Interval(value); }
    /// Thresholds are searched for in doubles: what comes of them encloses nothing.
    static double rounded(const Interval& x) {
        if (!x.point()) throw NotEnclosed();
        return x.low();
    }
    static Interval exp_difference(const Interval& a, const Interval& b) { return interval::exp(a - b); }
    static Interval log(const Interval& x) { return interval::log(x); }
    static Interval log1p(const Interval& x) { return interval::log1p(x); }
    static Interval sqrt(const Interval& x) { return interval::sqrt(x); }
    static Interval power(const Interval& x, double p) { return interval::pow(x, p); }
    static bool less(const Interval& a, const Interval& b) { return decided(formula::Relation::less, a, b); }
    static bool is_nan(const Interval& x) { return x.empty(); }

    static Interval apply(const Instruction& step, const Interval* args) {
        switch (step.op) {
        case Op::constant:
            return Interval(step.value);
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
            return args[1].point() && args[1].low() == std::floor(args[1].low()) && std::fabs(args[1].low()) < 1000
                       ? interval::pow(args[0], static_cast<int>(args[1].low()))
                       : interval::pow(args[0], args[1]);
        case Op::call:
            return step.primitive->enclosure(args);
        case Op::choice:
            return decided(step.relation, args[0], args[1]) ? args[2] : args[3];
        default:
            throw NotEnclosed();
        }
    }
};

} // namespace

std::optional<std::vector<Interval>> enclose_vector(const formula::Expr& expr, const std::vector<Interval>& box) {
    try {
        const auto program = formula::compile_vector(expr);
        for (const auto& step : program) {
            const bool searched = step.op == formula::VectorOp::simplex_threshold ||
                                  step.op == formula::VectorOp::above_threshold ||
                                  step.op == formula::VectorOp::simplex_weights;
            if (searched && step.kind == formula::VectorStep::Kind::whole) return std::nullopt;
        }
        return formula::run_vector(program, IntervalField{}, box);
    } catch (const NotEnclosed&) {
        return std::nullopt;
    }
}

} // namespace actlas::analysis
