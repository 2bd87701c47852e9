"""Writes formats.txt: doubles and what they round to in each number format, for tests/analysis/number_format_test.cpp.

Usage: python3 make_format_table.py [OUTPUT]   (needs mpmath)

A line holds a format, a double and the double that holds the rounded value, both as the hexadecimal digits of their bits ("nan" for a
NaN): values of the format, the ties between neighbours, and doubles just beside these, over the whole range.
"""
import math
import sys
from pathlib import Path

from mpmath import mpf

import formats
from doubles import bits

SEED = 20240917


def candidates(fmt, pick):
    """Around random values of the format and its ends: the value, the middle to the next, the doubles beside both."""
    smallest = math.ldexp(1, fmt.min_exponent - fmt.precision + 1)
    values = [0.0, smallest, 2 * smallest, math.ldexp(1, fmt.min_exponent), math.ldexp(1, fmt.min_exponent) - smallest, fmt.largest]
    low = fmt.min_exponent - fmt.precision + 1
    high = math.frexp(fmt.largest)[1]
    for _ in range(24):
        exponent = low + pick(high - low)
        values.append(fmt.rounded(mpf(math.ldexp(2 ** 52 + pick(2 ** 52), exponent - 52))))
    for value in (v for v in values if math.isfinite(v)):
        gap = math.ldexp(1, fmt.quantum(mpf(value)))
        for base in (value, value + gap / 2):
            yield from (base, math.nextafter(base, math.inf), math.nextafter(base, 0))
    yield from (fmt.largest * 1.5, 1e300, 5e-324)


def main(output=None):
    formats.check_against_struct()
    state = SEED

    def pick(count):
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (state >> 20) % count

    lines = ["# Made by make_format_table.py; do not edit."]
    for fmt in formats.FORMATS:
        for i, x in enumerate(dict.fromkeys(candidates(fmt, pick))):
            x = -x if i % 3 == 2 else x
            result = math.copysign(fmt.rounded(mpf(x)), x)
            lines.append(f"{fmt.name} {bits(x)} {'nan' if math.isnan(result) else bits(result)}")
    Path(output or Path(__file__).parent / "formats.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
