#!/usr/bin/env bash
# Runs a test of this folder with Node.js. Exit status 77, after saying so, where something that it needs is absent.
#   run.sh TEST.mjs [ARGUMENT...]
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")

skip() {
  echo "SKIPPED, NO PAGE WAS OPENED: $1" >&2
  exit 77
}

command -v node >/dev/null || skip "Node.js is not installed (Debian: nodejs)"
# The headless shell starts and draws faster than the whole browser.
browser=$(command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[[ -n "$browser" ]] || skip "Chromium is not installed (Debian: chromium-headless-shell)"
[[ -d "$here/node_modules/playwright-core" && -d "$here/node_modules/axe-core" ]] ||
  skip "node modules are not installed (npm ci --prefix tests/browser)"
test=$1
shift
CHROMIUM=$browser exec node "$here/$test" "$@"
