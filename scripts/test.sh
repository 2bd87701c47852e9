#!/usr/bin/env bash
# From a fresh checkout to the default report in out/ and passed tests; warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh ci
build/ci/actlas build config/default.toml
ctest --preset ci --parallel "$(nproc)"
