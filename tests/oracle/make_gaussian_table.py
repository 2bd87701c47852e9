"""Writes gaussian.txt: averages over normal distributions and fixed points of mean-field theory, for the tests of analysis/gaussian and
analysis/mean_field.

Usage: python3 make_gaussian_table.py [OUTPUT]   (needs mpmath)

"moments; FORMULA; SPLITS; VARIANCE; E f; E f^2; Var f; E f'^2" for x ~ N(0, VARIANCE), by mpmath's tanh-sinh quadrature.
"settles; FORMULA; SPLITS; WEIGHT_VARIANCE; q; chi": q = WEIGHT_VARIANCE E f(sqrt(q) z)^2, chi = WEIGHT_VARIANCE E f'(sqrt(q) z)^2.
"edge; FORMULA; SPLITS; WEIGHT_VARIANCE; q": the same with chi = 1.
"biased; FORMULA; SPLITS; q; WEIGHT_VARIANCE; BIAS_VARIANCE": chi = 1 and q = WEIGHT_VARIANCE E f(sqrt(q) z)^2 + BIAS_VARIANCE.
"""
import sys
from pathlib import Path

from mpmath import mp, mpf

import jets
import language

MOMENTS = [
    ("x*sigmoid(x)", [], 1), ("x*sigmoid(x)", [], 0.01), ("x*sigmoid(x)", [], 25), ("tanh(x)", [], 1), ("tanh(x)", [], 100),
    ("x*normal_cdf(x)", [], 1), ("max(x, 0)", [0], 1), ("if(x > 0, x, expm1(x))", [0], 1), ("softplus(x)", [], 1),
    ("exp(3*x)", [], 1), ("sin(5*x)", [], 1), ("if(x > 0.5, x, 1/2)", [0.5], 1), ("abs(x - 7)^3", [7], 1),
    ("1/(1 + 25*x^2)", [], 1), ("x*sigmoid(50*x)", [], 1), ("exp(x^2/8)", [], 1), ("x^8", [], 1),
    ("1.0507009873554805*if(x > 0, x, 1.6732632423543772*expm1(x))", [0], 1),
]
SETTLES = [("tanh(x)", [], "25/9", 1), ("sigmoid(x)", [], "1", 0.25), ("1.0507009873554805*if(x > 0, x, 1.6732632423543772*expm1(x))", [0], "9/16", 0.02)]
BIASED = [(f, [], q) for f in ("tanh(x)", "atan(x)", "x*normal_cdf(x)", "softplus(x)") for q in (0.25, 0.5, 1, 2, 4)]
EDGES = [("sigmoid(x)", [], 45), ("normal_cdf(x)", [], 16)]


class Averages:
    def __init__(self, formula, splits):
        self.tree, self.splits = language.parse(formula), [mpf(s) for s in splits]

    def over(self, variance, value):
        """E value(jet of f)."""
        deviation = mp.sqrt(variance)
        scales = [mpf(s) * deviation for s in (-32, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 32)] + [mpf(s) / 5 for s in range(-5, 6)]
        points = sorted(set(scales + self.splits))
        return mp.quad(lambda x: value(jets.evaluate(self.tree, x)) * mp.npdf(x, 0, deviation), points)

    def second(self, variance):
        return self.over(variance, lambda jet: jet.v ** 2)

    def slope(self, variance):
        return self.over(variance, lambda jet: jet.d ** 2)


def moments(formula, splits, variance):
    averages = Averages(formula, splits)
    mean = averages.over(variance, lambda jet: jet.v)
    numbers = [mean, averages.second(variance), averages.over(variance, lambda jet: (jet.v - mean) ** 2), averages.slope(variance)]
    return numbers


def settles(formula, splits, weights, start):
    averages = Averages(formula, splits)
    q = mp.findroot(lambda q: weights * averages.second(q) - q, (mpf(start), mpf(start) * 1.2), solver="secant")
    return [q, weights * averages.slope(q)]


def edge(formula, splits, start):
    averages = Averages(formula, splits)
    q = mp.findroot(lambda q: averages.second(q) - q * averages.slope(q), (mpf(start), mpf(start) * 1.1), solver="secant")
    return [1 / averages.slope(q), q]


def biased(formula, splits, q):
    averages = Averages(formula, splits)
    weights = 1 / averages.slope(q)
    return [weights, q - weights * averages.second(q)]


def line(kind, formula, splits, given, numbers):
    columns = [kind, formula, " ".join(str(s) for s in splits)] + given + [mp.nstr(n, 17) for n in numbers]
    return "; ".join(columns)


def main(output=None):
    mp.dps = 20
    lines = ["# Made by make_gaussian_table.py; do not edit."]
    lines += [line("moments", f, s, [repr(float(v))], moments(f, s, mpf(v))) for f, s, v in MOMENTS]
    for formula, splits, weights, start in SETTLES:
        top, _, bottom = weights.partition("/")
        exact = mpf(top) / mpf(bottom or 1)
        lines.append(line("settles", formula, splits, [mp.nstr(exact, 17)], settles(formula, splits, exact, start)))
    lines += [line("edge", f, s, [], edge(f, s, start)) for f, s, start in EDGES]
    lines += [line("biased", f, s, [repr(float(q))], biased(f, s, mpf(q))) for f, s, q in BIASED]
    Path(output or Path(__file__).parent / "gaussian.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
