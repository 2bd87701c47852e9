"""Numbers and functions that the definitions of make_reference_values.py are made of."""
from mpmath import erf, exp, log, mpf, sqrt


def q(numerator, denominator=1):
    return mpf(numerator) / denominator


def d(text):
    """The double that a decimal literal stands for."""
    return mpf(float(text))


def sigma(x):
    return 1 / (1 + exp(-x))


def softplus(x):
    return log(1 + exp(x))


def clip(x, low, high):
    return max(low, min(high, x))


def gelu(x):
    return x * (1 + erf(x / sqrt(2))) / 2


def elu(x, alpha=1):
    return x if x > 0 else alpha * (exp(x) - 1)
