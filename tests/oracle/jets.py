"""A formula's value and first two derivatives at a point, and what the accuracy test allows there.

The derivatives come from Taylor arithmetic on (value, first, second), not from rules for formulas. Beside them each jet carries, for
the value and for the first derivative,
- `exact`: whether a computation in doubles gets here without any rounding;
- `amplified`: the largest product of condition numbers |u g'(u) / g(u)| of unary steps g met one after the other since the first
  rounding (for the derivative, of g or of g'): by how much an error of one ulp may have grown without any fault of the program;
- `scale`: the size of the largest term of the sums inside, carried through the steps after them: near a zero of the value, errors are
  relative to this.
A jet whose value stands at a kink or a jump (within rounding) is marked; its derivative means nothing.
"""
from dataclasses import dataclass

import mpmath
from mpmath import mp, mpf

import primitives
from doubles import to_double

ROUNDING = mpf(10) ** -13


@dataclass
class Part:
    """The value of a jet, or its first derivative."""
    amplified: mpf
    scale: mpf


@dataclass
class Jet:
    v: mpf
    d: mpf
    dd: mpf
    exact: bool
    value: Part
    slope: Part
    kink: bool = False

    def constant(self):
        return self.d == 0 and self.dd == 0


def is_double(value):
    return mp.isfinite(value) and mpf(to_double(value)) == value


def leaf(v, d=0):
    v, d = mpf(v), mpf(d)
    return Jet(v, d, mpf(0), is_double(v), Part(mpf(1), abs(v)), Part(mpf(1), abs(d)))


def ratio(a, b):
    """a / b where b may be zero or both infinite: then nothing is amplified that could be measured."""
    return abs(a / b) if b != 0 and mp.isfinite(a) and mp.isfinite(b) else mpf(0)


def finish(v, d, dd, operands, value, slope):
    """The jet of a step; it is exact if its operands are and its own result needs no rounding."""
    exact = all(operand.exact for operand in operands) and is_double(v)
    if exact:
        value = Part(mpf(1), abs(v))
    value.scale = max(value.scale, abs(v))
    slope.scale = max(slope.scale, abs(d))
    return Jet(v, d, dd, exact, value, slope, any(operand.kink for operand in operands))


def negate(a):
    return Jet(-a.v, -a.d, -a.dd, a.exact, a.value, a.slope, a.kink)


def share(term, amplified, total):
    """What a term's amplified error is of the sum; cancellation is no excuse, so never more than all of it."""
    return max(mpf(1), amplified * min(mpf(1), ratio(term, total) if total != 0 else mpf(1)))


def add(a, b):
    v, d = a.v + b.v, a.d + b.d
    value = Part(max(share(a.v, a.value.amplified, v), share(b.v, b.value.amplified, v)), max(a.value.scale, b.value.scale))
    slope = Part(max(share(a.d, a.slope.amplified, d), share(b.d, b.slope.amplified, d)), max(a.slope.scale, b.slope.scale))
    return finish(v, d, a.dd + b.dd, (a, b), value, slope)


def times(a, b):
    """A product in which 0 wins over infinity: what has underflowed here did so long before a double would overflow."""
    return mpf(0) if a == 0 or b == 0 else a * b


def multiply(a, b):
    v = times(a.v, b.v)
    d = times(a.d, b.v) + times(a.v, b.d)
    dd = times(a.dd, b.v) + 2 * times(a.d, b.d) + times(a.v, b.dd)
    value = Part(max(a.value.amplified, b.value.amplified), max(times(a.value.scale, abs(b.v)), times(abs(a.v), b.value.scale)))
    parts = [x.slope.amplified for x in (a, b) if not x.constant()] + [a.value.amplified, b.value.amplified]
    scale = max(times(a.slope.scale, b.value.scale), times(a.value.scale, b.slope.scale))
    return finish(v, d, dd, (a, b), value, Part(max(parts), scale))


def through(a, g0, g1, g2, scale_of_slope=None):
    """g(a) for a smooth g with the values and derivatives g0, g1, g2 at a."""
    d = times(g1, a.d)
    dd = times(g2, a.d ** 2) + times(g1, a.dd)
    if a.exact:  # g is evaluated at the true argument: its own rounding only
        value = Part(mpf(1), abs(g0))
        slope = Part(a.slope.amplified, times(abs(g1), a.slope.scale))
    else:
        value_condition, slope_condition = ratio(a.v * g1, g0), ratio(a.v * g2, g1)
        value = Part(max(mpf(1), value_condition * a.value.amplified), max(abs(g0), times(abs(g1), a.value.scale)))
        amplified = max(mpf(1), slope_condition * a.value.amplified, value_condition * a.value.amplified, a.slope.amplified)
        slope = Part(amplified, times(abs(g1), a.slope.scale) + times(abs(g2), a.value.scale) * abs(a.d))
    slope.scale = max(slope.scale, scale_of_slope or mpf(0))
    return finish(g0, d, dd, (a,), value, slope)


