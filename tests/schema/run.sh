#!/usr/bin/env bash
# Runs the test of this folder with Node.js. Exit status 77, after saying so, where something that it needs is absent.
#   run.sh SOURCE_FOLDER
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

skip() {
  echo "SKIPPED, NO CONFIG WAS CHECKED: $1" >&2
  exit 77
}

command -v node >/dev/null || skip "Node.js is not installed (Debian: nodejs)"
[[ -d "$here/node_modules/@taplo/cli" ]] || skip "node modules are not installed (npm ci --prefix tests/schema)"
exec node "$here/check_schema.mjs" "$1"
