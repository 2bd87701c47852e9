"""Layers as https://docs.pytorch.org/docs/stable/nn.html defines them; calling one applies it."""

import math

import numpy as np

from .. import _vectors, special
from . import functional


def _layer(function, **defaults):
    def make(**given):
        unknown = set(given) - set(defaults)
        if unknown:
            raise TypeError(f"unknown arguments {unknown}")
        arguments = {**defaults, **given}
        return lambda x: function(x, **arguments)

    return make


def _gelu(x, approximate):
    if approximate == "none":
        return x * special.ndtr(x)
    return x * functional.sigmoid(2 * math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))


def _selu(x):
    alpha, scale = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
    return scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


CELU = _layer(lambda x, alpha: np.maximum(x, 0) + np.minimum(alpha * np.expm1(np.minimum(x, 0) / alpha), 0), alpha=1.0)
ELU = _layer(lambda x, alpha: np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))), alpha=1.0)
GELU = _layer(_gelu, approximate="none")
GLU = _layer(functional.glu, dim=-1)
Hardshrink = _layer(lambda x, lambd: np.where(np.abs(x) > lambd, x, 0), lambd=0.5)
Hardsigmoid = _layer(lambda x: np.clip(x / 6 + 0.5, 0, 1))
Hardswish = _layer(lambda x: x * np.clip(x + 3, 0, 6) / 6)
Hardtanh = _layer(lambda x, min_val, max_val: np.clip(x, min_val, max_val), min_val=-1.0, max_val=1.0)
Identity = _layer(lambda x: x)
LeakyReLU = _layer(lambda x, negative_slope: np.where(x >= 0, x, negative_slope * x), negative_slope=0.01)
LogSigmoid = _layer(functional.logsigmoid)
LogSoftmax = _layer(_vectors.log_softmax, dim=None)
Mish = _layer(lambda x: x * np.tanh(np.logaddexp(0, x)))
PReLU = _layer(lambda x, init: np.where(x >= 0, x, init * x), init=0.25)
ReLU = _layer(functional.relu)
ReLU6 = _layer(lambda x: np.clip(x, 0, 6))
SELU = _layer(_selu)
SiLU = _layer(lambda x: x * functional.sigmoid(x))
Sigmoid = _layer(functional.sigmoid)
Softmax = _layer(_vectors.softmax, dim=None)
Softmin = _layer(lambda x, dim: _vectors.softmax(-x, dim), dim=None)
Softplus = _layer(functional.softplus, beta=1.0, threshold=20.0)
Softshrink = _layer(lambda x, lambd: np.sign(x) * np.maximum(np.abs(x) - lambd, 0), lambd=0.5)
Softsign = _layer(lambda x: x / (1 + np.abs(x)))
Tanh = _layer(np.tanh)
Tanhshrink = _layer(lambda x: x - np.tanh(x))
Threshold = _layer(lambda x, threshold, value: np.where(x > threshold, x, value), threshold=None, value=None)
