"""See ../README.md. Signatures: https://docs.pytorch.org/docs/stable/torch.html"""

import numpy as _np

from . import linalg, nn, special
from ._tensor import elementwise as _elementwise, is_tensor as _is_tensor, require as _require
from ._vectors import amax, amin, arange, argmax, argsort, cat, log_softmax, logsumexp, mean, softmax, sort, sum, tensor
from .special import erf, erfc

abs = _elementwise(_np.abs)
asinh = _elementwise(_np.arcsinh)
atan = _elementwise(_np.arctan)
cos = _elementwise(_np.cos)
cosh = _elementwise(_np.cosh)
exp = _elementwise(_np.exp)
expm1 = _elementwise(_np.expm1)
floor = _elementwise(_np.floor)
log = _elementwise(_np.log)
log1p = _elementwise(_np.log1p)
sigmoid = nn.functional.sigmoid
sign = _elementwise(_np.sign)
sin = _elementwise(_np.sin)
sinc = _elementwise(_np.sinc)
sinh = _elementwise(_np.sinh)
sqrt = _elementwise(_np.sqrt)
tan = _elementwise(_np.tan)
tanh = _elementwise(_np.tanh)


def as_tensor(data):
    return _np.asarray(data, dtype=float)


def clamp(input, min=None, max=None):
    _require(input)
    if _is_tensor(min) != _is_tensor(max) and min is not None and max is not None:
        raise TypeError("clamp() takes two numbers or two tensors")
    return _np.clip(input, min, max)


def full_like(input, fill_value):
    _require(input)
    if _is_tensor(fill_value):
        raise TypeError("full_like(): fill_value must be a number")
    return _np.full_like(input, fill_value)


def heaviside(input, values):
    _require(input, values)
    return _np.heaviside(input, values)


def maximum(input, other):
    _require(input, other)
    return _np.maximum(input, other)


def minimum(input, other):
    _require(input, other)
    return _np.minimum(input, other)


def ones_like(input):
    _require(input)
    return _np.ones_like(input)


def where(condition, input, other):
    _require(condition)
    if condition.dtype != bool:
        raise TypeError("where(): condition must be a tensor of bools")
    if not _is_tensor(input) and not _is_tensor(other):
        raise TypeError("where() with two numbers gives the default dtype, not that of x")
    return _np.where(condition, input, other)


def zeros_like(input):
    _require(input)
    return _np.zeros_like(input)
