"""Writes relatives.txt: how far apart pairs of activation functions are, for the tests of analysis/relatives.

Usage: python3 make_relatives_table.py [OUTPUT]   (needs Python alone)

"FORMULA; FORMULA; GAP; X; DISTANCE": the largest |f - g| on [-5, 5], a place where it is found, and sqrt(E (f - g)^2) for x ~ N(0, 1).
The gap is the largest on a grid of 1/40000; the average comes from Simpson's rule with steps of 1/4000 on [-12, 0] and [0, 12]. The
functions are typed here once more, with the C library's functions, next to the formulas that the program reads.
"""
import math
import sys
from pathlib import Path


def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


FUNCTIONS = {
    "x*normal_cdf(x)": lambda x: x * 0.5 * math.erfc(-x / math.sqrt(2)),
    "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))":
        lambda x: 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "x*sigmoid(1.702*x)": lambda x: x * sigmoid(1.702 * x),
    "x*sigmoid(x)": lambda x: x * sigmoid(x),
    "x*clamp(x/6 + 0.5, 0, 1)": lambda x: x * min(max(x / 6 + 0.5, 0), 1),
    "x*tanh(softplus(x))": lambda x: x * math.tanh(math.log1p(math.exp(x))),
    "relu(x)": lambda x: max(x, 0.0),
    "softplus(x)": lambda x: math.log1p(math.exp(x)),
    "if(x > 0, x, expm1(x))": lambda x: x if x > 0 else math.expm1(x),
    "tanh(x)": math.tanh,
    "erf(x)": math.erf,
    "clamp(x, -1, 1)": lambda x: min(max(x, -1.0), 1.0),
    "sin(x)": math.sin,
    "if(x >= 0, 1, 0)": lambda x: 1.0 if x >= 0 else 0.0,
    "sigmoid(x)": sigmoid,
}
PAIRS = [
    ("x*normal_cdf(x)", "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))"), ("x*normal_cdf(x)", "x*sigmoid(1.702*x)"),
    ("x*sigmoid(x)", "x*clamp(x/6 + 0.5, 0, 1)"), ("x*sigmoid(x)", "x*tanh(softplus(x))"), ("relu(x)", "softplus(x)"),
    ("relu(x)", "if(x > 0, x, expm1(x))"), ("tanh(x)", "erf(x)"), ("tanh(x)", "clamp(x, -1, 1)"), ("tanh(x)", "sin(x)"),
    ("if(x >= 0, 1, 0)", "sigmoid(x)"),
]


def largest_gap(f, g):
    steps = 400000
    return max((abs(f(x) - g(x)), x) for x in (-5 + 10 * i / steps for i in range(steps + 1)))


def simpson(value, low, high, steps):
    width = (high - low) / steps
    inner = math.fsum((4 if i % 2 else 2) * value(low + i * width) for i in range(1, steps))
    return (value(low) + inner + value(high)) * width / 3


def distance(f, g):
    def value(x):
        return (f(x) - g(x)) ** 2 * math.exp(-x * x / 2) / math.sqrt(2 * math.pi)
    return math.sqrt(simpson(value, -12, -1e-12, 48000) + simpson(value, 0, 12, 48000))


def main():
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("relatives.txt")
    lines = ["# Made by make_relatives_table.py; do not edit."]
    for first, second in PAIRS:
        f, g = FUNCTIONS[first], FUNCTIONS[second]
        gap, x = largest_gap(f, g)
        lines.append("; ".join([first, second, f"{gap:.12g}", f"{x:.6g}", f"{distance(f, g):.12g}"]))
    output.write_text("\n".join(lines) + "\n")


main()
