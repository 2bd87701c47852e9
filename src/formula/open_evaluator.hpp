#pragma once

#include "formula/expr.hpp"

#include <memory>
#include <span>
#include <string>

namespace actlas::formula {

namespace tape {
struct Program;
}

/// An Evaluator with parameters that change from call to call.
class OpenEvaluator {
public:
    /// `parameters`: those of the formula, in the order in which calls give their values; throws std::invalid_argument
    /// naming one that is missing.
    OpenEvaluator(const Expr& expr, std::span<const std::string> parameters);

    double operator()(double x, std::span<const double> parameters) const;

private:
    std::shared_ptr<const tape::Program> program_;
};

} // namespace actlas::formula
