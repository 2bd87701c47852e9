"""usage: run_vector_snippets.py FOLDER [STAND_INS]

Imports every NAME.py of the folder and computes its functions at the vectors in NAME.points, one "function x,x,..." a line:
all vectors of one length at once, along the last of three axes. Prints "NAME function x,x,... y,y,..." for each.
"""

import sys

import numpy as np
from snippet_modules import complain, modules


def written(vector):
    return ",".join(float(x).hex() for x in vector)


for name, module, lines in modules(sys.argv[1:]):
    groups = {}
    for line in lines:
        function, x = line.split()
        vector = [float.fromhex(word) for word in x.split(",")]
        groups.setdefault((function, len(vector)), []).append(vector)
    for (function, size), vectors in groups.items():
        tensor = getattr(sys.modules.get("torch"), "tensor", np.array)
        x = tensor(vectors).reshape(1, len(vectors), size)
        try:
            with np.errstate(all="ignore"):
                values = getattr(module, function)(x)
        except Exception as error:
            complain(f"{name} {function}", error)
            continue
        if values.shape[:2] != x.shape[:2] or values.ndim != 3 or values.dtype != x.dtype:
            print(f"{name} {function}: {values.dtype} {values.shape}", file=sys.stderr)
            continue
        for vector, value in zip(x[0], values[0]):
            print(name, function, written(vector), written(value))
