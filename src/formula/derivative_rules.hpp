#pragma once

#include "formula/expr.hpp"

#include <span>

/// The derivative rules of the primitives: rule::NAME(i, args) is the partial derivative of NAME with respect to its
/// argument i. Each is the form that keeps its relative accuracy until it underflows, so that no 1 - tanh(u)^2 ever
/// arises. At a kink the rule takes the side that the deep-learning frameworks take: relu'(0) = 0, sign(0) = 0 for abs,
/// and 1 at both bounds of clamp (torch.clamp). Where a = b, max takes the derivative of b and min that of a, so that
/// max(a, b) + min(a, b) has that of a + b.
namespace actlas::formula::rule {

using Arguments = std::span<const Expr>;

Expr exp(std::size_t i, Arguments u);
Expr expm1(std::size_t i, Arguments u);
Expr log(std::size_t i, Arguments u);
Expr log1p(std::size_t i, Arguments u);
Expr sqrt(std::size_t i, Arguments u);
Expr sqrt1pm1(std::size_t i, Arguments u);
Expr abs(std::size_t i, Arguments u);
Expr piecewise_constant(std::size_t i, Arguments u); ///< sign, step and floor
Expr min(std::size_t i, Arguments u);
Expr max(std::size_t i, Arguments u);
Expr clamp(std::size_t i, Arguments u);
Expr sin(std::size_t i, Arguments u);
Expr cos(std::size_t i, Arguments u);
Expr tan(std::size_t i, Arguments u);
Expr atan(std::size_t i, Arguments u);
Expr asinh(std::size_t i, Arguments u);
Expr sinh(std::size_t i, Arguments u);
Expr cosh(std::size_t i, Arguments u);
Expr tanh(std::size_t i, Arguments u);
Expr sech(std::size_t i, Arguments u);
Expr erf(std::size_t i, Arguments u);
Expr erfc(std::size_t i, Arguments u);
Expr normal_cdf(std::size_t i, Arguments u);
Expr normal_pdf(std::size_t i, Arguments u);
Expr sigmoid(std::size_t i, Arguments u);
Expr log_sigmoid(std::size_t i, Arguments u);
Expr softplus(std::size_t i, Arguments u);
Expr relu(std::size_t i, Arguments u);
Expr sinc(std::size_t i, Arguments u);
Expr sph_bessel(std::size_t i, Arguments u);

} // namespace actlas::formula::rule
