"""The primitives of the formula language in mpmath: value, first and second derivative, by textbook formulas.

The working precision (PRECISION decimal digits) is so high that no care about cancellation is needed: 1 + 1e-300 keeps 400
digits of the small term. What is smaller than that is far below the smallest double.
"""
import mpmath
from mpmath import mp, mpf

PRECISION = 700
mp.dps = PRECISION
LARGE = mpf(10) ** 8  # beyond this an exponential is 0 or infinite for a double many times over
INF = mpf("inf")


def exp(u):
    if u > LARGE:
        return INF
    return mpf(0) if u < -LARGE else mpmath.exp(u)


def tanh(u):
    return mpf(mpmath.sign(u)) if abs(u) > LARGE else mpmath.tanh(u)


def sigmoid(u):
    return 1 / (1 + exp(-u))


def softplus(u):
    return u if u > LARGE else mpmath.log(1 + exp(u))


def normal_pdf(u):
    return exp(-u * u / 2) / mpmath.sqrt(2 * mp.pi)


def erfc(u):
    if abs(u) > 10000:  # mpmath would take its time over so many digits of 0 and 2
        return mpf(0) if u > 0 else mpf(2)
    return mpmath.erfc(u)


def normal_cdf(u):
    return erfc(-u / mpmath.sqrt(2)) / 2


def spherical_bessel(n, u):
    """By the ascending series, DLMF 10.53.1, at a precision that its cancellation leaves untouched."""
    n = int(n)
    if u == 0:
        return mpf(1 if n == 0 else 0)
    if abs(u) > 100:
        before, current = mpmath.cos(u) / u, mpmath.sin(u) / u
        for k in range(n):
            before, current = current, (2 * k + 1) / u * current - before
        return current
    term = mpf(1)
    for k in range(1, n + 1):
        term *= u / (2 * k + 1)
    total, k = term, 0
    while k < abs(u) or abs(term) > abs(total) * mpf(10) ** -PRECISION:
        k += 1
        term *= -u * u / 2 / (k * (2 * n + 2 * k + 1))
        total += term
    return total


def three_sigmoid(u):
    s = sigmoid(u)
    return s, s * (1 - s), s * (1 - s) * (1 - 2 * s)


def three_tanh(u):
    t = tanh(u)
    return t, 1 - t * t, -2 * t * (1 - t * t)


def three_sech(u):
    s = 2 * exp(-abs(u)) / (1 + exp(-2 * abs(u)))
    t = tanh(u)
    return s, -s * t, s * (t * t - s * s)


def three_erf(u):
    slope = 2 / mpmath.sqrt(mp.pi) * exp(-u * u)
    return 1 - erfc(u), slope, -2 * u * slope


def three_erfc(u):
    value, slope, bend = three_erf(u)
    return erfc(u), -slope, -bend


def three_normal_cdf(u):
    return normal_cdf(u), normal_pdf(u), -u * normal_pdf(u)


def three_normal_pdf(u):
    p = normal_pdf(u)
    return p, -u * p, (u * u - 1) * p


def three_softplus(u):
    s = sigmoid(u)
    return softplus(u), s, s * (1 - s)


def three_log_sigmoid(u):
    s = sigmoid(-u)
    return -softplus(-u), s, -s * (1 - s)


def three_exp(u):
    e = exp(u)
    return e, e, e


def three_expm1(u):
    e = exp(u)
    return e - 1, e, e


def three_log(u):
    return mpmath.log(u), 1 / u, -1 / u ** 2


def three_log1p(u):
    return three_log(1 + u)


def three_sqrt(u):
    root = mpmath.sqrt(u)
    if u == 0:
        return root, INF, -INF
    return root, 1 / (2 * root), -1 / (4 * root * u)


def three_sqrt1pm1(u):
    root, slope, bend = three_sqrt(1 + u)
    return root - 1, slope, bend


def three_sin(u):
    return mpmath.sin(u), mpmath.cos(u), -mpmath.sin(u)


def three_cos(u):
    return mpmath.cos(u), -mpmath.sin(u), -mpmath.cos(u)


def three_tan(u):
    t = mpmath.tan(u)
    return t, 1 + t * t, 2 * t * (1 + t * t)


def three_atan(u):
    return mpmath.atan(u), 1 / (1 + u * u), -2 * u / (1 + u * u) ** 2


def three_asinh(u):
    root = mpmath.sqrt(1 + u * u)
    return mpmath.asinh(u), 1 / root, -u / root ** 3


def three_sinh(u):
    s, c = (exp(u) - exp(-u)) / 2, (exp(u) + exp(-u)) / 2
    return s, c, s


def three_cosh(u):
    s, c = (exp(u) - exp(-u)) / 2, (exp(u) + exp(-u)) / 2
    return c, s, c


def three_sinc(u):
    j0, j1 = spherical_bessel(0, u), spherical_bessel(1, u)
    return j0, -j1, (2 * j1 / u - j0 if u != 0 else -mpf(1) / 3)


def three_sph_bessel(n, u):
    value, above = spherical_bessel(n, u), spherical_bessel(n + 1, u)
    if u == 0:
        return value, mpf(1) / 3 if n == 1 else mpf(0), mpf(2) / 15 if n == 2 else mpf(0)
    slope = n * value / u - above
    return value, slope, -2 * slope / u - (1 - n * (n + 1) / u ** 2) * value


#: name -> function of u giving (g, g', g''); sph_bessel takes its order first.
SMOOTH = {
    name[len("three_"):]: function for name, function in list(globals().items()) if name.startswith("three_")
}
