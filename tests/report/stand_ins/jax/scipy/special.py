import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[float])
erfc = np.vectorize(math.erfc, otypes=[float])


def ndtr(x):
    return erfc(-x / math.sqrt(2)) / 2
