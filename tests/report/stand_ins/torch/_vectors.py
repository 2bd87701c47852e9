"""What acts along a dimension. Signatures: https://docs.pytorch.org/docs/stable/torch.html"""

from collections import namedtuple

import numpy as np

from ._tensor import Tensor, require

_Sorted = namedtuple("sort", ["values", "indices"])


def amax(input, dim, keepdim=False):
    require(input)
    return np.max(input, axis=dim, keepdims=keepdim)


def amin(input, dim, keepdim=False):
    require(input)
    return np.min(input, axis=dim, keepdims=keepdim)


def arange(start, end, device=None):
    return np.arange(start, end).view(Tensor)


def argmax(input, dim=None):
    require(input)
    return np.argmax(input, axis=dim).view(Tensor)


def argsort(input, dim=-1, descending=False, stable=False):
    require(input)
    return np.argsort(-input if descending else input, axis=dim, kind="stable" if stable else None).view(Tensor)


def cat(tensors, dim=0):
    require(*tensors)
    return np.concatenate(tensors, axis=dim)


def log_softmax(input, dim):
    return input - logsumexp(input, dim, keepdim=True)


def logsumexp(input, dim, keepdim=False):
    m = amax(input, dim, keepdim=True)
    total = m + np.log(np.sum(np.exp(input - m), axis=dim, keepdims=True))
    return total if keepdim else np.squeeze(total, axis=dim)


def mean(input, dim, keepdim=False):
    require(input)
    return np.mean(input, axis=dim, keepdims=keepdim)


def softmax(input, dim):
    return np.exp(log_softmax(input, dim))


def sort(input, dim=-1, descending=False, stable=False):
    places = argsort(input, dim, descending, stable)
    return _Sorted(np.take_along_axis(input, places, axis=dim), places)


def sum(input, dim, keepdim=False):
    require(input)
    return np.sum(input, axis=dim, keepdims=keepdim)


def tensor(data):
    return np.array(data, dtype=float).view(Tensor)
