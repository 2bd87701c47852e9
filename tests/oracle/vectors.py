"""Writes vectors.txt: values and Jacobians of the activations of vectors, for formula/vector_values_test.cpp.

Usage: python3 vectors.py > vectors.txt   (needs mpmath)

The definitions are those of the papers and of the frameworks' documentation, typed without looking at the catalogue's formulas, in
800 digits. Jacobians are central differences there (truncation far below a double), left out where the differences to both
sides disagree: at a kink, a jump or an undefined point. Parameters have the catalogue's defaults.

A line is: ID; x, x, ...; y, y, ...; J row by row or "-".
"""
from mpmath import cos, erf, exp, log, mp, mpf, nstr, sqrt, tanh, arg, mpc

mp.dps = 800
STEP = mpf(10) ** -100

POINTS = [
    [0.5, -1.25, 2.0, 0.75],
    [3.0, 3.0, 3.0, 3.0],
    [0.0, 0.0, 0.0, 0.0],
    [1.0, 0.0, 1.0, -2.0],
    [700.0, -700.0, 1.0, 0.0],
    [1e5, -1e5, 2.0, 99999.0],
    [-745.0, -744.0, -750.0, -746.5],
    [1e-8, -2e-8, 3e-8, 5e-9],
    [30.0, 10.0, -20.0, 5.0],
    [0.1, 0.2, 0.3, 0.4],
    [-3.0, -0.5, -2.25, -0.125],
    [88.75, 88.5, -103.5, 12.0],
    [1e-300, 2e-300, -1e-300, 4e-300],
    [0.3, -7.5, 6.25, 1.5, -0.75, 2.0],
]


def shares(weights):
    total = sum(weights)
    return [w / total for w in weights]


def softmax(x, extra=0):
    e = [exp(v) for v in x]
    return [v / (sum(e) + extra) for v in e]


def threshold(x, power):
    """tau with sum max(x - tau, 0)^power = 1, by bisection."""
    low, high = max(x) - 1, max(x)
    for _ in range(1050):
        middle = (low + high) / 2
        mass = sum((v - middle) ** power for v in x if v > middle)
        low, high = (middle, high) if mass >= 1 else (low, middle)
    return (low + high) / 2


def sparsemax(x):
    ordered = sorted(x, reverse=True)
    support = [k for k in range(1, len(x) + 1) if 1 + k * ordered[k - 1] > sum(ordered[:k])]
    tau = (sum(ordered[: support[-1]]) - 1) / support[-1]
    return [max(v - tau, 0) for v in x]


def entmax(x, alpha):
    scaled = [(alpha - 1) * v for v in x]
    power = 1 / (alpha - 1)
    tau = threshold(scaled, power)
    return [max(v - tau, mpf(0)) ** power for v in scaled]


def relu(v):
    return max(v, mpf(0))


def elu(v):
    return v if v > 0 else exp(v) - 1


def sigma(v):
    return 1 / (1 + exp(-v))


def phi(v):
    return (1 + erf(v / sqrt(2))) / 2


def clip(v, low, high):
    return max(low, min(high, v))


def gate(f):
    def gated(x):
        half = len(x) // 2
        return [f(a, b) for a, b in zip(x[:half], x[half:])]

    return gated


def winners(x, size):
    y = []
    for start in range(0, len(x), size):
        group = x[start : start + size]
        first = group.index(max(group))
        y += [v if i == first else mpf(0) for i, v in enumerate(group)]
    return y


def best(x, count):
    ranked = sorted(range(len(x)), key=lambda i: (-x[i], i))[:count]
    return [v if i in ranked else mpf(0) for i, v in enumerate(x)]


def sorted_groups(x, size):
    return [v for start in range(0, len(x), size) for v in sorted(x[start : start + size])]


def mean(x):
    return sum(x) / len(x)


def length(x):
    return sqrt(sum(v * v for v in x))


def dice(x, alpha=mpf("0.25"), eps=mpf(1e-8)):
    m = mean(x)
    deviation = sqrt(mean([(v - m) ** 2 for v in x]) + eps)
    return [sigma((v - m) / deviation) * v + (1 - sigma((v - m) / deviation)) * alpha * v for v in x]


def of_complex(f):
    def paired(x):
        half = len(x) // 2
        values = [f(mpc(a, b)) for a, b in zip(x[:half], x[half:])]
        return [z.real for z in values] + [z.imag for z in values]

    return paired


def modrelu(z, b=mpf(-0.5)):
    return relu(abs(z) + b) * z / abs(z)


def cardioid(z):
    return (1 + cos(arg(z))) * z / 2


def zrelu(z):
    return z if z.real >= 0 and z.imag >= 0 else mpc(0)


