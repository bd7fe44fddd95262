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

# The program as `make test` builds it.
debug_program() {
    local program
    program="$(target_dir)/debug/callboard"
    [ -x "$program" ] || fail "there is no $program: scripts/test build makes it"
    echo "$program"
}

# python_programs FOLDER: where the programs are that FOLDER/requirements.txt asks for; they are installed if need be.
# There is an environment for each list and each Python, so that an old one is never taken for the new.
python_programs() {
    local environment
    environment="$cache/${1##*/}-$({ python3 --version; cat "$1/requirements.txt"; } | sha256sum | cut -c 1-12)"
    if [ ! -e "$environment/complete" ]; then
        say "installing the Python packages of $1" >&2
        rm -rf "$environment"
        python3 -m venv "$environment"
        "$environment/bin/pip" install --quiet --disable-pip-version-check --no-deps -r "$1/requirements.txt" >&2
        touch "$environment/complete"
    fi
    echo "$environment/bin"
}
