# shellcheck shell=bash
# passed.sh: what scripts/test need not do again: a step has passed, and nothing that its outcome depends on has changed
# since. Kept beside what cargo builds, one file for each step, so a fresh clone runs everything; and CI always does.

# all_of STEP: prints everything that the outcome of a step depends on. What has no entry here runs every time.
all_of() {
    case $1 in
        # Tests read the whole checkout: tests/tidy looks at every file, and the program carries the dashboard.
        tests | examples)
            files_of_checkout
            files_in frontend/dist ../shared/reference "${CARGO_HOME:-$HOME/.cargo}/config.toml"
            rustc -vV
            cargo nextest --version
            postgres_version
            env | grep -E '^(CARGO|NEXTEST|RUST|INSTA|PROPTEST|TEST_)' | sort
            ;;
        dashboard)
            files_of_checkout frontend
            node --version
            ;;
        browser)
            files_in "$(debug_program)"
            files_of_checkout frontend/e2e frontend/'*.json' frontend/playwright.config.ts scripts/e2e-browser
            node --version
            postgres_version
            "${CHROMIUM:-chromium}" --version
            ;;
        conformance)
            files_in "$(debug_program)" ../shared/reference
            files_of_checkout tests/conformance scripts/conformance scripts/with-sandbox
            python3 --version
            ;;
        sdk)
            files_in "$(debug_program)"
            files_of_checkout tests/sdk scripts/sdk scripts/with-sandbox
            python3 --version
            ;;
    esac 2>/dev/null
}

# files_of_checkout [PATH…]: names and contents of what git knows or would take, committed or not.
files_of_checkout() {
    git ls-files -z --cached --others --exclude-standard -- scripts/lib.sh "${@:-.}" | sort -zu | xargs -0 sha256sum
}

# files_in PATH…: names and contents of all files there.
files_in() {
    find -L "$@" -type f -print0 | sort -z | xargs -0 --no-run-if-empty sha256sum
}

postgres_version() {
    find /usr/lib/postgresql -name postgres -exec {} --version \;
}

# fingerprint STEP: one word for all that its outcome depends on; none when that cannot be told, as without git.
fingerprint() {
    local all
    git rev-parse 2>/dev/null || return 0
    all=$(all_of "$1" || true)
    [ -z "$all" ] || echo "$all" | sha256sum | cut -d ' ' -f 1
}

# passed_on STEP FINGERPRINT: prints when the step passed with it, or fails.
passed_on() {
    local stamp
    stamp="$(target_dir)/passed/$1"
    [ -z "${CI:-}" ] && [ -z "${FORCE:-}" ] && [ -n "$2" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$2" ] \
        && date --reference "$stamp" '+%F %H:%M'
}

# remember STEP FINGERPRINT: it has passed with what was there when it began.
remember() {
    local folder
    [ -n "$2" ] || return 0
    folder="$(target_dir)/passed"
    mkdir -p "$folder"
    echo "$2" >"$folder/$1"
}
