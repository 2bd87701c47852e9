"""Definitions for make_reference_values.py: rectifiers with shifts, ceilings, leaks, powers and several pieces, tents, softplus and ELU with
parameters, units that saturate or dip on the left. Each is written as papers print it, at the catalogue's defaults, however it loses
digits: mpmath has enough.
"""
from mpmath import cos, erf, exp, log, mpf, sech, sin, sqrt, tanh

from definition_helpers import clip, d, elu, q, sigma, softplus


def relu(x):
    return max(q(0), x)


def sides(positive, negative):
    """One formula for x >= 0, another for x < 0."""
    return lambda x: positive(x) if x >= 0 else negative(x)


def linear_then(negative):
    return sides(lambda x: x, negative)


def hard_gate(x):
    return clip((x + 1) / 2, 0, 1)


def power_linear(x, power):
    middle = sign(x) ** power * abs(x) ** power / power
    return middle if abs(x) < 1 else sign(x) ** power * (abs(x) - (1 - q(1, power)))


def sign(x):
    return 1 if x > 0 else -1


def hat(x):
    return q(0) if x < 0 or x > 2 else x if x <= 1 else 2 - x


def sigmoid_elu(x):
    return x * sigma(x) / 2 + x if x > 1 else x if x >= 0 else (exp(x) - 1) / 2


def deformed_elu(x):
    t = d("0.9")
    return x if x >= 0 else relu(1 + (1 - t) * x) ** (1 / (1 - t)) - 1


def tanh_with_tangents(x):
    a, b = d("-1.5"), q(0)
    if x <= a:
        return sech(a) ** 2 * (x - a) + tanh(a)
    return sech(b) ** 2 * (x - b) + tanh(b) if x >= b else tanh(x)


def lines_and_parabolas(x):
    a = d("0.1")
    if abs(x) >= 2 - 2 * a:
        return a * x + sign(x) * (1 - 2 * a + a**2)
    return x * (4 - abs(x)) / 4


RECTIFIERS = {
    "relu_n": lambda x: clip(x, 0, 1),
    "keras_relu": lambda x: clip(x, 0, 6),
    "shifted_relu": lambda x: max(x, q(-1)),
    "displaced_relu": lambda x: max(x, q(-1)),
    "delay_relu": lambda x: relu(x - d("0.08")),
    "sloped_relu": relu,
    "shilu": relu,
    "frelu": lambda x: relu(x) - d("0.398"),
    "flexible_relu": relu,
    "recu": lambda x: relu(x) ** 3,
    "repu": lambda x: relu(x) ** 2,
    "star_relu": lambda x: d("0.8944") * relu(x) ** 2 - d("0.4472"),
    "approximate_relu": relu,
    "alternating_repu": lambda x: (relu(x) ** d("1.1") + relu(x) ** (1 / d("1.1"))) / 2,
    "prenu": lambda x: relu(x) - log(relu(x) + 1) / 4,
    "nlrelu": lambda x: log(relu(x) + 1),
    # Leaky.
    "rrelu_paper": sides(lambda x: x, lambda x: x / (q(3 + 8) / 2)),
    "very_leaky_relu": linear_then(lambda x: x / 3),
    "ol_relu": linear_then(lambda x: x * exp(-q(8 + 3, 8 - 3))),
    "lirelu": sides(lambda x: (d("0.1") + 1) * x, lambda x: d("0.1") * x),
    "lelelu": linear_then(lambda x: d("0.01") * x),
    "dp_relu": linear_then(lambda x: d("0.01") * x),
    "dual_line": lambda x: max(x, d("0.01") * x) - d("0.22"),
    "pilu": lambda x: x if x >= 1 else d("0.01") * x + 1 - d("0.01"),
    "rprelu": linear_then(lambda x: x / 4),
    "a_lrelu": sides(lambda x: (1 + sigma(q(2))) * x, lambda x: d("0.9") * x),
    "all_relu": linear_then(lambda x: -d("0.1") * x),
    "ml_relu": lambda x: x if x > -d("0.1") else -d("0.1") * x,
    "cat_relu": lambda x: x * sin(q(1, 2)) + relu(x) * cos(q(1, 2)),
}

PIECES = {
    "alisa": lambda x: x / 2 + q(1, 2) if x >= 1 else d("0.1") * x if x <= 0 else x,
    "plu": lambda x: max(d("0.1") * (x + 1) - 1, min(d("0.1") * (x - 1) + 1, x)),
    "bl_relu": lambda x: x if 0 < x < 1 else d("0.01") * x + (1 - d("0.01")) * (1 if x >= 1 else 0),
    "n_activation": lambda x: x + 2 if x < -1 else x - 2 if x > 1 else -x,
    "adalu": lambda x: x if x > 0 else max(d("0.1") * x, q(-1)),
    "mmelu": lambda x: relu(1 - abs(x)) / 2 + relu(x) / 2,
    "tsaf": lambda x: relu(x + 2) + relu(x + 1) + relu(x) - relu(x - 1),
    "linq": lines_and_parabolas,
    "abslu": abs,
    "pan": lambda x: relu(abs(x) - 1),
    "eplaf": lambda x: power_linear(x, 2),
    "oplaf": lambda x: power_linear(x, 3),
    "softmodulus_q": lambda x: x**2 * (2 - abs(x)) if abs(x) <= 1 else abs(x),
    "softmodulus_t": lambda x: x * tanh(x / d("0.01")),
    "mrelu": lambda x: relu(1 - abs(x)),
    "tent": lambda x: relu(1 - abs(x)),
    "hat": hat,
    "lsptlu": lambda x: d("0.2") * x if x < 0 else relu(1 - abs(x - 1)),
    "trapezoid": lambda x: relu(x + 2) - relu(x + 1) - relu(x - 1) + relu(x - 2),
    "galu_component": lambda x: relu(1 - abs(x)) + min(abs(x - 2) - 1, q(0)),
    "ada": sides(lambda x: exp(-x), lambda x: q(0)),
    "lada": sides(lambda x: exp(-x), lambda x: d("0.01") * x),
}

