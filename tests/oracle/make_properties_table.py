"""Writes properties.txt: what the catalogue's activations are like, for tests/analysis/properties_values_test.cpp.

Usage: python3 make_properties_table.py [CATALOGUE [OUTPUT]]   (needs mpmath and Python 3.11)

Every formula is looked at in cells of a 16th between -32 and 32, whose ends are approached from inside, and far out; within a cell one zero
at most of f, f', f'' and of the other functions asked about is expected, where the sign changes, and found by bisection with 50 digits. This
shares no method and no code with the program, which proves its numbers by interval arithmetic. Functions that oscillate for ever are left out.

A line is: ID QUANTITY VALUES. Infinite values are inf and -inf; an empty list is "-".
"""
import sys
from pathlib import Path

from mpmath import mp, mpf, nstr

import jets
import language
from make_catalogue_table import catalogue

mp.dps = 50
ENDLESS = {"sine", "cosine", "snake", "gcu", "sinc"}
STEP = mpf(1) / 16
CELLS = 512
INSIDE = mpf(10) ** -38
NOISE = mpf(10) ** -25
THRESHOLDS = [0.01, 0.001, 0.000001]


def bisect(g, a, b):
    """Where g changes sign between a and b."""
    below = g(a) < 0
    while b - a > mpf(10) ** -30 * max(1, abs(a)):
        middle = (a + b) / 2
        if (g(middle) < 0) == below:
            a = middle
        else:
            b = middle
    return (a + b) / 2


class Study:
    def __init__(self, tree):
        self.tree = tree
        grid = [STEP * k for k in range(-CELLS, CELLS + 1)]
        self.cells = [(a + INSIDE, b - INSIDE) for a, b in zip(grid, grid[1:])]
        self.points = grid[1:-1]
        self.known = {}
        self.far = [self.distance(side) for side in (-1, 1)]

    def jet(self, x):
        if x not in self.known:
            jet = jets.evaluate(self.tree, x)
            self.known[x] = (jet.v, jet.d, jet.dd)
        return self.known[x]

    def f(self, x):
        return self.jet(x)[0]

    def slope(self, x):
        return self.jet(x)[1]

    def bend(self, x):
        return self.jet(x)[2]

    def distance(self, side):
        """As far out as mpmath can go: there functions have reached their limits."""
        for power in (24, 12, 4, 3):
            x = side * mpf(10) ** power
            try:
                if all(mp.isfinite(part) for part in self.jet(x)):
                    return x
            except (OverflowError, ValueError, ZeroDivisionError):
                pass
        raise ValueError("no value far out")

    def crossings(self, g):
        """Isolated zeros at which the sign changes, in cells or at their ends."""
        found = [bisect(g, a, b) for a, b in self.cells if g(a) * g(b) < 0]
        for x in self.points:
            if g(x - INSIDE) * g(x + INSIDE) < 0:
                found.append(x)
        return sorted(found)

    def bounds(self, g, derivative, limits):
        """Infimum and supremum of g, from its values at the ends of cells, where its derivative vanishes, and far out."""
        values = [g(x) for cell in self.cells for x in cell] + limits
        values += [g(bisect(derivative, a, b)) for a, b in self.cells if derivative(a) * derivative(b) < 0]
        return min(values), max(values)

    def limits(self, g):
        """Far out; what is still growing there goes on to infinity."""
        found = []
        for x in self.far:
            value, nearer = g(x), g(x / 16)
            grows = abs(value - nearer) > mpf(10) ** -2 * max(1, abs(nearer)) if abs(x) > 1e5 else abs(value) > 1e50
            found.append(mp.inf * mp.sign(value) if grows else mp.nint(value * 10 ** 22) / 10 ** 22)
        return found

    def saturation(self, threshold, side):
        """From where on |f'| < threshold; none if it does not end below."""
        far = self.far[0 if side < 0 else 1]
        below = lambda x: abs(self.slope(x)) < threshold
        if not below(far):
            return None
        outer = far
        while abs(outer) > 32 and below(outer / 2):
            outer /= 2
        if abs(outer) > 32:
            return bisect(lambda x: abs(self.slope(x)) - mpf(threshold), min(outer / 2, outer), max(outer / 2, outer))
        cells = self.cells if side < 0 else self.cells[::-1]
        for a, b in cells:
            first, second = (a, b) if side < 0 else (b, a)
            if not below(first):
                return first
            if not below(second):
                return bisect(lambda x: abs(self.slope(x)) - mpf(threshold), a, b)
            jump = abs(self.f(second) - self.f(second - side * 2 * INSIDE)) > NOISE
            if jump:
                return second
        return -side * mp.inf


def isolated(g, study):
    """Zeros that are no part of an interval of them: those where the sign changes and those only touched at the end of a cell."""
    touched = [x for x in study.points
               if g(x) == 0 and all(abs(g(x + side * STEP / 3)) > 0 for side in (-1, 1)) and all(abs(g(x + side * STEP / 999)) > 0 for side in (-1, 1))]
    found = study.crossings(g) + touched
    found.sort()
    kept = [x for i, x in enumerate(found) if i == 0 or x - found[i - 1] > NOISE]
    # A jump across the level is no zero.
    return [x for x in kept if abs(g(x)) < NOISE]


def text(values):
    return " ".join("inf" if v == mp.inf else "-inf" if v == -mp.inf else nstr(mp.nint(v * 10 ** 35) / 10 ** 35, 22, strip_zeros=True) for v in values) or "-"


def lines(name, tree):
    study = Study(tree)
    yield "range", study.bounds(study.f, study.slope, study.limits(study.f))
    yield "slope", study.bounds(study.slope, study.bend, study.limits(study.slope))
    yield "zeros", isolated(study.f, study)
    yield "fixed_points", isolated(lambda x: study.f(x) - x, study)
    yield "stationary", [x for x in study.crossings(study.slope) if abs(study.f(x + 2 * INSIDE) - study.f(x - 2 * INSIDE)) < NOISE]
    for threshold in THRESHOLDS:
        ends = [study.saturation(threshold, side) for side in (-1, 1)]
        yield f"saturation_{threshold:g}", [mp.nan if end is None else end for end in ends]


def main(folder=None, output=None):
    root = Path(__file__).resolve().parents[2]
    rows = ["# Made by make_properties_table.py; do not edit."]
    for name, formula, parameters in catalogue(folder or root / "config" / "catalogue"):
        if name in ENDLESS:
            continue
        for quantity, values in lines(name, language.parse(formula, parameters)):
            rows.append(f"{name} {quantity} {text(values)}")
    Path(output or Path(__file__).parent / "properties.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
