#!/usr/bin/env bash
# Installs what is missing and builds the program: build/release/actlas. A preset of CMakePresets.json may be named.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}
scripts/install-dependencies.sh
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset"
