#!/usr/bin/env python3
"""Whole-process CPU time of the seed article's figure: actlas against gnuplot, in turn, format by format.

usage: bench/seed_figure.py [path to actlas] [runs]

Prints the median CPU seconds (user + system) of each and the median of the paired ratios. gnuplot (gnuplot-nox) must be installed.
"""
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent


def cpu_seconds(command, **options):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main():
    actlas = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "build/release/actlas"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    config = (root / "config/seed.toml").read_text(encoding="utf-8")
    print(f"{'format':8}{'actlas':>10}{'gnuplot':>10}{'ratio':>8}   CPU seconds, median of {runs} paired runs")
    with tempfile.TemporaryDirectory() as folder:
        for form in ("svg", "png", "pdf"):
            one = re.sub(r"(?m)^formats = .*$", f'formats = ["{form}"]', config)
            if one == config and f'formats = ["{form}"]' not in config:
                sys.exit("config/seed.toml has no line `formats = ...`")
            path = Path(folder) / f"{form}.toml"
            path.write_text(one, encoding="utf-8")
            ours, theirs = [], []
            for run in range(runs + 1):
                target = os.path.join(folder, f"{form}{run}")
                a = cpu_seconds([str(actlas), "build", str(path), "-o", target, "--jobs", "1", "--quiet"])
                b = cpu_seconds(["gnuplot", "-e", f"term='{form}'; target='{target}.{form}'", str(root / "bench/seed_figure.gp")])
                if run:  # the first run warms the caches of both
                    ours.append(a)
                    theirs.append(b)
            ratio = statistics.median(a / b for a, b in zip(ours, theirs))
            print(f"{form:8}{statistics.median(ours):10.3f}{statistics.median(theirs):10.3f}{ratio:8.2f}")


if __name__ == "__main__":
    main()
