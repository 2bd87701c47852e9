"""Exact values beside the double nearest to them."""
import math
import struct

from mpmath import mp, mpf

SMALLEST = mpf(2) ** -1074
LARGEST = mpf(2) ** 1024 - mpf(2) ** 970


def bits(value):
    return struct.pack(">d", value).hex()


def to_double(exact):
    """Correctly rounded, subnormal numbers and overflow included (mpmath's own conversion rounds subnormal ones twice)."""
    if mp.isnan(exact):
        return math.nan
    if abs(exact) >= LARGEST:
        return math.copysign(math.inf, 1 if exact > 0 else -1)
    if exact == 0:
        return 0.0
    unit = max(int(mp.frexp(exact)[1]) - 53, -1074)
    return math.ldexp(int(mp.nint(mp.ldexp(exact, -unit))), unit)


def ulp(value):
    """The distance of doubles at value."""
    return max(2.0 ** -1074, math.ulp(value))


def rounded(exact):
    """The nearest double and how far the exact value lies above it, in hundredths of an ulp of the double."""
    value = to_double(exact)
    if not math.isfinite(value):
        return value, 0
    return value, int(mp.nint((exact - mpf(value)) / mpf(ulp(value)) * 100))
