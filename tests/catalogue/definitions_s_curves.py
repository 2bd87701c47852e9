"""Definitions for make_reference_values.py: steps, powers and growth, S-curves with parameters, in pieces or made of quotients, gates
with a sum, chaotic maps. Each is written as papers print it, at the catalogue's defaults, however it loses digits: mpmath has enough.
"""
from mpmath import atan, cosh, erf, exp, inf, log, mpf, pi, quad, sin, sinh, sqrt, tanh

HALF = mpf(1) / 2


def logistic(x):
    return 1 / (1 + exp(-x))


def bipolar(x):
    return (1 - exp(-x)) / (1 + exp(-x))


def side(x):
    return 1 if x > 0 else -1


def rational_tanh(x):
    y = 2 * x / 3
    return mpf(1.7159) * side(y) * (1 - 1 / (1 + abs(y) + y**2 + mpf(1.41645) * y**4))


def smoothstep(x):
    return mpf(0) if x <= -1 else mpf(1) if x >= 1 else -2 * x**3 / 8 + 3 * x / 4 + HALF


def square_sigmoid(x):
    return (1 + side(x)) * HALF if abs(x) > 2 else HALF * (x - side(x) * x**2 / 4) + HALF


def improved_sigmoid(x):
    return logistic(x) if abs(x) < 2 else logistic(mpf(2) * side(x)) + mpf(0.1) * (x - 2 * side(x))


def tanh_with_lines(x):
    return tanh(x) if abs(x) < 1 else side(x) * (tanh(mpf(1)) + mpf(0.1) * (abs(x) - 1))


def chained_logistic(x):
    c = logistic(x)
    return 4 * c * (1 - c)


