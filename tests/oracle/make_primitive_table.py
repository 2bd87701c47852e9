"""Writes primitives.txt: exact values of the primitives over their whole range, for tests/formula/kernels_test.cpp.

Usage: python3 make_primitive_table.py [POINTS [OUTPUT [NAME...]]]   (needs mpmath)

A line "primitive NAME" opens a section; each further line is x, the double nearest to the exact value (both as the hexadecimal digits of
their bits) and how far the exact value lies above that double, in hundredths of an ulp. sph_bessel1 is sph_bessel(1, x), and so on.
"""
import math
import random
import sys
from pathlib import Path

from mpmath import mpf

import primitives
from doubles import bits, rounded

# name -> list of (low, high) in which the argument is spread by magnitude (negative: that side of 0); the ends reach to where the
# value over- or underflows, and the ranges near a formula's seams occur twice.
WIDE = [(1e-308, 1e-3), (1e-3, 1.0), (1.0, 30.0), (30.0, 1e300), (-1e-308, -1e-3), (-1e-3, -1.0), (-1.0, -30.0), (-30.0, -1e300)]
EXPONENTIAL = [(1e-300, 1e-3), (1e-3, 1.0), (1.0, 36.0), (36.0, 709.78), (-1e-300, -1e-3), (-1e-3, -1.0), (-1.0, -36.0),
               (-36.0, -708.0), (-708.0, -745.2)]
GAUSSIAN = [(1e-300, 1e-3), (1e-3, 0.4), (0.4, 0.6), (0.6, 3.0), (3.0, 26.0), (26.0, 39.0), (-1e-300, -1e-3), (-1e-3, -0.4),
            (-0.4, -0.9), (-0.9, -3.0), (-3.0, -26.0), (-26.0, -39.0)]
TRIGONOMETRIC = [(1e-300, 1e-3), (1e-3, 1.0), (1.0, 10.0), (10.0, 1e6), (-1e-300, -1e-3), (-1e-3, -1.0), (-1.0, -10.0), (-10.0, -1e6)]
POSITIVE = [(5e-324, 1e-300), (1e-300, 1e-3), (1e-3, 0.9), (0.9, 1.1), (1.1, 1e3), (1e3, 1.7e308)]
ABOVE_MINUS_ONE = [(1e-308, 1e-3), (1e-3, 1.0), (1.0, 1e300), (-1e-308, -1e-3), (-1e-3, -0.5), (-0.5, -0.999999)]
RANGES = {
    "exp": EXPONENTIAL, "expm1": EXPONENTIAL, "sigmoid": EXPONENTIAL, "softplus": EXPONENTIAL,
    "log_sigmoid": [(-a, -b) for a, b in EXPONENTIAL],
    "sech": EXPONENTIAL + [(708.0, 745.9)], "sinh": EXPONENTIAL[:-1] + [(709.0, 710.47)], "cosh": EXPONENTIAL[:-1] + [(709.0, 710.47)],
    "tanh": [(1e-308, 1e-3), (1e-3, 1.0), (1.0, 25.0), (-1e-308, -1e-3), (-1e-3, -1.0), (-1.0, -25.0)],
    "erf": [(1e-300, 1e-3), (1e-3, 1.0), (1.0, 6.5), (-1e-300, -1e-3), (-1e-3, -1.0), (-1.0, -6.5)],
    "erfc": GAUSSIAN, "normal_cdf": GAUSSIAN, "normal_pdf": GAUSSIAN,
    "log": POSITIVE, "sqrt": POSITIVE, "log1p": ABOVE_MINUS_ONE, "sqrt1pm1": ABOVE_MINUS_ONE,
    "sin": TRIGONOMETRIC, "cos": TRIGONOMETRIC, "tan": TRIGONOMETRIC, "sinc": TRIGONOMETRIC,
    "atan": WIDE, "asinh": WIDE,
    "sph_bessel1": TRIGONOMETRIC, "sph_bessel2": TRIGONOMETRIC, "sph_bessel3": TRIGONOMETRIC, "sph_bessel7": TRIGONOMETRIC,
}
ENDS = [0.0, 5e-324, -5e-324, 1.0, -1.0, 40.0, -40.0, 38.0, -38.0, 700.0, -700.0, 709.78, -740.0, -744.9, -745.13, -746.0, 1e4, -1e4]


def arguments(ranges, points, generator):
    """Spread by magnitude within each range."""
    yield from ENDS
    for low, high in ranges:
        for _ in range(points // len(ranges)):
            t = generator.random()
            yield math.copysign(math.exp(math.log(abs(low)) * (1 - t) + math.log(abs(high)) * t), low)


def exact(name, x):
    """The exact value, or None outside the function's domain and where nothing is exact (the last digits to overflow)."""
    u = mpf(x)
    if name in ("log", "sqrt") and u <= 0 or name in ("log1p", "sqrt1pm1") and u <= -1:
        return None
    if name.startswith("sph_bessel"):
        return primitives.spherical_bessel(int(name[len("sph_bessel"):]), u)
    return primitives.SMOOTH[name](u)[0]


def main(points=850, output=None, *names):
    output = Path(output or Path(__file__).parent / "primitives.txt")
    lines = ["# Made by make_primitive_table.py; do not edit."]
    for name in names or sorted(RANGES):
        generator = random.Random(name)
        lines.append(f"primitive {name}")
        for x in sorted(set(arguments(RANGES[name], int(points), generator))):
            value = exact(name, x)
            if value is not None:
                nearest, above = rounded(value)
                lines.append(f"{bits(x)} {bits(nearest)} {above}")
    output.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(*sys.argv[1:])
