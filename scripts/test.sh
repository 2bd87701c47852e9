#!/usr/bin/env bash
# From a fresh checkout to the default report in out/ and passed tests; warnings are errors.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/build.sh ci
build/ci/actlas build config/default.toml
# Without these modules ctest reports the tests in a browser and those of the schema as skipped.
npm ci --prefix tests/browser --silent || echo "$0: npm ci failed: NO PAGE WILL BE OPENED IN A BROWSER" >&2
npm ci --prefix tests/schema --silent || echo "$0: npm ci failed: NO CONFIG WILL BE CHECKED AGAINST THE SCHEMA" >&2
ctest --preset ci --parallel "$(nproc)"