DEFINITIONS = {
    # Between 0 and 1.
    "satlin": lambda x: min(max(x, mpf(0)), mpf(1)),
    "smoothstep": smoothstep,
    "log_sqnl": square_sigmoid,
    "soft_clipping": lambda x: log((1 + exp(50 * x)) / (1 + exp(50 * (x - 1)))) / 50,
    "loglog": lambda x: exp(-exp(-x)),
    "sigmoid_gumbel": lambda x: exp(-exp(-x)) / (1 + exp(-x)),
    # Adjustable, at their defaults.
    "adaptive_slope_sigmoid": logistic,
    "psigmoid": logistic,
    "variant_sigmoid": logistic,
    "shifted_scaled_sigmoid": lambda x: logistic(mpf(0.02) * (x - 600)),
    "geu": lambda x: quad(lambda t: exp(-(t**2) / 2) / sqrt(2 * pi), [-inf, min(x, 0), x]),
    "psf": logistic,
    "aranda_ordaz": lambda x: 1 - (1 + exp(x)) ** -1,
    "richards": lambda x: 0 + (1 - 0) / (1 + 1 * exp(-1 * x)) ** (1 / mpf(1)),
    "gra": lambda x: 1 - 1 / (1 + (1 + x) ** 2),
    "bimodal_sigmoid": lambda x: HALF * (logistic(x) + logistic(x + 1)),
    "triple_state_sigmoid": lambda x: logistic(x) * (logistic(x) + logistic(x - 20) + logistic(x - 40)),
    "msaf": lambda x: logistic(x) + logistic(x - 10),
    "sym_msaf": lambda x: logistic(x) + logistic(x - 2) - 1,
    "psigramp": lambda x: (logistic(x) + min(max(x + HALF, 0), 1)) / 2,
    "sigmoid_algebraic": lambda x: logistic(x / (1 + abs(x))),
    "sinc_sigmoid": lambda x: sin(logistic(x)) / logistic(x),
    # Rescaled and rebuilt tanh.
    "scaled_sigmoid": lambda x: 4 * logistic(x) - 2,
    "shape_autotuning_sigmoid": lambda x: 2 * (1 - exp(-x)) / (1 + exp(-x)),
    "generalized_tanh": lambda x: (1 - exp(-2 * x)) / (1 + exp(-2 * x)),
    "dyt": lambda x: tanh(x / 2),
    "derf": lambda x: erf(x / 2),
    "smht": lambda x: (exp(x) - exp(-x)) / (exp(x) + exp(-x)),
    "rational_tanh": rational_tanh,
    "arctan_normalized": lambda x: 2 / pi * atan(pi / 2 * x),
    "arctan_gr": lambda x: atan(x) / ((1 + sqrt(2)) / 2),
    "gudermannian": lambda x: 2 * atan(exp(x)) - pi / 2,
    "new_sigmoid": lambda x: (exp(x) - exp(-x)) / sqrt(2 * (exp(2 * x) + exp(-2 * x))),
    "root2sigmoid": lambda x: (sqrt(2) ** x - sqrt(2) ** -x) / (2 * sqrt(2) * sqrt(2 * (2**x + 2**-x))),
    "cloglog_modified": lambda x: 1 - 2 * exp(-mpf(0.7) * exp(x)),
    "adaptive_hardtanh": lambda x: max(mpf(-1), min(mpf(1), x)),
    "sh_hardtanh": lambda x: max(mpf(-1), min(mpf(1), x)),
    "sv_hardtanh": lambda x: max(mpf(-1), min(mpf(1), x)),
    # Algebraic.
    "softsign_shifted": lambda x: x * (side(x) * x - 1) / (x**2 - 1),
    "softsign_scaled_input": lambda x: x / (1 + abs(x)),
    "scaled_softsign": lambda x: x / (1 + abs(x)),
    "elliot2sig": lambda x: side(x) * x**2 / (1 + x**2),
    "algebraic_sigmoid": lambda x: x / sqrt(1 + x**2),
    "algebraic_sigmoid_k": lambda x: x / (1 + x**4) ** (mpf(1) / 4),
    "rootsig": lambda x: x / (1 + sqrt(1 + x**2)),
    "mef": lambda x: x / sqrt(1 + x**2) + HALF,
    "soft_root_sign": lambda x: x / (x / 2 + exp(-x / 3)),
    # In pieces.
    "penalized_tanh": lambda x: tanh(x) if x >= 0 else tanh(x) / 4,
    "rectified_tanh": lambda x: tanh(max(x, mpf(0))),
    "tanh_linear": lambda x: tanh(x) if x >= 0 else x,
    "bipolar_sigmoid_tanh": lambda x: bipolar(x) if x >= 0 else tanh(x),
    "bipolar_sigmoid_relu": lambda x: bipolar(x) if x >= 0 else mpf(0),
    "bipolar_sigmoid_linear": lambda x: bipolar(x) if x >= 0 else x,
    "stac_tanh": tanh_with_lines,
    "isigmoid": improved_sigmoid,
    "siglin": lambda x: logistic(x) + mpf(0.1) * x,
    "hexpo": lambda x: 1 - exp(-x) if x >= 0 else exp(x) - 1,
    # Gated.
    "sech_sig": lambda x: (x + 1 / cosh(x)) * logistic(x),
    "psech_sig": lambda x: (x + 1 / cosh(x + 1)) * logistic(x),
    "tanh_sig": lambda x: (x + tanh(x)) * logistic(x),
    "ptanh_sig": lambda x: (x + tanh(x + 1)) * logistic(x),
    # Chaotic maps.
    "hybrid_chaotic": chained_logistic,
    "fusion_chaotic": lambda x: 4 * x * (1 - x) + x,
    "cascade_chaotic": lambda x: sin(pi * sin(pi * x)),
    # Elementary.
    "heaviside_midpoint": lambda x: mpf(1) if x > 0 else mpf(0),
    "rsign": lambda x: mpf(side(x)),
    "complement": lambda x: 1 - x,
    "triple": lambda x: x**3,
    "squ": lambda x: x**2 + x,
    "ncu": lambda x: x - x**3,
    "exponential_decay": lambda x: exp(-x),
    "symexp": lambda x: side(x) * (exp(abs(x)) - 1),
    "signed_sqrt": lambda x: side(x) * sqrt(abs(x)),
    "ssaf": lambda x: side(x) * sqrt(abs(x)),
    "modified_arcsinh": lambda x: log(x + sqrt(x**2 + 1)) / 3 * sqrt(abs(x)) / 4,
    "hyper_sinh": lambda x: sinh(x) / 3 if x > 0 else x**3 / 4,
    "comb_hsine": lambda x: sinh(x) + log(x + sqrt(x**2 + 1)),
    "ssinh": lambda x: (exp(x) - exp(-x)) / 2,
    "sexp": lambda x: exp(x) - 1,
}

# Where the points of all the others would be zeros: the sine of a half-integer multiple of pi.
POINTS = {"cascade_chaotic": ["-3.2", "-1.75", "-0.9", "-0.3", "0.2", "0.8", "1.6", "2.25"]}
