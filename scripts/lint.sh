#!/usr/bin/env bash
# clang-format over every C++ file and clang-tidy over every translation unit of src/; changes nothing. Fails on a
# wrongly formatted file, on code that clang does not accept, and on the findings that .clang-tidy names as errors.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install-dependencies.sh --lint
git ls-files 'src/*.hpp' 'src/*.cpp' 'tests/*.hpp' 'tests/*.cpp' 'bench/*.cpp' | xargs clang-format --dry-run --Werror
cmake --preset lint >/dev/null
git ls-files 'src/*.cpp' | xargs --max-procs="$(nproc)" --max-args=4 clang-tidy --quiet -p build/lint --extra-arg=-Wno-unknown-warning-option
