#!/usr/bin/env bash
# Installs what is missing and builds the program: build/release/actlas. A preset of CMakePresets.json may be named;
# `program` builds no tests and installs nothing for them: build/program/actlas.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
if [[ "$preset" == program ]]; then scripts/install-dependencies.sh --program; else scripts/install-dependencies.sh; fi
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
