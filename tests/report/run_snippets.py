"""usage: run_snippets.py FOLDER [STAND_INS]

Imports every NAME.py of the folder and computes its functions at the points in NAME.points, one "function x" a line:
prints "NAME function x value" for each. Warnings are errors, except those that come with the value where the
line ends in "inf" or "nan".
"""

import importlib
import pathlib
import sys
import warnings

import numpy as np

IGNORED = {"": [], "inf": ["over", "divide"], "nan": ["divide", "invalid"]}

folder = pathlib.Path(sys.argv[1])
sys.path[:0] = [str(folder), *sys.argv[2:]]
warnings.simplefilter("error")

for points in sorted(folder.glob("*.points")):
    try:
        module = importlib.import_module(points.stem)
    except Exception as error:
        print(f"{points.stem}: {type(error).__name__}: {error}", file=sys.stderr)
        continue
    groups = {ending: {} for ending in IGNORED}
    for line in points.read_text().splitlines():
        function, x, *end = line.split()
        groups[end[0] if end else ""].setdefault(function, []).append(float.fromhex(x))
    for ending, group in groups.items():
        for function, arguments in group.items():
            x = np.array(arguments)
            with np.errstate(**{kind: "ignore" for kind in IGNORED[ending]}):
                try:
                    values = getattr(module, function)(x)
                except Exception as error:
                    print(f"{points.stem} {function}: {type(error).__name__}: {error}", file=sys.stderr)
                    continue
            if values.shape != x.shape or values.dtype != x.dtype:
                print(f"{points.stem} {function}: {values.dtype} {values.shape}", file=sys.stderr)
                continue
            for at, value in zip(x, values):
                print(points.stem, function, float(at).hex(), float(value).hex())
