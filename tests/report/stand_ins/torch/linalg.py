"""Signatures: https://docs.pytorch.org/docs/stable/linalg.html"""

import numpy as np

from ._tensor import require


def vector_norm(x, ord=2, dim=None, keepdim=False):
    require(x)
    return np.sum(np.abs(x) ** ord, axis=dim, keepdims=keepdim) ** (1 / ord)
