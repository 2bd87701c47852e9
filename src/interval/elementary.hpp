#pragma once

#include "interval/interval.hpp"

/// Enclosures of the formula language's primitives: the exact range of the function over x, as a hull, widened at its
/// ends by at most some 20 ulp. Bounds that the exact function keeps (sigmoid within [0, 1], cosh from 1) are kept
/// exactly, and so are values at 0 that are whole. Where x lies partly outside the function's domain the range is that
/// over the rest, and the decoration is `partial`. Soundness rests on one assumption about the C library, stated in
/// libm.hpp.
namespace actlas::interval {

Interval exp(const Interval& x);
Interval expm1(const Interval& x);
Interval log(const Interval& x);      ///< x > 0
Interval log1p(const Interval& x);    ///< x > -1
Interval sqrt(const Interval& x);     ///< x >= 0
Interval sqrt1pm1(const Interval& x); ///< √(1 + x) − 1, x >= −1

Interval sin(const Interval& x);
Interval cos(const Interval& x);
Interval tan(const Interval& x); ///< all reals, partial, if a pole lies in x
Interval atan(const Interval& x);
Interval asinh(const Interval& x);
Interval sinh(const Interval& x);
Interval cosh(const Interval& x);
Interval tanh(const Interval& x);
Interval sech(const Interval& x);

Interval erf(const Interval& x);
Interval erfc(const Interval& x);
Interval normal_cdf(const Interval& x);
Interval normal_pdf(const Interval& x);

Interval sigmoid(const Interval& x);
Interval softplus(const Interval& x);
Interval log_sigmoid(const Interval& x);
Interval relu(const Interval& x);

Interval sign(const Interval& x); ///< −1, 0 or 1
Interval step(const Interval& x); ///< 1 for x >= 0, else 0
Interval floor(const Interval& x);
Interval clamp(const Interval& x, const Interval& low, const Interval& high); ///< min(max(x, low), high)

/// sin(x)/x, and 1 at 0.
Interval sinc(const Interval& x);

/// The spherical Bessel function j_n of whole order n in [0, 1000]; empty for other n. Tight for n up to 5; above,
/// where 1.2 √n < |x| < n, the enclosure is sound but may be as wide as [−1, 1].
Interval sph_bessel(int n, const Interval& x);

} // namespace actlas::interval
