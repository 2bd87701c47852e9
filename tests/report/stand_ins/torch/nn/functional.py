"""The defaults are those of https://docs.pytorch.org/docs/stable/nn.functional.html"""

import numpy as np

from .._tensor import require


def sigmoid(input):
    require(input)
    e = np.exp(-np.abs(input))
    return np.where(input >= 0, 1, e) / (1 + e)


def logsigmoid(input):
    require(input)
    return -np.logaddexp(0, -input)


def relu(input):
    require(input)
    return np.maximum(input, 0)


def softplus(input, beta=1, threshold=20):
    require(input)
    scaled = input * beta
    return np.where(scaled > threshold, input, np.log1p(np.exp(np.minimum(scaled, threshold))) / beta)
