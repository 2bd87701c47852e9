import math

import numpy as np

from ._tensor import elementwise

erf = elementwise(np.vectorize(math.erf, otypes=[float]))
erfc = elementwise(np.vectorize(math.erfc, otypes=[float]))


def ndtr(input):
    return erfc(-input / math.sqrt(2)) / 2
