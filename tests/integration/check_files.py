#!/usr/bin/env python3
"""Checks the files that other programs read: .pre-commit-hooks.yaml, action.yml, vcpkg.json, Dockerfile.

usage: check_files.py SOURCE_FOLDER PROGRAM
Ends with status 77, which CTest takes for skipped, where Python has no YAML.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

try:
    import yaml
except ModuleNotFoundError:
    sys.exit(77)

root, program = Path(sys.argv[1]), sys.argv[2]
faults = []


def expect(holds, fault):
    if not holds:
        faults.append(fault)


def text_of(name):
    return (root / name).read_text(encoding="utf-8")


def options_of(command):
    answer = subprocess.run([program, command, "--help"], capture_output=True, text=True)
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", answer.stdout)) if answer.returncode == 0 else None


def check_command(where, words):
    """`words` are a command line without the program."""
    known = options_of(words[0])
    expect(known is not None, f"{where}: there is no command {words[0]}")
    for word in words[1:]:
        if word.startswith("-") and word != "--":
            expect(word.split("=")[0] in (known or ()), f"{where}: `actlas {words[0]}` has no option {word}")


def check_hooks():
    hooks = yaml.safe_load(text_of(".pre-commit-hooks.yaml"))
    expect(len(hooks) > 0, ".pre-commit-hooks.yaml: no hook")
    for hook in hooks:
        where = f".pre-commit-hooks.yaml: {hook.get('id')}"
        for key in ("id", "name", "description", "entry", "language"):
            expect(isinstance(hook.get(key), str), f"{where}: no {key}")
        words = hook["entry"].split()
        expect(words[0] == "actlas", f"{where}: the entry is not actlas")
        check_command(where, words[1:] + hook.get("args", []))


def check_action():
    action = yaml.safe_load(text_of("action.yml"))
    expect(action["runs"]["using"] == "composite", "action.yml: not composite")
    used = set()
    for step in action["runs"]["steps"]:
        where = f"action.yml: {step.get('name')}"
        expect(step.get("shell") == "bash", f"{where}: its shell is not bash")
        expect("${{" not in step["run"], f"{where}: an expression within shell code can inject code")
        for script in re.findall(r"GITHUB_ACTION_PATH/(scripts/[\w.-]+)", step["run"]):
            expect((root / script).stat().st_mode & 0o111, f"{where}: {script} cannot be run")
        for value in step.get("env", {}).values():
            used |= set(re.findall(r"inputs\.(\w+)", value))
    expect(used == set(action["inputs"]), f"action.yml: inputs {sorted(action['inputs'])}, used {sorted(used)}")
    presets = {preset["name"] for preset in json.loads(text_of("CMakePresets.json"))["configurePresets"]}
    for name in ("action.yml", "Dockerfile"):
        for preset in re.findall(r"build\.sh\"? (\w+)|--preset (\w+)", text_of(name)):
            expect(set(preset) - {""} <= presets, f"{name}: no preset {preset}")


def check_action_script():
    """What the action runs, with a program that prints its arguments in the place of actlas."""

    def run(**inputs):
        environment = {"PATH": "/usr/bin:/bin", **{f"ACTLAS_{name.upper()}": text for name, text in inputs.items()}}
        return subprocess.run([root / "scripts/run-action.sh", "/bin/echo"], env=environment, capture_output=True,
                              text=True)

    line = run(command="check", config="a $(id) `id`; b.toml", output="out put", jobs="2").stdout.rstrip("\n")
    expect(line == "check --diff --output=out put --jobs=2 -- a $(id) `id`; b.toml", f"run-action.sh runs: {line}")
    line = run(command="build", config="-a.toml").stdout.rstrip("\n")
    expect(line == "build -- -a.toml", f"run-action.sh runs: {line}")
    expect(run(command="eval; id", config="a").returncode == 2, "run-action.sh takes a command that is none")
    check_command("run-action.sh", ["check", "--diff", "--output", "--jobs"])
    check_command("run-action.sh", ["build", "--output", "--jobs"])


def check_vcpkg():
    manifest = json.loads(text_of("vcpkg.json"))
    names = set(manifest["dependencies"]) | set(manifest["features"]["tests"]["dependencies"])
    version = re.search(r"project\(actlas VERSION ([\d.]+)", text_of("CMakeLists.txt")).group(1)
    expect(manifest["version"] == version, "vcpkg.json: not the version of CMakeLists.txt")
    # The README's table has vcpkg's names in its third column.
    for row in re.findall(r"(?m)^\|(.*)\|$", text_of("README.md").split("## Other systems")[1]):
        library, _, vcpkg = [cell.strip() for cell in row.split("|")][:3]
        if re.fullmatch(r"[a-z0-9-]+", vcpkg) and vcpkg not in ("none", "vcpkg", "---") and set(vcpkg) != {"-"}:
            expect(vcpkg in names, f"vcpkg.json: {library} ({vcpkg}) is not there")


for check in (check_hooks, check_action, check_action_script, check_vcpkg):
    check()
print("\n".join(faults) or "no faults")
sys.exit(bool(faults))