def divide(a, b):
    if b.v == 0:
        raise ZeroDivisionError
    if not mp.isfinite(b.v):
        return leaf(0)
    return multiply(a, through(b, 1 / b.v, -1 / b.v ** 2, 2 / b.v ** 3)) if not mp.isinf(a.v) else leaf(mp.nan)


def power(a, b):
    if b.constant():
        n = b.v
        if n == int(n):
            n = int(n)
        if a.v == 0:
            if n < 0:
                raise ZeroDivisionError
            first = mpf(n if n == 1 else 0)
            jet = through(a, mpf(0) if n > 0 else mpf(1), first, mpf(2 if n == 2 else 0))
            jet.kink = jet.kink or (0 < n < 2 and n != 1)
            return jet
        if a.v < 0 and not isinstance(n, int):
            return leaf(mp.nan)
        jet = through(a, a.v ** n, n * a.v ** (n - 1), n * (n - 1) * a.v ** (n - 2))
        if not b.exact:  # a rounded exponent: the condition number of the power in its exponent
            condition = abs(n * mp.log(abs(a.v))) * b.value.amplified
            jet.value.amplified = max(jet.value.amplified, condition)
            jet.slope.amplified = max(jet.slope.amplified, condition)
        return jet
    logarithm = through(a, *primitives.three_log(a.v))
    return through(multiply(b, logarithm), *primitives.three_exp(b.v * logarithm.v))


def near(a, b):
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))


def marked(jet, kink):
    return Jet(jet.v, jet.d, jet.dd, jet.exact, jet.value, jet.slope, jet.kink or kink)


def choose(a, b, take_a):
    """One of two branches that meet where a.v = b.v."""
    return marked(a if take_a else b, near(a.v, b.v) and not (a.constant() and b.constant()))


def piecewise(name, arguments):
    a = arguments[0]
    if name == "abs":
        return marked(negate(a) if a.v < 0 else a, a.v == 0)
    if name == "relu":
        return choose(a, leaf(0), a.v > 0)
    if name == "sign":
        return marked(leaf(mpmath.sign(a.v)), a.v == 0)
    if name == "step":
        return marked(leaf(1 if a.v >= 0 else 0), a.v == 0)
    if name == "floor":
        return marked(leaf(mpmath.floor(a.v)), near(a.v, mpmath.nint(a.v)) or a.v == 0)
    if name == "min":
        return choose(a, arguments[1], a.v < arguments[1].v)
    if name == "max":
        return choose(a, arguments[1], a.v > arguments[1].v)
    low, high = arguments[1:]
    raised = choose(a, low, a.v > low.v)
    return choose(raised, high, raised.v < high.v)


def call(name, arguments):
    if name == "sph_bessel":
        return through(arguments[1], *primitives.three_sph_bessel(int(arguments[0].v), arguments[1].v))
    if name == "sinc":  # its slope oscillates under 1/|u|, the largest term of sin(u)/u^2 - cos(u)/u
        u = arguments[0]
        return through(u, *primitives.three_sinc(u.v), scale_of_slope=abs(u.d) / max(1, abs(u.v)))
    if name in primitives.SMOOTH:
        return through(arguments[0], *primitives.SMOOTH[name](arguments[0].v))
    return piecewise(name, arguments)


def choice(relation, lhs, rhs, then, otherwise, x):
    a, b = evaluate(lhs, x), evaluate(rhs, x)
    holds = {"<": a.v < b.v, "<=": a.v <= b.v, ">": a.v > b.v, ">=": a.v >= b.v}[relation]
    return marked(evaluate(then if holds else otherwise, x), near(a.v, b.v))


def evaluate(tree, x):
    """The jet of a tree of language.py at the double x."""
    kind = tree[0]
    if kind == "number":
        return leaf(tree[1])
    if kind == "constant":
        return leaf(mp.pi if tree[1] == "pi" else mp.e)
    if kind == "x":
        return leaf(x, 1)
    if kind == "choice":
        return choice(tree[1], *tree[2:], x)
    if kind == "call":
        return call(tree[1], [evaluate(argument, x) for argument in tree[2:]])
    operands = [evaluate(operand, x) for operand in tree[1:]]
    return {"add": add, "multiply": multiply, "divide": divide, "power": power, "negate": negate}[kind](*operands)
