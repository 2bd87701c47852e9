#pragma once

#include "analysis/claims.hpp"
#include "analysis/limitations.hpp"
#include "analysis/mean_field.hpp"
#include "analysis/precision.hpp"
#include "analysis/properties.hpp"
#include "catalogue/activation.hpp"
#include "formula/evaluator.hpp"
#include "formula/expr.hpp"

#include <vector>

namespace actlas::analysis {

/// How much of a study is made.
enum class Scope {
    properties, ///< what figures of the function itself need
    all
};

/// Everything that the figures and the report say of one activation, at its parameters' values.
struct Study {
    catalogue::Activation activation;
    formula::Expr formula;    ///< parameters still by name, simplified
    formula::Expr derivative; ///< its derivative, parameters by name
    formula::Evaluator f;     ///< parameters bound
    formula::Evaluator slope;
    formula::Evaluator curvature;

    Properties properties;

    // Made with Scope::all, else empty:
    Signals signals;
    std::vector<FormatBehaviour> precision; ///< one for each of number_formats()
    std::vector<Finding> limitations;
    std::vector<Finding> strengths;
    std::vector<CheckedClaim> claims; ///< of the built-in ones those that are about this activation at these values
};

/// Studies an activation. Bounded in time and memory for any formula. Throws InputError where the formula has a value
/// on no interval, or a parameter is not finite.
Study study(const catalogue::Activation& activation, Scope scope = Scope::all);

} // namespace actlas::analysis
