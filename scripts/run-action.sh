#!/usr/bin/env bash
# usage: run-action.sh PROGRAM
# What action.yml runs: ACTLAS_COMMAND (build or check) on ACTLAS_CONFIG, with ACTLAS_OUTPUT and ACTLAS_JOBS where they
# are not empty.
set -euo pipefail
[[ -n "${ACTLAS_CONFIG:-}" ]] || { echo "::error::the input \"config\" names no file" >&2; exit 2; }
case "${ACTLAS_COMMAND:-}" in
  build) arguments=(build) ;;
  check) arguments=(check --diff) ;;
  *) echo "::error::the input \"command\" must be build or check" >&2; exit 2 ;;
esac
[[ -z "${ACTLAS_OUTPUT:-}" ]] || arguments+=("--output=$ACTLAS_OUTPUT")
[[ -z "${ACTLAS_JOBS:-}" ]] || arguments+=("--jobs=$ACTLAS_JOBS")
exec "$1" "${arguments[@]}" -- "$ACTLAS_CONFIG"
