#pragma once

#include "experiment/network.hpp"
#include "formula/derivative.hpp"
#include "formula/parser.hpp"

#include <string_view>

namespace actlas::test {

/// A unit of a formula in x.
inline experiment::Unit unit(std::string_view formula, double gain) {
    const auto expr = formula::parse(formula, {});
    return {formula::Evaluator(expr), formula::Evaluator(formula::derivative(expr, 1)), gain};
}

} // namespace actlas::test
