"""Writes experiments.txt: small runs of the experiments, by an implementation of its own, for the tests of experiment/.

Usage: python3 make_experiment_table.py [OUTPUT]   (needs nothing but Python)

Only what the two implementations must agree on is shared: the generator (SplitMix64), the order in which it is asked, and the
formulas of the headers. The gradients are checked against finite differences as the table is made.

"course; FUNCTION; GAIN; LAYERS; UNITS; SAMPLES; EPOCHS; BATCH; RATE; SEED; DEAD_SLOPE; LOSSES; DEAD SHARES; ACCURACY on 200 points"
of the first network. "sizes; FUNCTION; WEIGHT_VARIANCE; WIDTH; DEPTH; EVERY; SEED; LAYERS; SIGNALS; GRADIENTS" of the second repetition.
"""
import math
import sys
from pathlib import Path

MASK = 2 ** 64 - 1


class Random:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9e3779b97f4a7c15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xbf58476d1ce4e5b9) & MASK
        z = ((z ^ (z >> 27)) * 0x94d049bb133111eb) & MASK
        return z ^ (z >> 31)

    def uniform(self, low, high):
        return low + (high - low) * ((self.next() >> 11) * 2.0 ** -53)

    def below(self, bound):
        while True:
            number = self.next()
            if number >= 2 ** 64 % bound:
                return number % bound


SAMPLES, HELD_OUT, WEIGHTS, ORDER, SIGNALS = range(1, 6)
TAIJI = 1


def seed_for(seed, purpose, index):
    return Random(Random(seed).next() ^ (purpose << 32 | index)).next()


FUNCTIONS = {
    "tanh(x)": (math.tanh, lambda x: 1 - math.tanh(x) ** 2),
    "relu(x)": (lambda x: max(x, 0.0), lambda x: 1.0 if x > 0 else 0.0),
    "x*sigmoid(x)": (lambda x: x / (1 + math.exp(-x)), lambda x: (1 + x / (1 + math.exp(x))) / (1 + math.exp(-x))),
    "if(x > 0, x, x/4)": (lambda x: x if x > 0 else x / 4, lambda x: 1.0 if x > 0 else 0.25),
    "x": (lambda x: x, lambda x: 1.0),
}


def label(x, y):
    """Yin and yang of a disc of radius 1, dots of radius 0.18."""
    for centre, inside in ((0.5, 1), (-0.5, 0)):
        distance = math.hypot(x, y - centre)
        if distance < 0.18:
            return 1 - inside
        if distance < 0.5:
            return inside
    return 1 if x > 0 else 0


def points(count, seed):
    random, found = Random(seed), []
    while len(found) < count:
        x = random.uniform(-1, 1)
        y = random.uniform(-1, 1)
        if x * x + y * y < 1:
            found.append((x, y, label(x, y)))
    return found


class Network:
    """Layers as lists of rows [weights..., bias]."""

    def __init__(self, function, gain, hidden, seed):
        self.f, self.slope = FUNCTIONS[function]
        random, inputs, self.layers = Random(seed), 2, []
        for place, outputs in enumerate(hidden + [1]):
            reach = (gain if place < len(hidden) else 1) * math.sqrt(3 / inputs)
            weights = [random.uniform(-reach, reach) for _ in range(outputs * inputs)]
            biases = [random.uniform(-0.5, 0.5) for _ in range(outputs)]
            # The weights are drawn input by input.
            self.layers.append([[weights[i * outputs + o] for i in range(inputs)] + [biases[o]] for o in range(outputs)])
            inputs = outputs

    def sums(self, x, y):
        values, found = [x, y], []
        for layer in self.layers:
            found.append([math.fsum(w * v for w, v in zip(row, values + [1.0])) for row in layer])
            values = [self.f(s) for s in found[-1]]
        return found

    def loss(self, samples):
        return math.fsum(math.log1p(math.exp(-(z if l else -z))) for x, y, l in samples for z in self.sums(x, y)[-1]) / len(samples)

    def gradient(self, samples):
        total = [[[0.0] * len(row) for row in layer] for layer in self.layers]
        for x, y, l in samples:
            sums = self.sums(x, y)
            error = [(1 / (1 + math.exp(-sums[-1][0])) - l) / len(samples)]
            for place in reversed(range(len(self.layers))):
                before = [x, y] if place == 0 else [self.f(s) for s in sums[place - 1]]
                for row, e in zip(total[place], error):
                    for i, value in enumerate(before + [1.0]):
                        row[i] += e * value
                if place > 0:
                    error = [self.slope(s) * math.fsum(e * row[i] for e, row in zip(error, self.layers[place])) for i, s in enumerate(sums[place - 1])]
        return total

    def check_gradient(self, samples):
        step, found = 1e-5, self.gradient(samples)
        for layer, rows in zip(found, self.layers):
            for gradient, row in zip(layer, rows):
                for i in range(len(row)):
                    kept = row[i]
                    row[i] = kept + step
                    above = self.loss(samples)
                    row[i] = kept - step
                    below = self.loss(samples)
                    row[i] = kept
                    assert abs((above - below) / (2 * step) - gradient[i]) < 1e-7, "the gradient is wrong"

    def dead(self, samples, slope):
        units = sum(len(layer) for layer in self.layers[:-1])
        alive = {(place, i) for x, y, _ in samples for place, sums in enumerate(self.sums(x, y)[:-1]) for i, s in enumerate(sums)
                 if abs(self.slope(s)) > slope}
        return 1 - len(alive) / units

    def accuracy(self, samples):
        return sum((self.sums(x, y)[-1][0] > 0) == (l == 1) for x, y, l in samples) / len(samples)


