#!/usr/bin/env python3
"""Measures actlas and prints a Markdown table.

usage: bench/run.py [--actlas PROGRAM] [--benches FOLDER] [--runs N] [--sizes N,N,...] [PART...]

Parts (all unless named): seed, functions, speed, studies, scaling. Times are CPU seconds (user + system) of whole
processes, so that other work on the machine does not count; programs that are compared run in turn, and a ratio is the
median of the ratios of neighbouring runs. gnuplot (gnuplot-nox) and matplotlib (python3-matplotlib) are compared with
where they are installed, and their rows are missing where they are not. The parts speed and studies need programs that
are built with -DACTLAS_BENCHMARKS=ON.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

root = Path(__file__).resolve().parent.parent

# What the part `functions` draws, with gnuplot's words for it.
FUNCTIONS = {
    "sigmoid": "1/(1+exp(-x))",
    "tanh": "tanh(x)",
    "relu": "x>0 ? x : 0",
    "leaky_relu": "x>0 ? x : 0.01*x",
    "elu": "x>0 ? x : exp(x)-1",
    "selu": "1.0507009873554805*(x>0 ? x : 1.6732632423543772*(exp(x)-1))",
    "celu": "x>0 ? x : exp(x)-1",
    "gelu": "x*norm(x)",
    "gelu_tanh": "0.5*x*(1+tanh(sqrt(2/pi)*(x+0.044715*x**3)))",
    "silu": "x/(1+exp(-x))",
    "mish": "x*tanh(log(1+exp(x)))",
    "softplus": "log(1+exp(x))",
    "softsign": "x/(1+abs(x))",
    "hard_sigmoid": "x<-3 ? 0 : x>3 ? 1 : x/6+0.5",
    "hard_swish": "x<-3 ? 0 : x>3 ? x : x*(x+3)/6",
    "hard_tanh": "x<-1 ? -1 : x>1 ? 1 : x",
    "relu6": "x<0 ? 0 : x>6 ? 6 : x",
    "log_sigmoid": "-log(1+exp(-x))",
    "tanhshrink": "x-tanh(x)",
    "softshrink": "x>0.5 ? x-0.5 : x<-0.5 ? x+0.5 : 0",
    "hardshrink": "abs(x)>0.5 ? x : 0",
    "arctan": "atan(x)",
    "gaussian": "exp(-x**2)",
    "sinc": "x==0 ? 1 : sin(x)/x",
    "swish": "x/(1+exp(-x))",
    "identity": "x",
    "binary_step": "x>=0 ? 1 : 0",
    "squareplus": "(x+sqrt(x**2+4))/2",
}


def run(command):
    """CPU seconds and peak memory in MB of a process; it must succeed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}\n{said.decode(errors='replace')}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def in_turn(commands, output, runs):
    """The times of each command, run one after the other; the first round only warms caches. What they write to the
    folder `output` is removed before each: actlas leaves files alone that are what they should be."""
    times = [[] for _ in commands]
    for number in range(runs + 1):
        for command, taken in zip(commands, times):
            shutil.rmtree(output, ignore_errors=True)
            output.mkdir()
            seconds, _ = run(command)
            if number:
                taken.append(seconds)
    return times


def compare(what, names, commands, output, runs):
    """Rows for one piece of work done by several programs, the first of which is ours."""
    times = in_turn(commands, output, runs)
    for name, taken in zip(names, times):
        ratio = statistics.median(ours / theirs for ours, theirs in zip(times[0], taken))
        share = "" if name == names[0] else f"actlas takes {ratio:.2f} of it"
        row(what, name, f"{statistics.median(taken):.3f} s", share)


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def has_matplotlib(python):
    return subprocess.run([python, "-c", "import matplotlib"], stderr=subprocess.DEVNULL).returncode == 0


def seed(options, folder):
    config = (root / "config/seed.toml").read_text(encoding="utf-8")
    python = next((p for p in (sys.executable, "/usr/bin/python3") if has_matplotlib(p)), None)
    for form in ("svg", "png", "pdf"):
        one = re.sub(r"(?m)^formats = .*$", f'formats = ["{form}"]', config)
        path, output = folder / "seed.toml", folder / "out"
        path.write_text(one, encoding="utf-8")
        names = ["actlas"]
        commands = [[options.actlas, "build", path, "-o", output, "--jobs", "1", "--quiet"]]
        target = output / f"seed.{form}"
        if shutil.which("gnuplot"):
            names.append("gnuplot")
            commands.append(["gnuplot", "-e", f"term='{form}'; target='{target}'", root / "bench/seed_figure.gp"])
        if python:
            names.append("matplotlib")
            commands.append([python, root / "bench/seed_figure_matplotlib.py", target])
        compare(f"the article's 2×2 figure as {form.upper()}", names, commands, output, options.runs)


