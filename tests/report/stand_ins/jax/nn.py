"""Defaults and definitions: https://docs.jax.dev/en/latest/jax.nn.html"""

import math

import numpy as np

from .scipy.special import ndtr


def celu(x, alpha=1.0):
    return np.maximum(x, 0) + alpha * np.expm1(np.minimum(x, 0) / alpha)


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def gelu(x, approximate=True):
    if not approximate:
        return x * ndtr(x)
    return x * sigmoid(2 * math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))


def glu(x, axis=-1):
    a, b = np.split(x, 2, axis=axis)
    return a * sigmoid(b)


def hard_sigmoid(x):
    return np.clip(x + 3, 0, 6) / 6


def hard_silu(x):
    return x * hard_sigmoid(x)


def hard_tanh(x):
    return np.clip(x, -1, 1)


def identity(x):
    return x


def leaky_relu(x, negative_slope=0.01):
    return np.where(x >= 0, x, negative_slope * x)


def log_sigmoid(x):
    return -softplus(-x)


def log_softmax(x, axis=-1):
    return x - logsumexp(x, axis=axis, keepdims=True)


def logsumexp(a, axis=None, b=None, keepdims=False):
    m = np.max(a, axis=axis, keepdims=True)
    total = m + np.log(np.sum(np.exp(a - m), axis=axis, keepdims=True))
    return total if keepdims else np.squeeze(total, axis=axis)


def mish(x):
    return x * np.tanh(softplus(x))


def relu(x):
    return np.maximum(x, 0)


def relu6(x):
    return np.clip(x, 0, 6)


def selu(x):
    alpha, scale = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
    return scale * elu(x, alpha)


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def silu(x):
    return x * sigmoid(x)


def soft_sign(x):
    return x / (np.abs(x) + 1)


def softmax(x, axis=-1):
    return np.exp(log_softmax(x, axis=axis))


def softplus(x):
    return np.logaddexp(x, 0)


def sparse_plus(x):
    return np.where(x <= -1, 0, np.where(x >= 1, x, (x + 1) ** 2 / 4))


def sparse_sigmoid(x):
    return 0.5 * np.clip(x + 1, 0, 2)


def squareplus(x, b=4):
    return (x + np.sqrt(x**2 + b)) / 2


def tanh(x):
    return np.tanh(x)