def limited(a, b):
    g = min(a, mpf(7))
    return g * sigma(mpf(1.702) * g) * (clip(b, mpf(-7), mpf(7)) + 1)


def one_hot(x):
    first = x.index(max(x))
    return [mpf(i == first) for i in range(len(x))]


ACTIVATIONS = {
    "softmax": softmax,
    "log_softmax": lambda x: [log(v) for v in softmax(x)],
    "softmin": lambda x: softmax([-v for v in x]),
    "softmax_temperature": lambda x: softmax([v / 2 for v in x]),
    "softmax_one": lambda x: softmax(x, 1),
    "tuned_softmax": lambda x: softmax(x, mpf("0.5")),
    "gumbel_softmax": lambda x: softmax([a + b for a, b in zip(x[: len(x) // 2], x[len(x) // 2 :])]),
    "hardmax": one_hot,
    "sparsemax": sparsemax,
    "entmax15": lambda x: entmax(x, mpf("1.5")),
    "alpha_entmax": lambda x: entmax(x, mpf("1.25")),
    "square_softmax": lambda x: shares([(v + 4) ** 2 for v in x]),
    "taylor_softmax": lambda x: shares([1 + v + v * v / 2 for v in x]),
    "spherical_softmax": lambda x: shares([v * v for v in x]),
    "radbasn": lambda x: softmax([-v * v for v in x]),
    "logsumexp": lambda x: [log(sum(exp(v) for v in x))],
    "glu": gate(lambda a, b: a * sigma(b)),
    "bilinear": gate(lambda a, b: a * b),
    "gtu": gate(lambda a, b: tanh(a) * sigma(b)),
    "reglu": gate(lambda a, b: relu(a) * b),
    "geglu": gate(lambda a, b: a * phi(a) * b),
    "swiglu": gate(lambda a, b: a * sigma(a) * b),
    "swiglu_clamped": gate(limited),
    "maxout": gate(max),
    "lwta": lambda x: winners(x, 2),
    "kwta": lambda x: best(x, 2),
    "groupsort": lambda x: sorted_groups(x, 2),
    "crelu": lambda x: [relu(v) for v in x] + [relu(-v) for v in x],
    "ncrelu": lambda x: [relu(v) for v in x] + [-relu(-v) for v in x],
    "paired_relu": lambda x: [relu(v) for v in x] + [relu(-v) for v in x],
    "concatenated_elu": lambda x: [elu(v) for v in x] + [elu(-v) for v in x],
    "dual_relu": gate(lambda a, b: relu(a) - relu(b)),
    "dual_elu": gate(lambda a, b: elu(a) - elu(b)),
    "bipolar_activation": lambda x: [-relu(-v) if i % 2 == 0 else relu(v) for i, v in enumerate(x)],
    "l2_normalize": lambda x: [v / length(x) for v in x],
    "squash": lambda x: [length(x) ** 2 / (1 + length(x) ** 2) * v / length(x) for v in x],
    "ab_relu": lambda x: [relu(v - mean(x)) for v in x],
    "dice": dice,
    "modrelu": of_complex(modrelu),
    "cardioid": of_complex(cardioid),
    "zrelu": of_complex(zrelu),
}


def jacobian(f, x):
    """Rows of partial derivatives; None where the two sides disagree."""
    here = f(x)
    columns = []
    for j in range(len(x)):
        step = STEP * max(abs(x[j]), mpf(10) ** -20)
        up = f([v + step if k == j else v for k, v in enumerate(x)])
        down = f([v - step if k == j else v for k, v in enumerate(x)])
        for y0, y1, y2 in zip(here, up, down):
            right, left = (y1 - y0) / step, (y0 - y2) / step
            if abs(right - left) > mpf(10) ** -40 * (abs(right) + abs(left)) + mpf(10) ** -60 * abs(y0):
                return None
        columns.append([(u - d) / (2 * step) for u, d in zip(up, down)])
    return [[columns[j][i] for j in range(len(x))] for i in range(len(here))]


def decimal(value):
    if abs(value) < mpf(10) ** -330:
        return "0"
    return nstr(value, 20)


def line(values):
    return ", ".join(decimal(v) for v in values)


for name, function in ACTIVATIONS.items():
    for point in POINTS:
        x = [mpf(v) for v in point]
        try:
            y = function(x)
        except ZeroDivisionError:
            continue
        try:
            rows = jacobian(function, x)
        except ZeroDivisionError:
            rows = None
        derivative = line([v for row in rows for v in row]) if rows else "-"
        print(f"{name}; {', '.join(repr(v) for v in point)}; {line(y)}; {derivative}")
