"""The gated functions and their kin as papers and surveys print them, for make_reference_values.py."""
from mpmath import atan, cos, cosh, erf, exp, floor, log, pi, sech, sin, sqrt, tanh

from definition_helpers import clip, d, gelu, q, sigma, softplus


def mish(x, a=1):
    return x * tanh(softplus(a * x))


def cauchy_gate(x):
    return atan(x) / pi + q(1, 2)


def laplace_gate(x):
    return 1 - exp(-x) / 2 if x >= 0 else exp(x) / 2


def tanhsoft(x, alpha, beta, gamma, delta):
    return tanh(alpha * x + beta * exp(gamma * x)) * log(delta + exp(x))


def zorro(x):
    def hump(u):
        return d("1.5") * u / (1 + q(1, 2) * exp(-3 * u))

    u = x / 4 + q(1, 2)
    return hump(u) if u < 0 else 1 - hump(1 - u) if u > 1 else u


def spocu(x):
    a, b, c = d("3.0937"), d("0.6653"), d("4.437")

    def r(u):
        return u**3 * (u**5 - 2 * u**4 + 2)

    def h(u):
        return r(q(1)) if u >= 1 else r(u) if u >= 0 else u

    return a * h(x / c + b) - a * h(b)


def sbaf(x):
    return 1 / (1 + d("0.98") * sqrt(x) * sqrt(1 - x)) if 0 < x < 1 else q(1)


def puaf(x):
    if abs(x) > 10:
        return x if x > 0 else q(0)
    return x * (10 + x) ** 5 / ((10 + x) ** 5 + (10 - x) ** 5)


def pair(x, step):
    """√((x − step)² + ε) and √((x + step)² + ε), with ε = 0.01."""
    return sqrt((x - step) ** 2 + d("0.01")), sqrt((x + step) ** 2 + d("0.01"))


def root(x):
    return sqrt(x**2 + d("0.01"))


def melu_plus(x):
    u = 1 - root(x)
    return (u + root(u)) / 2


def elu_plus(x):
    u = exp(x) - 1
    return (x + root(x)) / 2 + (u - root(u)) / 2


def mexican_hat(x):
    return 2 / sqrt(3 * sqrt(pi)) * (1 - x**2) * exp(-(x**2) / 2)


def prbf(x):
    return exp(-((abs(x) - 6) ** 2)) if abs(x) >= 3 else exp(-(x**2))


