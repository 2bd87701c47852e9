#!/usr/bin/env bash
# Installs the Debian 12 packages that actlas is built, run and tested with. Does nothing where all are present.
# With --lint also clang-format and clang-tidy; with --program only what the program is built and run with.
set -euo pipefail

packages=(
  # build tools
  g++ cmake ninja-build pkg-config
  # libraries
  libcairo2-dev libpango1.0-dev libharfbuzz-dev libfontconfig-dev libdeflate-dev nettle-dev
  libfmt-dev libtomlplusplus-dev nlohmann-json3-dev libcli11-dev libkainjow-mustache-dev
  libcmark-gfm-dev libcmark-gfm-extensions-dev libboost-math-dev libeigen3-dev libdtl-dev
  # fonts that the figures are set in
  fonts-inter fonts-noto-cjk fonts-stix
)
if [[ "${1:-}" != "--program" ]]; then
  packages+=(catch2 libmpfr-dev libspng-dev poppler-utils python3-numpy python3-yaml chromium-headless-shell groff man-db locales)
  # Node.js from elsewhere conflicts with Debian's npm.
  { command -v node && command -v npm; } >/dev/null || packages+=(nodejs npm)
fi
[[ "${1:-}" == "--lint" ]] && packages+=(clang-format clang-tidy git)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ "$status" == installed ]] || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

as_root=()
if [[ $(id -u) -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "$0: these packages are missing: ${missing[*]}; run as root or install sudo" >&2; exit 1; }
  as_root=(sudo)
fi
echo "installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
