# shellcheck shell=bash disable=SC2034
# Sourced by the scripts: goes to the root of the repository and offers step, jobs, no_aslr.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

jobs=${COOPNET_JOBS:-$(nproc 2> /dev/null || echo 2)}

# Thread and address sanitizers want their shadow memory at fixed places, which strong address
# randomisation can take. Use: "${no_aslr[@]}" command
no_aslr=(env)
if setarch -R true 2> /dev/null; then no_aslr=(setarch -R); fi

# step NAME COMMAND...: runs it, prints how long it took; ends the script if it fails.
step_times=()
script=${script:-$(basename "$0")}  # what failures call the script
step() {
  local name=$1 start=$SECONDS
  shift
  printf '\n=== %s\n' "$name"
  if ! "$@"; then
    printf '\n%s: FAILED at: %s (after %d s)\n' "$script" "$name" $((SECONDS - start))
    exit 1
  fi
  step_times+=("$(printf '%5d s  %s' $((SECONDS - start)) "$name")")
  printf '=== %s: %d s\n' "$name" $((SECONDS - start))
}

# configure_and_build PRESET [options of cmake]
configure_and_build() {
  local preset=$1
  shift
  cmake --preset "$preset" "$@" && cmake --build --preset "$preset" --parallel "$jobs"
}
