"""Writes precision.txt: what becomes of activations in formats of few bits, for tests/analysis/precision_test.cpp.

Usage: python3 make_precision_table.py [OUTPUT]   (needs mpmath; over a minute)

Every value of a format is looked at; the exact f(x) is first rounded to a double. A line holds a format and a formula, then words
KEY=VALUE:
  left, right               the input from which on f, correctly rounded, is what it is in the limit
  slope_left, slope_right   the same for a slope that rounds to 0
  overflow, undefined, infinite, flushed   COUNT:NEAREST..FARTHEST of the inputs at which the textbook formula, run in the format, goes
                            wrong in that way, for the negative and the positive side ("-" for none); 0 counts once here, as +0
  error                     the largest error in ulp, 6 digits, and where
For float32, thresholds only, as the neighbours of the exact places found by bisection. The formulas are written out by hand here.
"""
import math
import sys
from pathlib import Path

from mpmath import mp, mpf

import formats
from doubles import to_double


class Machine:
    """Arithmetic in which the exact result of every operation is rounded to the format."""

    def __init__(self, fmt):
        self.fmt, self.overflowed = fmt, False

    def special(self, *operands):
        return not all(math.isfinite(v) for v in operands)

    def done(self, exact):
        result = self.fmt.rounded(exact)
        self.overflowed = self.overflowed or not math.isfinite(result)
        return result

    def add(self, a, b):
        return a + b if self.special(a, b) else self.done(mpf(a) + mpf(b))

    def mul(self, a, b):
        return a * b if self.special(a, b) else self.done(mpf(a) * mpf(b))

    def div(self, a, b):
        return a / b if self.special(a, b) else self.done(mpf(a) / mpf(b))

    def exp(self, a):
        if self.special(a):
            return math.exp(a)
        return self.done(mp.exp(a)) if a < 1000 else self.done(mp.mpf(2) ** 1000)

    def log(self, a):
        if a == 0:
            self.overflowed = True
            return -math.inf if self.fmt.has_infinity else math.nan
        return math.log(a) if self.special(a) else self.done(mp.log(a))

    def erf(self, a):
        return math.erf(a) if self.special(a) else self.done(mp.erf(a))

    def tanh(self, a):
        return math.tanh(a) if self.special(a) else self.done(mp.tanh(a))


def silu(m, x):
    return m.div(x, m.add(1, m.exp(-x)))


def softplus(m, x):
    return m.log(m.add(1, m.exp(x)))


def tanh(m, x):
    up, down = m.exp(x), m.exp(-x)
    return m.div(m.add(up, -down), m.add(up, down))


def gelu(m, x):
    root = m.fmt.rounded(mp.sqrt(2))
    return m.div(m.mul(x, m.add(1, m.erf(m.div(x, root)))), 2)


def mish(m, x):
    return m.mul(x, m.tanh(softplus(m, x)))


def elu(m, x):
    return x if x > 0 else m.add(m.exp(x), -1)


def sigma(x):
    return 1 / (1 + mp.exp(-x)) if x > 0 else mp.exp(x) / (1 + mp.exp(x))


# formula: (value, slope, textbook program, limit on the left, limit on the right); "x" for x itself
FUNCTIONS = {
    "x*sigmoid(x)": (lambda x: x * sigma(x), lambda x: sigma(x) * (1 + x * sigma(-x)), silu, 0, "x"),
    "softplus(x)": (lambda x: mp.log1p(mp.exp(-abs(x))) + max(x, 0), sigma, softplus, 0, "x"),
    "tanh(x)": (mp.tanh, lambda x: mp.sech(x) ** 2, tanh, -1, 1),
    "x*normal_cdf(x)": (lambda x: x * mp.erfc(-x / mp.sqrt(2)) / 2, lambda x: mp.erfc(-x / mp.sqrt(2)) / 2 + x * mp.npdf(x), gelu, 0, "x"),
    "x*tanh(softplus(x))": (lambda x: x * mp.tanh(mp.log1p(mp.exp(-abs(x))) + max(x, 0)),
                            lambda x: mp.tanh(mp.log1p(mp.exp(x))) + x * sigma(x) * mp.sech(mp.log1p(mp.exp(x))) ** 2, mish, 0, "x"),
    "if(x > 0, x, expm1(x))": (lambda x: x if x > 0 else mp.expm1(x), lambda x: mpf(1) if x > 0 else mp.exp(x), elu, -1, "x"),
}

