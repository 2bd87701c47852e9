"""Binary floating-point formats in exact arithmetic: mpmath's numbers at a precision at which no sum, product or difference of two of
their values is rounded. Values are Python floats, which hold all of them."""
import math
import struct

from mpmath import mp, mpf

mp.prec = 340


class Format:
    def __init__(self, name, bits, precision, min_exponent, largest, has_infinity=True):
        self.name, self.bits, self.precision, self.min_exponent = name, bits, precision, min_exponent
        self.largest, self.has_infinity = largest, has_infinity

    def quantum(self, exact):
        """The exponent of the distance of neighbouring values at `exact`."""
        exponent = int(mp.frexp(exact)[1]) - 1 if exact != 0 else self.min_exponent
        return max(exponent, self.min_exponent) - self.precision + 1

    def rounded(self, exact):
        """To nearest, ties to even (mpmath's nint does so)."""
        unit = self.quantum(exact)
        result = mp.ldexp(mp.nint(mp.ldexp(exact, -unit)), unit)
        if abs(result) <= self.largest:
            return float(result)
        return math.copysign(math.inf, result) if self.has_infinity else math.nan

    def values(self):
        """All finite values by size, 0 once."""
        value, positive = 0.0, []
        while value < self.largest:
            value += math.ldexp(1, self.quantum(mpf(value)))
            positive.append(value)
        return [-v for v in reversed(positive)] + [0.0] + positive


FORMATS = [
    Format("float32", 32, 24, -126, (2 - 2.0 ** -23) * 2.0 ** 127),
    Format("bfloat16", 16, 8, -126, (2 - 2.0 ** -7) * 2.0 ** 127),
    Format("float16", 16, 11, -14, 65504.0),
    Format("float8_e5m2", 8, 3, -14, 57344.0),
    Format("float8_e4m3", 8, 4, -6, 448.0, has_infinity=False),
]


def by_name(name):
    return next(f for f in FORMATS if f.name == name)


def check_against_struct():
    """Python's struct module rounds to binary16 and binary32 by code of its own."""
    for code, name in (("e", "float16"), ("f", "float32")):
        fmt, state = by_name(name), 1
        for _ in range(5000):
            state = state * 6364136223846793005 % 2 ** 64
            x = math.ldexp((state >> 11) * (1 if state & 1 else -1), -53 + state % 60 - 30)
            try:
                packed = struct.unpack(code, struct.pack(code, x))[0]
            except OverflowError:
                packed = math.copysign(math.inf, x)
            assert fmt.rounded(mpf(x)) == packed, (name, x)
