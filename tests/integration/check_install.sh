#!/usr/bin/env bash
# usage: check_install.sh CMAKE BUILD_FOLDER
# Installs into an empty folder, and runs the program from there.
set -euo pipefail
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
DESTDIR="$root" "$1" --install "$2" --prefix /usr >/dev/null
for file in bin/actlas share/man/man1/actlas.1 share/bash-completion/completions/actlas \
  share/fish/vendor_completions.d/actlas.fish share/zsh/site-functions/_actlas share/doc/actlas/README.md; do
  [[ -s "$root/usr/$file" ]] || { echo "$file is not installed" >&2; exit 1; }
done
cd "$root"
usr/bin/actlas init atlas.toml 2>/dev/null
usr/bin/actlas plot silu -o silu.svg
[[ -s silu.svg ]]
diff <(usr/bin/actlas man) usr/share/man/man1/actlas.1
