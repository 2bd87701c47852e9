"""Writes activations.txt: exact values and slopes of the catalogue's activations, for tests/catalogue/accuracy_test.cpp.

Usage: python3 make_catalogue_table.py [CATALOGUE [OUTPUT]]   (needs mpmath and Python 3.11)

A line "activation ID" opens a section, followed by "formula TEXT" and "parameters NAME=VALUE ...". Each further line holds x, then for
the value and for the slope: the double nearest to the exact one, how far the exact one lies above it in hundredths of an ulp, the
amplification of rounding errors, and the size of the largest term near a zero (both explained in jets.py; 0 away from zeros for the
functions of the group @common, whose formulas are held to full relative accuracy there; published formulas of rarer ones often
subtract terms of a size, and are held to that size everywhere). Doubles
are written as the hexadecimal digits of their bits. Where there is no slope, "-" stands for all of it.
"""
import math
import sys
import tomllib
from pathlib import Path

from mpmath import mp, mpf

import jets
import language
from doubles import bits, rounded

MAGNITUDES = [1e-300, 1e-6, 1e-3, 0.1, 0.3, 0.75, 1.0, 1.7, 2.4, 3.0, 3.3, 4.9, 6.0, 7.3, 9.7, 15.3, 20.0, 30.0, 37.4, 40.0, 88.8, 103.9,
              333.3, 708.5, 709.79, 744.0, 1e4, 1e6]
POINTS = sorted([-m for m in MAGNITUDES] + [0.0] + MAGNITUDES)


def catalogue(folder):
    """(id, formula, parameters) of every activation, files by name."""
    for path in sorted(Path(folder).glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("activation", []):
            yield entry["id"], entry["formula"], {p["name"]: p["default"] for p in entry.get("parameters", [])}


def common(folder):
    """The ids of the group @common."""
    groups = tomllib.loads((Path(folder) / "frameworks.toml").read_text(encoding="utf-8"))["group"]
    return set(next(group["members"] for group in groups if group["id"] == "common"))


def near_zero(jet_at, x):
    """Whether a function, given as its (value, slope) at any point, has a zero so close to x that the terms of a sum must cancel there:
    one within |x|/4 at which it changes sign or which it touches, or one at 0 of a higher order, near which it is a power of x.
    A tail that decays, however small, has no zero; and near a simple zero at 0 full relative precision is asked for, as x has it.
    Beside a zero that is near 0 without being there x is small, but what cancels is not: one within 1/8 counts."""
    value, slope = jet_at(mpf(x))
    if value == 0 or slope == 0 or not mp.isfinite(value) or not mp.isfinite(slope):
        return False
    step = value / slope
    if abs(x) < 0.5 and abs(step) <= 0.125 and jet_at(mpf(0))[0] != 0 and jet_at(x - 2 * step)[0] * value < 0:
        return True
    if x == 0:
        return False
    if abs(step) <= abs(x) / 4:
        return any(jet_at(x + side * 2 * step)[0] * value < 0 for side in (-1, 1)) or touches_zero(jet_at, x)
    order, half = abs(x / step), jet_at(mpf(x) / 2)[0]
    return order > 1.5 and half != 0 and jet_at(mpf(0))[0] == 0 and abs(value / half / 2 ** order - 1) < 0.5


def touches_zero(jet_at, x):
    """Whether Newton's method for double zeros finds one within |x|/4."""
    first = abs(jet_at(mpf(x))[0])
    at = mpf(x)
    for _ in range(8):
        value, slope = jet_at(at)
        if value == 0:
            break
        if slope == 0:
            return False
        at -= 2 * value / slope
        if abs(at - x) > abs(x) / 4:
            return False
    return abs(jet_at(at)[0]) < first * mpf(10) ** -20


def column(exact, part, is_near_zero):
    nearest, above = rounded(exact)
    amplified = float(min(part.amplified, mpf(10) ** 15))
    scale = float(min(part.scale, mpf(10) ** 308)) if is_near_zero else 0
    return f"{bits(nearest)} {above} {amplified:.3g} {scale:.2e}"


def line(tree, x, cancels):
    """`cancels`: whether terms may cancel anywhere, not only near zeros."""
    def value_at(t):
        jet = jets.evaluate(tree, t)
        return jet.v, jet.d

    def slope_at(t):
        jet = jets.evaluate(tree, t)
        return jet.d, jet.dd

    try:
        jet = jets.evaluate(tree, mpf(x))
    except ZeroDivisionError:
        return None
    if mp.isnan(jet.v):
        return None
    value = column(jet.v, jet.value, cancels or near_zero(value_at, x))
    slope = "-"
    if not jet.kink and not mp.isnan(jet.d):
        slope = column(jet.d, jet.slope, cancels or near_zero(slope_at, x))
    return f"{bits(x)} {value} {slope}"


def main(folder=None, output=None):
    root = Path(__file__).resolve().parents[2]
    folder = folder or root / "config" / "catalogue"
    exact_everywhere = common(folder)
    lines = ["# Made by make_catalogue_table.py; do not edit."]
    for name, formula, parameters in catalogue(folder):
        tree = language.parse(formula, parameters)
        lines.append(f"activation {name}")
        lines.append(f"formula {formula}")
        lines.append(" ".join(["parameters"] + [f"{key}={float(value)!r}" for key, value in parameters.items()]))
        lines += [text for text in (line(tree, x, name not in exact_everywhere) for x in POINTS) if text]
    Path(output or Path(__file__).parent / "activations.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
