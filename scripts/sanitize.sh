#!/usr/bin/env bash
# Replays the corpora of tests/fuzz under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/install-dependencies.sh
cmake --preset sanitize >/dev/null
cmake --build --preset sanitize --target fuzzers
for target in config formula interval template; do
  build/sanitize/tests/fuzz/fuzz_$target tests/fuzz/corpus/$target
done
