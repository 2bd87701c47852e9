"""Writes reference_values.txt: values and slopes of the catalogue's activations at a few points, for builtin_values_test.cpp.

Usage: python3 make_reference_values.py > reference_values.txt   (needs mpmath)

The definitions below are those of the literature and of the frameworks' documentation, typed without looking at the catalogue's
formulas, which are often rearranged to keep their digits: a slip there shows as a difference here. Parameters have the catalogue's
defaults. The points avoid every kink. A line is: ID X VALUE SLOPE.
"""
from mpmath import atan, cos, diff, erf, exp, log, mp, mpf, nstr, pi, sin, sqrt, tanh

import definitions_gated
import definitions_rectifiers
import definitions_s_curves
from definition_helpers import clip, d, elu, gelu, q, sigma, softplus

mp.dps = 60
POINTS = ["-30.25", "-4.5", "-1.75", "-0.3", "0.2", "0.8", "2.25", "7.5"]


def squared_nonlinearity(x):
    if abs(x) > 2:
        return q(1) if x > 0 else q(-1)
    return x - x * abs(x) / 4


DEFINITIONS = {
    # Between 0 and 1.
    "sigmoid": lambda x: exp(x) / (exp(x) + 1),
    "hard_sigmoid": lambda x: clip(x + 3, 0, 6) / 6,
    "hard_sigmoid_02": lambda x: max(q(0), min(q(1), d("0.2") * x + q(1, 2))),
    "sparse_sigmoid": lambda x: clip(x + 1, 0, 2) / 2,
    "probit": lambda x: (1 + erf(x / sqrt(2))) / 2,
    "cloglog": lambda x: 1 - exp(-exp(x)),
    "elliott": lambda x: x / (2 * (1 + abs(x))) + q(1, 2),
    # Bounded and odd.
    "tanh": lambda x: (exp(x) - exp(-x)) / (exp(x) + exp(-x)),
    "bipolar_sigmoid": lambda x: 2 * sigma(x) - 1,
    "lecun_tanh": lambda x: d("1.7159") * tanh(d("0.6666666666666666") * x),
    "hard_tanh": lambda x: clip(x, -1, 1),
    "softsign": lambda x: x / (1 + abs(x)),
    "arctan": atan,
    "isru": lambda x: x / sqrt(1 + x**2),
    "erf_act": erf,
    "sqnl": squared_nonlinearity,
    # Rectifiers.
    "relu": lambda x: max(q(0), x),
    "relu6": lambda x: min(max(q(0), x), q(6)),
    "squared_relu": lambda x: max(q(0), x) ** 2,
    "leaky_relu": lambda x: max(q(0), x) + d("0.01") * min(q(0), x),
    "prelu": lambda x: max(q(0), x) + q(1, 4) * min(q(0), x),
    "rrelu": lambda x: max(q(0), x) + (d("0.125") + d("0.3333333333333333")) / 2 * min(q(0), x),
    "thresholded_relu": lambda x: x if x > 1 else q(0),
    "threshold": lambda x: x if x > 1 else q(-1),
    "vrelu": abs,
    "s_shaped_relu": lambda x: 1 + (x - 1) / 2 if x >= 1 else x if x > 0 else d("0.2") * x,
    # Smooth rectifiers.
    "softplus": softplus,
    "softplus_beta": lambda x: log(1 + exp(1 * x)) / 1,
    "log_sigmoid": lambda x: log(sigma(x)),
    "squareplus": lambda x: (x + sqrt(x**2 + 4)) / 2,
    "sparse_plus": lambda x: q(0) if x <= -1 else x if x >= 1 else (x + 1) ** 2 / 4,
    "bent_identity": lambda x: (sqrt(x**2 + 1) - 1) / 2 + x,
    # Exponential linear units.
    "elu": elu,
    "celu": lambda x: max(q(0), x) + min(q(0), exp(min(x, q(0))) - 1),
    "selu": lambda x: d("1.0507009873554804934193349852946") * elu(x, d("1.6732632423543772848170429916717")),
    "pelu": elu,
    "isrlu": lambda x: x if x >= 0 else x / sqrt(1 + x**2),
    "soft_exponential": lambda x: 10 * (exp(x / 10) - 1) + d("0.1"),
    # Gated.
    "silu": lambda x: x / (1 + exp(-x)),
    "swish": lambda x: x / (1 + exp(-x)),
    "e_swish": lambda x: q(3, 2) * x * sigma(x),
    "hard_swish": lambda x: x * clip(x + 3, 0, 6) / 6,
    "gelu": gelu,
    "gelu_tanh": lambda x: x / 2 * (1 + tanh(sqrt(2 / pi) * (x + d("0.044715") * x**3))),
    "quick_gelu": lambda x: x * sigma(d("1.702") * x),
    "golu": lambda x: x * exp(-exp(-x)),
    "mish": lambda x: x * tanh(softplus(x)),
    "hard_mish": lambda x: x / 2 * clip(x + 2, 0, 2),
    "serf": lambda x: x * erf(log(1 + exp(x))),
    "tanhexp": lambda x: x * tanh(exp(x)),
    "logish": lambda x: x * log(1 + sigma(x)),
    "smish": lambda x: x * tanh(log(1 + sigma(x))),
    "phish": lambda x: x * tanh(gelu(x)),
    "lisht": lambda x: x * tanh(x),
    "elish": lambda x: x / (1 + exp(-x)) if x >= 0 else (exp(x) - 1) / (1 + exp(-x)),
    # Shrinkage.
    "hardshrink": lambda x: x if x > q(1, 2) or x < q(-1, 2) else q(0),
    "softshrink": lambda x: max(abs(x) - q(1, 2), 0) * (1 if x > 0 else -1),
    "shrink": lambda x: x if abs(x) > q(1, 2) else q(0),
    "tanhshrink": lambda x: x - tanh(x),
    # Bumps and waves.
    "gaussian": lambda x: exp(-(x**2)),
    "sinc": lambda x: sin(x) / x,
    "sine": sin,
    "cosine": cos,
    "snake": lambda x: x + sin(x) ** 2,
    "gcu": lambda x: x * cos(x),
    # Elementary.
    "identity": lambda x: x,
    "binary_step": lambda x: q(1) if x >= 0 else q(0),
    "bipolar_step": lambda x: q(1) if x >= 0 else q(-1),
    "sign": lambda x: q(1) if x > 0 else q(-1),
    "square": lambda x: x * x,
    "cube": lambda x: x * x * x,
    "exponential": exp,
    "asinh_act": lambda x: log(x + sqrt(x**2 + 1)),
    "symlog": lambda x: log(abs(x) + 1) * (1 if x > 0 else -1),
}


def main():
    print("# Made by make_reference_values.py; do not edit.")
    points = definitions_s_curves.POINTS
    added = [definitions_gated, definitions_s_curves, definitions_rectifiers]
    everything = DEFINITIONS | {name: f for module in added for name, f in module.DEFINITIONS.items()}
    for name, function in everything.items():
        for text in points.get(name, POINTS):
            x = mpf(float(text))
            slope = diff(function, x, h=mpf(10) ** -20, method="step")
            print(name, text, nstr(function(x), 17), nstr(slope if abs(slope) > mpf(10) ** -35 else mpf(0), 17))


if __name__ == "__main__":
    main()