SMOOTH = {
    "psoftplus": lambda x: q(3, 2) * (softplus(x) - log(mpf(2))),
    "parameterized_softplus": lambda x: softplus(x) - q(1, 2),
    "softpp": lambda x: softplus(x) + x / 2 - log(mpf(2)),
    "rand_softplus": lambda x: (relu(x) + softplus(x)) / 2,
    "resp": sides(lambda x: q(3, 2) * x + log(mpf(2)), softplus),
    "slu": linear_then(lambda x: 2 * softplus(x) - 2 * log(mpf(2))),
    "sqsoftplus": lambda x: x if x > q(1, 2) else (x + q(1, 2)) ** 2 / 2 if x >= -q(1, 2) else q(0),
    "blu": lambda x: (sqrt(x**2 + 1) - 1) / 2 + x,
    "reblu": sides(lambda x: (sqrt(x**2 + 1) - 1) / 2 + x, lambda x: q(0)),
}

EXPONENTIAL = {
    "pelu3": elu,
    "mpelu": elu,
    "edelu": elu,
    "felu": linear_then(lambda x: mpf(2) ** (x / log(mpf(2))) - 1),
    "pselu": lambda x: d("1.0507") * elu(x, d("1.6733")),
    "sselu": lambda x: d("1.0507") * elu(x, d("1.6733")),
    "lselu": lambda x: d("1.0507") * (elu(x, d("1.6733")) + d("0.1") * min(x, q(0))),
    "lpselu": lambda x: d("1.05") * elu(x, d("1.67")) + d("0.01") * min(x, q(0)),
    "pdelu": deformed_elu,
    "pfelu": linear_then(lambda x: mpf(2) ** (x / log(mpf(2))) - 1),
    "lpselu_rp": lambda x: d("1.05") * elu(x, d("1.67")) + d("0.01") * min(x, q(0)),
    "hard_srelue": sides(lambda x: x / 2 * hard_gate(x) + x, lambda x: (exp(x) - 1) / 2),
    "rsigelu": sigmoid_elu,
    "rsigelud": sigmoid_elu,
    "shelu": elu,
    "svelu": elu,
    "pshelu": elu,
    "psvelu": elu,
    "mix_lrelu_elu": lambda x: (max(x, d("0.01") * x) + elu(x)) / 2,
    "elu_s2l": lambda x: elu(x) / 2 + (softplus(x) - q(1, 2)) / 2,
    "pe2_id": lambda x: x / 2 + (elu(x) - elu(-x)) / 2,
    "pe2_relu": lambda x: d("0.4") * relu(x) + d("0.3") * elu(x) - (1 - d("0.4") - d("0.3")) * elu(-x),
}

SATURATING = {
    "siglu": linear_then(lambda x: (1 - exp(-2 * x)) / (1 + exp(-2 * x))),
    "trelu": linear_then(tanh),
    "ptelu": linear_then(tanh),
    "thlu": linear_then(lambda x: tanh(x / 2)),
    "talu": lambda x: x if x >= 0 else tanh(max(x, -q(3, 4))),
    "ptalu": lambda x: x if x >= 1 else tanh(max(x, -q(3, 4))),
    "reltanh": tanh_with_tangents,
    "erf_relu": linear_then(erf),
    "sign_relu": linear_then(lambda x: x / (1 + abs(x))),
    "polylu": linear_then(lambda x: 1 / (1 - x) - 1),
    "pfplus": linear_then(lambda x: x / (1 - x)),
    "polu": linear_then(lambda x: 1 / (1 - x) - 1),
    "sqlu": lambda x: x if x > 0 else x + x**2 / 4 if x >= -2 else q(-1),
    "lsrelu": lambda x: x / (1 + abs(x)) if x <= 0 else x if x <= 1 else log(x + 1) + abs(log(mpf(2)) - 1),
    "iplu": linear_then(lambda x: 1 / (1 + abs(x))),
}

DIPPING = {
    "reu": linear_then(lambda x: x * exp(x)),
    "preu": linear_then(lambda x: x * exp(x)),
    "serlu": lambda x: d("1.07862") * (x if x >= 0 else d("2.90427") * x * exp(x)),
    "hard_elish": lambda x: elu(x) * hard_gate(x),
    "sara": linear_then(lambda x: x / (1 + exp(-d("0.7") * x) / 2)),
    "delu": sides(lambda x: x + abs(exp(-x) - 1), lambda x: x * sigma(x)),
    "eacu_test": linear_then(lambda x: x * tanh(softplus(x))),
    "squish": lambda x: x + x**2 / 32 if x > 0 else x + x**2 / 2 if x >= -2 else q(0),
    "sqreu": lambda x: x if x > 0 else x + x**2 / 2 if x >= -2 else q(0),
    "diff_elu": linear_then(lambda x: d("0.3") * (x * exp(x) - d("0.1") * exp(d("0.1") * x))),
    "xielu": sides(lambda x: d("0.8") * x**2 + x / 2, lambda x: d("0.8") * (exp(x) - 1) - d("0.8") * x + x / 2),
    "sine_relu": linear_then(lambda x: d("0.0025") * (sin(x) - cos(x))),
    "minsin": lambda x: min(x, sin(x)),
    "vlu": lambda x: relu(x) + d("0.1") * sin(x),
}

DEFINITIONS = RECTIFIERS | PIECES | SMOOTH | EXPONENTIAL | SATURATING | DIPPING
