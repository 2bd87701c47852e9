"""usage: run_snippets.py FOLDER [STAND_INS]

Imports every NAME.py of the folder and computes its functions at the points in NAME.points, one "function x" a line:
prints "NAME function x value" for each. Warnings are errors, except those that come with the value where the
line ends in "inf" or "nan".
"""

import sys
import warnings

import numpy as np
from snippet_modules import complain, modules

IGNORED = {"": [], "inf": ["over", "divide"], "nan": ["divide", "invalid"]}

warnings.simplefilter("error")

for name, module, lines in modules(sys.argv[1:]):
    groups = {ending: {} for ending in IGNORED}
    for line in lines:
        function, x, *end = line.split()
        groups[end[0] if end else ""].setdefault(function, []).append(float.fromhex(x))
    for ending, group in groups.items():
        for function, arguments in group.items():
            x = np.array(arguments)
            with np.errstate(**{kind: "ignore" for kind in IGNORED[ending]}):
                try:
                    values = getattr(module, function)(x)
                except Exception as error:
                    complain(f"{name} {function}", error)
                    continue
            if values.shape != x.shape or values.dtype != x.dtype:
                print(f"{name} {function}: {values.dtype} {values.shape}", file=sys.stderr)
                continue
            for at, value in zip(x, values):
                print(name, function, float(at).hex(), float(value).hex())
