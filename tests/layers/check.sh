#!/bin/sh
# usage: check.sh ROOT
# Checks what the files below ROOT include. A layer may use itself and the layers to its left:
#
#   core <- model <- io <- intake                                   (other people's tables and texts)
#   core <- graph <- algo                      (src/kernel is part of algo)
#   {model, algo} <- network <- analysis <- render <- tools         (render also uses io and intake)
#   {io, network} <- exchange <- tools
#
# Public headers keep heavy headers out of a user's program, and each third-party library stays in
# the folders that own it. Prints one line per offence and ends with 1 if there is one.
set -eu
export LC_ALL=C

here=$(cd "$(dirname "$0")" && pwd)
cd "$1"
dirs=
for dir in include/coopnet src tools; do
  if [ -d "$dir" ]; then dirs="$dirs $dir"; fi
done
if [ -z "$dirs" ]; then
  echo "layers: nothing to check in $1" >&2
  exit 2
fi

list=$(mktemp)
trap 'rm -f "$list"' EXIT
# shellcheck disable=SC2086  # $dirs is a list
find $dirs -type f \( -name '*.hpp' -o -name '*.h' -o -name '*.cpp' -o -name '*.inc' \) | sort > "$list"

awk -v list="$list" -f "$here/layers.awk"
