#pragma once

#include "formula/expr.hpp"

#include <span>

/// The primitives as textbooks define them: definition::NAME(args) is an equal formula, written as they print it.
namespace actlas::formula::definition {

using Arguments = std::span<const Expr>;

Expr erfc(Arguments u);        ///< 1 - erf(u)
Expr expm1(Arguments u);       ///< exp(u) - 1
Expr log1p(Arguments u);       ///< log(1 + u)
Expr log_sigmoid(Arguments u); ///< log(1/(1 + exp(-u)))
Expr normal_cdf(Arguments u);  ///< (1 + erf(u/sqrt(2)))/2
Expr normal_pdf(Arguments u);  ///< exp(-u^2/2)/sqrt(2*pi)
Expr relu(Arguments u);        ///< max(0, u)
Expr sech(Arguments u);        ///< 2/(exp(u) + exp(-u))
Expr sigmoid(Arguments u);     ///< 1/(1 + exp(-u))
Expr sinc(Arguments u);        ///< sin(u)/u
Expr softplus(Arguments u);    ///< log(1 + exp(u))
Expr sqrt1pm1(Arguments u);    ///< sqrt(1 + u) - 1
Expr tanh(Arguments u);        ///< (exp(u) - exp(-u))/(exp(u) + exp(-u))

} // namespace actlas::formula::definition
