from numpy import (abs, arange, arcsinh, arctan, argmax, clip, concatenate, cos, cosh, exp, expm1, floor, full_like,
                   heaviside, linalg, log, log1p, max, maximum, mean, min, minimum, ones_like, pi, sign, sin, sinc,
                   sinh, sort, sqrt, sum, tan, tanh, where, zeros_like)

import numpy as _np


def argsort(a, axis=-1, *, stable=True):
    return _np.argsort(a, axis=axis, kind="stable" if stable else None)
