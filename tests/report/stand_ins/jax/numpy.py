from numpy import (abs, arcsinh, arctan, clip, cos, cosh, exp, expm1, floor, full_like, heaviside, log, log1p, maximum,
                   minimum, ones_like, pi, sign, sin, sinc, sinh, sqrt, tan, tanh, where, zeros_like)