def functions(options, folder):
    lines = ['languages = ["en"]\ninclude = ["relu"]\n[report]\nenabled = false\n[figures]\nformats = ["png"]\n'
             'themes = ["light"]\ndpi = 96\n']
    config, plot, output = folder / "functions.toml", folder / "functions.gp", folder / "out"
    script = ["set terminal pngcairo size 720,450\nset samples 1000\nset xrange [-5:5]\nset grid\n"]
    for name, formula in FUNCTIONS.items():
        lines.append(f'[[figure]]\nname = "{name}"\nkind = "curve"\nactivations = ["{name}"]\nx = [-5, 5]\n'
                     'size = "720x450px"\nderivative = false\nannotate = false\n')
        script.append(f"set output '{output}/{name}.png'\nset title '{name}' noenhanced\nplot {formula} notitle\n")
    config.write_text("".join(lines), encoding="utf-8")
    plot.write_text("".join(script), encoding="utf-8")
    names = ["actlas"]
    commands = [[options.actlas, "build", config, "-o", output, "--jobs", "1", "--quiet"]]
    if shutil.which("gnuplot"):
        names.append("gnuplot")
        commands.append(["gnuplot", plot])
    compare(f"{len(FUNCTIONS)} functions, a PNG each", names, commands, output, options.runs)


def bench_lines(options, program, *arguments):
    path = options.benches / program
    if not path.exists():
        print(f"{path} is not there: build with -DACTLAS_BENCHMARKS=ON", file=sys.stderr)
        return []
    return subprocess.run([path, *arguments], check=True, capture_output=True, text=True).stdout.splitlines()


def speed(options, folder):
    for line in bench_lines(options, "figure_bench", "3"):
        if found := re.match(r"(SVG|PNG|PDF) +([\d.]+) +(\d+)", line):
            form, milliseconds, rate = found.groups()
            row(f"an annotated figure as {form}, in a running process", "actlas", f"{1 / int(rate):.4f} s",
                f"{rate} figures a second; rendering takes {milliseconds} ms of a figure")


def studies(options, folder):
    for line in bench_lines(options, "study_bench"):
        if found := re.match(r"100 studies: (\d+) ms", line):
            row("100 studies of the catalogue", "actlas", f"{int(found.group(1)) / 1000:.2f} s", "")
            break  # formulas of a user's come after


def scaling(options, folder):
    known = {"x", "pi", "e", "if"}
    listed = json.loads(subprocess.run([options.actlas, "list", "--json"], check=True, capture_output=True).stdout)
    calls = {name for entry in listed for name in re.findall(r"([a-z_0-9]+)\(", entry["formula"])}
    plain = [entry["formula"] for entry in listed
             if set(re.findall(r"[A-Za-z_]\w*", entry["formula"])) <= known | calls]
    for size in options.sizes:
        ids = [entry["id"] for entry in listed][:size]
        text = [f'languages = ["en"]\ninclude = {json.dumps(ids)}\n[experiments]\nenabled = false\n'
                '[figures]\nthemes = ["light"]\n']
        # Beyond the catalogue: its formulas again, stretched.
        for number in range(size - len(ids)):
            factor = 1.1 + number // len(plain) / 10
            text.insert(1, f'[[activation]]\nid = "more_{number}"\nname = "More {number}"\n'
                           f'formula = "{factor:g}*({plain[number % len(plain)]})"\n')
        config, output = folder / f"scaling-{size}.toml", folder / f"scaling-{size}"
        config.write_text("".join(text), encoding="utf-8")
        seconds, memory = run([options.actlas, "build", config, "-o", output, "--quiet"])
        files = sum(1 for path in output.rglob("*") if path.is_file())
        row(f"report on {size} activations", "actlas", f"{seconds:.1f} s",
            f"{1000 * seconds / size:.0f} ms an activation; at most {memory:.0f} MB; {files} files")


def machine():
    release = {}
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("=")
        release[key] = value.strip('"')
    return f"{os.cpu_count()} cores of a virtual {os.uname().machine} machine, {release.get('ID', '').capitalize()} {release.get('VERSION_ID', '')}"


def main():
    parts = {"seed": seed, "functions": functions, "speed": speed, "studies": studies, "scaling": scaling}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actlas", type=Path, default=root / "build/release/actlas")
    parser.add_argument("--benches", type=Path, default=None, help="where figure_bench is; beside actlas unless given")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=[10, 100, 400])
    parser.add_argument("parts", nargs="*", metavar="PART")
    options = parser.parse_args()
    options.benches = options.benches or options.actlas.parent / "bench"
    unknown = set(options.parts) - set(parts)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    print(f"On {machine()}; CPU seconds (user + system), median of {options.runs} runs in turn.\n")
    row("work", "program", "CPU time", "")
    print("|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for part in options.parts or parts:
            parts[part](options, Path(name))


if __name__ == "__main__":
    main()