DEFINITIONS = {
    "exponential_swish": lambda x: exp(-x) * sigma(x),
    # Gated.
    "sielu": lambda x: x / 2 * (1 + tanh(sqrt(2 / pi) * (x + d("0.044715") * x**3))),
    "gelu_clipped": lambda x: clip(gelu(x), -10, 10),
    "swat": lambda x: x / (1 + exp(-atan(x))),
    "calu": lambda x: x * cauchy_gate(x),
    "lalu": lambda x: x * laplace_gate(x),
    "colu": lambda x: x / (1 - x * exp(-(x + exp(x)))),
    "generalized_swish": lambda x: x * sigma(exp(-x)),
    "eanaf": lambda x: x * exp(x) / (exp(x) + 2),
    "msilu": lambda x: x * sigma(x) + exp(-(x**2) - 1) / 4,
    "loglogish": lambda x: x * (1 - exp(-exp(x))),
    "expexpish": lambda x: x * exp(-exp(-x)),
    "pflu": lambda x: x / 2 * (1 + x / sqrt(1 + x**2)),
    "telu": lambda x: x * tanh(exp(x)),
    "double_silu": lambda x: x / (1 + exp(-x / (1 + exp(-x)))),
    "tsilu": lambda x: tanh(x / (1 + exp(-x))),
    "atsilu": lambda x: atan(x / (1 + exp(-x))),
    "triple_state_swish": lambda x: x * sigma(x) * (sigma(x) + sigma(x - 20) + sigma(x - 40)),
    "gish": lambda x: x * log(2 - exp(-exp(x))),
    "sinsig": lambda x: x * sin(pi / 2 * sigma(x)),
    "tsrelu": lambda x: x * tanh(sigma(x)),
    # Gates with parameters.
    "ahaf": lambda x: x / (1 + exp(-x)),
    "pstanh": lambda x: x / 2 * (1 + tanh(x)),
    "aptx": lambda x: (1 + tanh(x)) * x / 2,
    "acon_b": lambda x: d("0.75") * x * sigma(d("0.75") * x) + x / 4,
    "acon_c": lambda x: x * sigma(x),
    "b_silu": lambda x: (x + d("1.67")) * sigma(x) - d("1.67") / 2,
    "xsilu": lambda x: x * sigma(x),
    "xgelu": gelu,
    "xatlu": lambda x: x * cauchy_gate(x),
    "pgelu": gelu,
    "pssilu": lambda x: x * (sigma(x) - d("0.1")) / (1 - d("0.1")),
    "hard_swish_adaptive": lambda x: 2 * x * clip(d("0.2") * x + q(1, 2), 0, 1),
    "parametric_logish": lambda x: x * log(1 + sigma(10 * x)),
    "lau": lambda x: x * log(1 + sigma(x)),
    "psgu": lambda x: x * tanh(3 * sigma(x)),
    "pats": lambda x: x * atan(q(5, 8) * pi * sigma(x)),
    "sinlu": lambda x: (x + sin(x)) * sigma(x),
    "coslu": lambda x: (x + cos(x)) * sigma(x),
    "erfact_gated": lambda x: x * erf(q(3, 4) * exp(q(3, 4) * x)),
    "pserf": lambda x: x * erf(d("1.25") * log(1 + exp(d("0.85") * x))),
    "swim": lambda x: x / 2 * (1 + x / sqrt(1 + x**2) / 2),
    "aria2": lambda x: x * (1 + exp(-2 * x)) ** q(-3, 2),
    "tanhsoft": lambda x: tanhsoft(x, d("0.87"), d("0.1"), 1, 1),
    "tanhsoft1": lambda x: tanhsoft(x, d("0.87"), 0, 1, 1),
    "tanhsoft2": lambda x: tanhsoft(x, 0, d("0.6"), 1, 0),
    "tanhsoft3": lambda x: log(1 + exp(x) * tanh(d("0.85") * x)),
    "leaf_act": lambda x: (x + 0) * sigma(x) + 0,
    "swish_t": lambda x: x * sigma(x) + d("0.1") * tanh(x),
    "eis1": lambda x: x * log(1 + exp(x)) / (x + d("1.16") * exp(-d("1.16") * x)),
    "eis2": lambda x: x * log(1 + exp(x)) / sqrt(q(5, 4) + x**2),
    "eis3": lambda x: x / (1 + exp(-q(3, 2) * x)),
    "rmaf": lambda x: x / ((1 + exp(-x)) / 4 + q(3, 4)),
    # Curves joined to a line.
    "sc_swish": lambda x: max(q(0), x * sigma(x)),
    "scl_mish": lambda x: max(q(0), mish(x, q(1, 4))),
    "fts": lambda x: (x * sigma(x) if x >= 0 else q(0)) - d("0.2"),
    "pfpm": lambda x: (mish(x) if x >= 0 else q(0)) - d("0.2"),
    "oaf": lambda x: max(q(0), x) + x * sigma(x),
    "pswish3": lambda x: x * sigma(x) if x <= 0 else x,
    "tswish": lambda x: x if x >= 0 else x * sigma(x),
    "aqulu": lambda x: x if x >= 2 else x**2 / 4 + x / 2 if x >= -2 else q(0),
    "fpflu": lambda x: x if x >= 0 else x + x**2 / sqrt(1 + x**2),
    "suish": lambda x: max(x, x * exp(-abs(x))),
    "telu_survey": lambda x: x * tanh(x if x >= 0 else exp(x) - 1),
    "repsku": lambda x: x / (1 + exp(-x)) if x >= 0 else q(0),
    "maxsig": lambda x: max(x, sigma(x)),
    "maxtanh": lambda x: max(x, tanh(x)),
    "hclsh": lambda x: log(cosh(x) + x * cosh(x / 2)) if x >= 0 else log(cosh(x)) + x,
    # Smooth absolute values.
    "sgelu": lambda x: x * erf(x / sqrt(2)),
    "self_arctan": lambda x: x * atan(x),
    "tbsrelu": lambda x: x * tanh((1 - exp(-x)) / (1 + exp(-x))),
    "tbsrelu_learnable": lambda x: x * tanh((1 - exp(-x)) / (1 + exp(-x)) / 2),
    "seagull": lambda x: log(1 + x**2),
    "logcosh": lambda x: log(cosh(x)),
    "bifiring": lambda x: abs(x) - q(1, 2) if abs(x) > 1 else x**2 / 2,
    "bounded_bifiring": lambda x: min(q(3), abs(x) - q(1, 2) if abs(x) > 1 else x**2 / 2),
    # Smooth rectifiers that keep a slope on the left.
    "sau": lambda x: sqrt(2 / pi) / 2 * exp(-(x**2) / 2) + q(5, 8) * x + q(3, 8) * x * erf(x / sqrt(2)),
    "smu": lambda x: (q(5, 4) * x + q(3, 4) * x * erf(q(3, 4) * x)) / 2,
    "smu1": lambda x: (q(5, 4) * x + sqrt((q(3, 4) * x) ** 2 + 1)) / 2,
    # Square-root smoothings.
    "step_plus": lambda x: (1 + x / root(x)) / 2,
    "bipolar_plus": lambda x: x / root(x),
    "vrelu_plus": root,
    "lrelu_plus": lambda x: (x + d("0.01") * x + root((1 - d("0.01")) * x)) / 2,
    "brelu_plus": lambda x: (1 + root(x) - root(x - 1)) / 2,
    "hardtanh_plus": lambda x: (root(x + 1) - root(x - 1)) / 2,
    "softshrink_plus": lambda x: x + (pair(x, q(1, 2))[0] - pair(x, q(1, 2))[1]) / 2,
    "hardshrink_plus": lambda x: x
    * (1 + ((x - q(1, 2)) / pair(x, q(1, 2))[0] - (x + q(1, 2)) / pair(x, q(1, 2))[1]) / 2),
    "pan_plus": lambda x: sum(pair(x, 1)) / 2 - 1,
    "srelu_plus": lambda x: d("0.1") * x + (d("0.1") - 1) * (pair(x, 1)[0] - pair(x, 1)[1]) / 2,
    "phi_plus": melu_plus,
    "elu_plus": elu_plus,
    "swish_plus": lambda x: (x + x**2 / root(x)) / 2,
    "mish_plus": lambda x: x * (x / root(x)) / root(x / root(x)),
    "logish_plus": lambda x: x * log(1 + (1 + x / root(x)) / 2),
    "softsign_plus": lambda x: x / (1 + root(x)),
    "signrelu_plus": lambda x: (x + root(x)) / 2 + (x - root(x)) / (2 * root(1 - x)),
    # Waves.
    "siren": lambda x: sin(30 * x),
    "finer": lambda x: sin(30 * (abs(x) + 1) * x),
    "sine_pi": lambda x: sin(pi * x),
    "scaled_shifted_sine": lambda x: sin(x) / 2 + d("0.3"),
    "one_minus_cos": lambda x: 1 - cos(x),
    "cosid": lambda x: cos(x) - x,
    "sinp": lambda x: sin(x) - x,
    "asu": lambda x: x * sin(x),
    "sinc_normalized": lambda x: sin(pi * x) / (pi * x),
    "ssu": lambda x: pi * sin(x - pi) / (x - pi),
    "dsu": lambda x: pi / 2 * (sin(x - pi) / (x - pi) - sin(x + pi) / (x + pi)),
    "snake_beta": lambda x: x + sin(x) ** 2,
    "sincos": lambda x: sin(x) + cos(x),
    "expsin": lambda x: exp(-sin(x)),
    "css": lambda x: sin(x) + sigma(x),
    "gln": lambda x: (sin(x) + tanh(x)) / 2,
    "euaf": lambda x: abs(x - 2 * floor((x + 1) / 2)) if x >= 0 else x / (1 + abs(x)),
    # Bumps and wavelets.
    "gaussian_sigma": lambda x: exp(-(x**2) / 2),
    "super_gaussian": lambda x: exp(-(x**2) / 2) ** 2,
    "laplacian": lambda x: exp(-abs(x)),
    "quadratic_rbf": lambda x: 1 / (1 + x**2),
    "inverse_multiquadric": lambda x: (x**2 + 1) ** q(-1, 2),
    "multiquadric": lambda x: sqrt(x**2 + 1),
    "thin_plate": lambda x: x**2 * log(abs(x)),
    "mexican_hat": mexican_hat,
    "pmaf": lambda x: mexican_hat(abs(x) - 4),
    "prbf": prbf,
    "morlet": lambda x: cos(d("1.75") * x) * exp(-(x**2) / 2),
    "wire_real": lambda x: cos(20 * x) * exp(-abs(10 * x) ** 2),
    "wave": lambda x: (1 - x**2) * exp(-(x**2)),
    "polyexp": lambda x: (x**2 + x + 1) * exp(-(x**2)),
    "modified_weibull": lambda x: x * exp(-(x**2)),
    "sigmoid_derivative": lambda x: exp(-x) * sigma(x) ** 2,
    "rectified_sech": lambda x: x * sech(x),
    # Mixtures and one-offs.
    "uaf": lambda x: log(1 + exp(d("1.01") * x)) - log(1 + exp(-d("0.01") * x)),
    "rational32": lambda x: (d("1.1915") * x**3 + d("1.5957") * x**2 + x / 2 + d("0.0218")) / (d("2.383") * x**2 + 1),
    "tanhlu": lambda x: tanh(x) + d("0.1") * x,
    "naf": lambda x: exp(-(x**2)) + sigma(x),
    "puaf": puaf,
    "dsilu": lambda x: sigma(x) * (1 + x * (1 - sigma(x))),
    "zorro_sigm": zorro,
    "mishra": lambda x: (x / (1 + abs(x))) ** 2 / 2 + x / (1 + abs(x)) / 2,
    "arctid": lambda x: atan(x) ** 2 - x,
    "sbaf": sbaf,
    "spocu": spocu,
    "etanh": lambda x: exp(x) * tanh(x),
    "evolved_tanh_relu": lambda x: tanh(x**2) + max(q(0), x),
    "sgt": lambda x: x if x >= 0 else d("0.1") * x,
}
