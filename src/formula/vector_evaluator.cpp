#include "formula/vector_evaluator.hpp"

#include "formula/steps.hpp"
#include "formula/vector_stable.hpp"
#include "formula/vector_tangent.hpp"
#include "formula/wide.hpp"

namespace actlas::formula {

namespace {

/// Numbers with a double's precision whose exponent does not run out.
struct WideField {
    using Number = Wide;

    static Wide number(double value) { return Wide(value); }
    static double rounded(const Wide& x) { return x.rounded(); }
    static Wide exp_difference(const Wide& a, const Wide& b) { return wide::exp_of_sum(a, -b); }
    static Wide log(const Wide& x) { return wide::log(x); }
    static Wide log1p(const Wide& x) { return wide::kernel_of("log1p").value(&x); }
    static Wide sqrt(const Wide& x) { return wide::sqrt(x); }
    static Wide power(const Wide& x, double p) { return wide::pow(x, Wide(p)); }
    static bool less(const Wide& a, const Wide& b) { return a < b; }
    static bool is_nan(const Wide& x) { return x.is_nan(); }
    static Wide apply(const tape::Instruction& step, const Wide* args) { return tape::apply_wide(step, args); }
};

std::vector<Wide> wide_of(std::span<const double> x) {
    return {x.begin(), x.end()};
}

} // namespace

VectorEvaluator::VectorEvaluator(const VectorFormula& formula, std::span<const Binding> bindings)
    : formula_(formula.bound(bindings)) {
    const Expr stable = stable_form(formula_.expr(), StableForm::evaluated);
    value_ = std::make_shared<const VectorProgram>(compile_vector(stable));
    tangent_ = std::make_shared<const VectorProgram>(compile_vector(vector_tangent(stable)));
}

std::vector<double> VectorEvaluator::operator()(std::span<const double> x) const {
    const std::vector<Wide> value = run_vector(*value_, WideField{}, wide_of(x));
    std::vector<double> result(formula_.outputs(x.size()));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = value[value.size() == 1 ? 0 : i].rounded() + 0.0; // -0 becomes 0
    return result;
}

Jacobian VectorEvaluator::jacobian(std::span<const double> x) const {
    Jacobian jacobian{formula_.outputs(x.size()), x.size(), {}};
    jacobian.values.resize(jacobian.rows * jacobian.columns);
    const std::vector<Wide> at = wide_of(x);
    for (std::size_t j = 0; j < x.size(); ++j) {
        std::vector<Wide> direction(x.size(), Wide(0));
        direction[j] = Wide(1);
        const std::vector<Wide> column = run_vector(*tangent_, WideField{}, at, direction);
        for (std::size_t i = 0; i < jacobian.rows; ++i)
            jacobian.values[i * jacobian.columns + j] = column[column.size() == 1 ? 0 : i].rounded() + 0.0;
    }
    return jacobian;
}

} // namespace actlas::formula
