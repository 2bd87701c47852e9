#!/usr/bin/env bash
# From a fresh checkout to the default report in out/.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh release
build/release/actlas build config/default.toml
