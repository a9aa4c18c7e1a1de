#!/bin/sh
# The layer check must pass the good tree and name each offence, and no more, in the bad one.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

sh "$here/check.sh" "$here/good"

out=$(mktemp)
trap 'rm -f "$out"' EXIT
if sh "$here/check.sh" "$here/bad" > "$out"; then
  echo "the bad tree was accepted" >&2
  exit 1
fi
diff -u "$here/bad.expected" "$out"
