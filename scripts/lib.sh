# shellcheck shell=bash
# lib.sh: what the other scripts share. Sourcing it goes to the root of the checkout and stops the script at the first
# command that fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Kept between checkouts: tools that a machine lacked, and what CI has built.
cache="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/callboard"
export PATH="$PATH:$cache/tools/bin"
# CI starts in a fresh clone; with a fixed folder only our own crates are built again.
if [ -n "${CI:-}" ]; then
    export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$cache/target}"
    # What was built for a clone in another place has that place's path in it, and cargo would take it for fresh when the
    # files here are older.
    mkdir -p "$CARGO_TARGET_DIR"
    if [ "$(cat "$CARGO_TARGET_DIR/checkout" 2>/dev/null)" != "$PWD" ]; then
        cargo clean --quiet --workspace
        echo "$PWD" >"$CARGO_TARGET_DIR/checkout"
    fi
fi

# One line that says what happens next.
say() {
    echo "» $*"
}

# One line that says what went wrong, and the end.
fail() {
    echo "callboard: $*" >&2
    exit 1
}

# have COMMAND: whether it can be run here.
have() {
    command -v "$1" >/dev/null
}

# Where cargo puts what it builds, whoever configured it.
target_dir() {
    cargo metadata --no-deps --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
