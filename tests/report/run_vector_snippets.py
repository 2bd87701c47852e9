"""usage: run_vector_snippets.py FOLDER [STAND_INS]

Imports every NAME.py of the folder and computes its functions at the vectors in NAME.points, one "function x,x,..." a line:
all vectors of one length at once, along the last of three axes. Prints "NAME function x,x,... y,y,..." for each.
"""

import importlib
import pathlib
import sys

import numpy as np

folder = pathlib.Path(sys.argv[1])
sys.path[:0] = [str(folder), *sys.argv[2:]]


def written(vector):
    return ",".join(float(x).hex() for x in vector)


for points in sorted(folder.glob("*.points")):
    try:
        module = importlib.import_module(points.stem)
    except Exception as error:
        print(f"{points.stem}: {type(error).__name__}: {error}", file=sys.stderr)
        continue
    groups = {}
    for line in points.read_text().splitlines():
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
            print(f"{points.stem} {function}: {type(error).__name__}: {error}", file=sys.stderr)
            continue
        if values.shape[:2] != x.shape[:2] or values.ndim != 3 or values.dtype != x.dtype:
            print(f"{points.stem} {function}: {values.dtype} {values.shape}", file=sys.stderr)
            continue
        for vector, value in zip(x[0], values[0]):
            print(points.stem, function, written(vector), written(value))
