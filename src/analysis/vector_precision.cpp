#include "analysis/precision_rounding.hpp"
#include "analysis/vector_study.hpp"
#include "formula/kernels.hpp"
#include "formula/relation.hpp"
#include "formula/steps.hpp"
#include "formula/vector_stable.hpp"

#include <algorithm>
#include <cmath>

namespace actlas::analysis {
namespace {

using formula::tape::Instruction;
using formula::tape::Op;

/// Doubles rounded to a format after each operation: what a library that computes in the format does.
class RoundedField {
public:
    explicit RoundedField(const NumberFormat& format) : round_(format) {}

    struct Number {
        double value = 0;
        const RoundedField* field = nullptr;
        friend Number operator+(const Number& a, const Number& b) { return either(a, b).number(a.value + b.value); }
        friend Number operator-(const Number& a, const Number& b) { return either(a, b).number(a.value - b.value); }
        friend Number operator*(const Number& a, const Number& b) { return either(a, b).number(a.value * b.value); }
        friend Number operator/(const Number& a, const Number& b) { return either(a, b).number(a.value / b.value); }
        friend Number operator-(const Number& a) { return {-a.value, a.field}; }

    private:
        static const RoundedField& either(const Number& a, const Number& b) {
            return a.field != nullptr ? *a.field : *b.field;
        }
    };

    Number number(double value) const { return {std::isnan(value) ? value : round_(value), this}; }
    static double rounded(const Number& x) { return x.value; }
    Number exp_difference(const Number& a, const Number& b) const {
        return number(formula::kernel::exp((a - b).value));
    }
    Number log(const Number& x) const { return number(formula::kernel::log(x.value)); }
    Number log1p(const Number& x) const { return number(formula::kernel::log1p(x.value)); }
    Number sqrt(const Number& x) const { return number(formula::kernel::sqrt(x.value)); }
    Number power(const Number& x, double p) const { return number(formula::kernel::pow(x.value, p)); }
    static bool less(const Number& a, const Number& b) { return a.value < b.value; }
    static bool is_nan(const Number& x) { return std::isnan(x.value); }

    Number apply(const Instruction& step, const Number* args) const {
        std::array<double, 4> operands{};
        for (std::size_t i = 0; i < step.arity; ++i)
            operands[i] = args[i].value;
        return number(
            formula::tape::dispatch(step.op, [&]<Op op>() { return formula::tape::apply<op>(step, operands.data()); }));
    }

private:
    Rounding<double> round_;
};

class BreakdownSearch {
public:
    BreakdownSearch(const formula::VectorFormula& bound, std::size_t inputs)
        : written_(formula::compile_vector(bound.expr())),
          stable_(formula::compile_vector(formula::stable_form(bound.expr(), formula::StableForm::printed))),
          exact_(bound), inputs_(inputs) {}

    std::optional<double> first(const formula::VectorProgram& program, const NumberFormat& format,
                                Breakdown::Inputs inputs) const {
        const RoundedField field(format);
        // Eight numbers an octave, from what is still harmless; then the first that fails, by bisection.
        double good = 0;
        for (double octave = 1; octave <= format.largest; octave *= 2) {
            for (int eighth = 8; eighth < 16; ++eighth) {
                const double t = format.rounded(octave * eighth / 8);
                if (t > format.largest) return std::nullopt;
                if (!fails(program, field, format, inputs, t)) {
                    good = t;
                    continue;
                }
                double bad = t;
                while (true) {
                    const double middle = format.rounded(good + (bad - good) / 2);
                    if (middle <= good || middle >= bad) return bad;
                    (fails(program, field, format, inputs, middle) ? bad : good) = middle;
                }
            }
        }
        return std::nullopt;
    }

    const formula::VectorProgram& written() const { return written_; }
    const formula::VectorProgram& stable() const { return stable_; }

private:
    std::vector<double> point(Breakdown::Inputs inputs, double t) const {
        std::vector<double> x(inputs_, inputs == Breakdown::Inputs::one   ? 0
                                       : inputs == Breakdown::Inputs::all ? t
                                                                          : -t);
        if (inputs == Breakdown::Inputs::one) x[0] = t;
        return x;
    }

    /// NaN, or an infinity where the value is a number of the format.
    bool fails(const formula::VectorProgram& program, const RoundedField& field, const NumberFormat& format,
               Breakdown::Inputs inputs, double t) const {
        const std::vector<double> x = point(inputs, t);
        std::vector<RoundedField::Number> numbers;
        for (const double component : x)
            numbers.push_back(field.number(component));
        const auto computed = formula::run_vector(program, field, numbers);
        const std::vector<double> exact = exact_(x);
        for (std::size_t i = 0; i < exact.size(); ++i) {
            const double got = computed[computed.size() == 1 ? 0 : i].value;
            if (!std::isfinite(exact[i]) || std::fabs(exact[i]) > format.largest) continue;
            if (!std::isfinite(got)) return true;
        }
        return false;
    }

    formula::VectorProgram written_;
    formula::VectorProgram stable_;
    formula::VectorEvaluator exact_;
    std::size_t inputs_;
};

} // namespace

std::vector<Breakdown> breakdowns_of(const formula::VectorFormula& bound, std::size_t inputs) {
    const BreakdownSearch search(bound, inputs);
    std::vector<Breakdown> result;
    for (const char* const id : {"float32", "bfloat16", "float16"}) {
        const NumberFormat& format = *find_number_format(id);
        using Inputs = Breakdown::Inputs;
        for (const Inputs kind : {Inputs::one, Inputs::all, Inputs::all_low})
            result.push_back({&format, kind, search.first(search.written(), format, kind),
                              search.first(search.stable(), format, kind)});
    }
    return result;
}

} // namespace actlas::analysis
