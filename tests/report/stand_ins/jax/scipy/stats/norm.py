import math

import numpy as np


def pdf(x, loc=0, scale=1):
    y = (x - loc) / scale
    return np.exp(-(y**2) / 2) / (scale * math.sqrt(2 * math.pi))
