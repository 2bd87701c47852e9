#!/usr/bin/env bash
# Builds what the browser is to look at: the default report, a small one as a single file, and a small one with
# activations of vectors.
#   build_reports.sh ACTLAS SOURCE_FOLDER OUTPUT_FOLDER
set -euo pipefail
export XDG_CACHE_HOME=/dev/null # nothing is left at home
"$1" build "$2/config/default.toml" --output "$3/default" --quiet
"$1" build "$2/config/single.toml" --output "$3/single" --quiet
"$1" build "$2/tests/browser/vectors.toml" --output "$3/vectors" --quiet