def course(function, gain, layers, units, count, epochs, batch, rate, seed, dead_slope):
    samples = points(count, seed_for(seed, SAMPLES, TAIJI))
    network = Network(function, gain, [units] * layers, seed_for(seed, WEIGHTS, 0))
    network.check_gradient(samples[:7])
    flat = [(layer, row, i) for layer in range(len(network.layers)) for row in range(len(network.layers[layer])) for i in range(len(network.layers[layer][row]))]
    mean, square, time = [0.0] * len(flat), [0.0] * len(flat), 0
    random, order = Random(seed_for(seed, ORDER, 0)), list(range(count))
    losses, dead = [network.loss(samples)], [network.dead(samples, dead_slope)]
    for epoch in range(epochs):
        for i in range(count, 1, -1):
            other = random.below(i)
            order[i - 1], order[other] = order[other], order[i - 1]
        now = rate * 0.5 * (1 + math.cos(math.pi * epoch / epochs))
        for start in range(0, count, batch):
            time += 1
            gradient = network.gradient([samples[i] for i in order[start:start + batch]])
            numbers = [gradient[layer][row][i] for layer, row, i in flat]
            clip = min(1.0, 1 / max(math.sqrt(math.fsum(g * g for g in numbers)), 1e-300))
            for place, ((layer, row, i), g) in enumerate(zip(flat, numbers)):
                g *= clip
                mean[place] = 0.9 * mean[place] + 0.1 * g
                square[place] = 0.999 * square[place] + 0.001 * g * g
                network.layers[layer][row][i] -= now * (mean[place] / (1 - 0.9 ** time)) / (math.sqrt(square[place] / (1 - 0.999 ** time)) + 1e-8)
        losses.append(network.loss(samples))
        dead.append(network.dead(samples, dead_slope))
    return losses, dead, network.accuracy(points(200, seed_for(seed, HELD_OUT, TAIJI)))


def sizes(function, variance, width, depth, every, seed):
    f, slope = FUNCTIONS[function]
    random = Random(seed_for(seed, SIGNALS, 1))
    layers = list(range(every, depth, every)) + [depth]

    def drawn(columns, reach):
        """A list of columns."""
        return [[random.uniform(-reach, reach) for _ in range(width)] for _ in range(columns)]

    def scaled(column):
        size = math.sqrt(math.fsum(v * v for v in column) / width)
        return [v / size for v in column]

    first = drawn(width, math.sqrt(3))
    sums = [scaled([math.fsum(column[i] for column in first) for i in range(width)])]
    weights = [drawn(width, math.sqrt(3 / width)) for _ in range(depth)]
    gradients = [scaled(column) for column in drawn(len(layers), math.sqrt(3))]
    scale = math.sqrt(variance)
    for matrix in weights:
        values = [f(s) for s in sums[-1]]
        sums.append([scale * math.fsum(matrix[j][i] * values[j] for j in range(width)) for i in range(width)])
    signals, found = [], []
    for layer, gradient in zip(layers, gradients):
        signals.append(math.fsum(s * s for s in sums[layer]) / width)
        for place in reversed(range(layer)):
            gradient = [slope(sums[place][j]) * scale * math.fsum(weights[place][j][i] * gradient[i] for i in range(width)) for j in range(width)]
        found.append(math.fsum(g * g for g in gradient) / width)
    return layers, signals, found


COURSES = [("tanh(x)", 1.5, 2, 5, 40, 4, 12, 0.05, 1, 0.001), ("x*sigmoid(x)", 1.2, 1, 6, 30, 3, 30, 0.1, 7, 0.9),
           ("relu(x)", 1.4, 2, 6, 30, 6, 10, 0.5, 3, 0), ("if(x > 0, x, x/4)", 1.3, 3, 4, 25, 5, 8, 0.3, 2, 0.25)]
SIZES = [("tanh(x)", 1.7, 12, 9, 4, 5), ("relu(x)", 2, 10, 8, 8, 1), ("x", 1, 8, 12, 5, 2), ("x*sigmoid(x)", 2.5, 9, 6, 1, 11)]


def numbers(values):
    return " ".join(repr(v) for v in values)


def main(output=None):
    lines = ["# Made by make_experiment_table.py; do not edit."]
    for given in COURSES:
        losses, dead, accuracy = course(*given)
        lines.append("; ".join(["course", *(str(g) for g in given), numbers(losses), numbers(dead), repr(accuracy)]))
    for given in SIZES:
        lines.append("; ".join(["sizes", *(str(g) for g in given), *map(numbers, sizes(*given))]))
    Path(output or Path(__file__).parent / "experiments.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
