#pragma once

#include "formula/expr.hpp"

namespace actlas::formula {

/// For whom a formula is rewritten.
enum class StableForm {
    printed,   ///< for code: what libraries have a stable function for is a call of it
    evaluated, ///< for the evaluator: the internal primitives too
};

/// The same formula of a vector with what overflows or cancels in it replaced by primitives that do neither:
/// exp(u)/sum(exp(u)) by softmax(u), exp(u)/(c + sum(exp(u))) by softmax_plus(u, c), log(sum(exp(u))) by
/// log_sum_exp(u), u - log_sum_exp(u) by log_softmax(u); for the evaluator also u/sum(u) and u - simplex_threshold(u,
/// p). Parameters may be bound or not.
Expr stable_form(const Expr& expr, StableForm form);

} // namespace actlas::formula