CASES = [("float16", f) for f in FUNCTIONS] + [("bfloat16", f) for f in ("x*sigmoid(x)", "tanh(x)", "if(x > 0, x, expm1(x))")] + [
    (name, f) for name in ("float8_e5m2", "float8_e4m3") for f in FUNCTIONS]
THRESHOLDS = ["x*sigmoid(x)", "softplus(x)", "x*normal_cdf(x)"]


def exact(function, x):
    """Beyond 3000 these functions are at their limits as far as any format can tell; exponentials of 1e38 only take time."""
    if abs(x) <= 3000:
        return function(mpf(x))
    near = function(mpf(math.copysign(3000, x)))
    return mpf(x) if near > 2000 else near


def holds(limit, x, rounded):
    return rounded == (x if limit == "x" else limit)


def text(number):
    return repr(float(number))


def stretch(inputs):
    return f"{text(min(inputs, key=abs))}..{text(max(inputs, key=abs))}" if inputs else "-"


def affected(inputs):
    negative, positive = [x for x in inputs if x < 0], [x for x in inputs if x >= 0]
    return f"{len(inputs)}:{stretch(negative)}:{stretch(positive)}"


def tail(values, held, side):
    """The innermost of the values from the end on that all hold, or "-"."""
    found = "-"
    for x in values if side < 0 else reversed(values):
        if not held(x):
            return found
        found = text(x)
    return found


def enumerated(fmt, formula):
    function, slope, program, left, right = FUNCTIONS[formula]
    values = fmt.values()
    true = {x: mpf(to_double(exact(function, x))) for x in values}
    rounded = {x: fmt.rounded(true[x]) for x in values}
    trouble = {"overflow": [], "undefined": [], "infinite": [], "flushed": []}
    error, error_at = mpf(-1), 0.0
    for x in values:
        machine = Machine(fmt)
        y = program(machine, x)
        if machine.overflowed and math.isfinite(rounded[x]):
            trouble["overflow"].append(x)
        if math.isnan(y) and not math.isnan(rounded[x]):
            trouble["undefined"].append(x)
        if math.isinf(y) and math.isfinite(rounded[x]):
            trouble["infinite"].append(x)
        if y == 0 and rounded[x] != 0:
            trouble["flushed"].append(x)
        if math.isfinite(y) and math.isfinite(rounded[x]):
            this = abs(mpf(y) - true[x]) / mp.ldexp(1, fmt.quantum(true[x]))
            if this > error:
                error, error_at = this, x
    words = [f"left={tail(values, lambda x: holds(left, x, rounded[x]), -1)}",
             f"right={tail(values, lambda x: holds(right, x, rounded[x]), 1)}"]
    for side, name in ((-1, "slope_left"), (1, "slope_right")):
        words.append(f"{name}={tail(values, lambda x: fmt.rounded(exact(slope, x) if abs(x) <= 3000 else slope(mpf(math.copysign(3000, x)))) == 0, side)}")
    words += [f"{name}={affected(inputs)}" for name, inputs in trouble.items()]
    return words + [f"error={mp.nstr(error, 7)}", f"at={text(error_at)}"]


def bisected(fmt, held, inside, outside):
    """The last value of the format on the way from `inside` to `outside` at which a condition holds."""
    while True:
        middle = fmt.rounded((mpf(inside) + mpf(outside)) / 2)
        if middle in (inside, outside):
            return text(inside)
        if held(middle):
            inside = middle
        else:
            outside = middle


def thresholds(fmt, formula):
    function, slope, _, left, right = FUNCTIONS[formula]
    return [f"left={bisected(fmt, lambda x: holds(left, x, fmt.rounded(function(mpf(x)))), -200.0, -1.0)}",
            f"right={bisected(fmt, lambda x: holds(right, x, fmt.rounded(function(mpf(x)))), 200.0, 1.0)}",
            f"slope_left={bisected(fmt, lambda x: fmt.rounded(slope(mpf(x))) == 0, -200.0, -2.5)}"]


def main(output=None):
    lines = ["# Made by make_precision_table.py; do not edit."]
    for name, formula in CASES:
        lines.append("; ".join([name, formula] + enumerated(formats.by_name(name), formula)))
    fmt = formats.by_name("float32")
    lines += ["; ".join(["float32", formula] + thresholds(fmt, formula)) for formula in THRESHOLDS]
    Path(output or Path(__file__).parent / "precision.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
