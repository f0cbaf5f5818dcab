# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# How the scripts speak: every step is announced, goes to the terminal and to a log, and says how long it took.
# The last line is always "NAME: done: …" or "NAME: failed: …".

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
script=packaging/${0##*/}
log=
isClosed=no

# begin NAME: call once, before any step.
begin() {
    mkdir -p "$project/build/logs"
    log=$project/build/logs/$1.log
    : > "$log"
    trap 'onExit $?' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    say "log: $log"
}

say() {
    printf '%s: %s\n' "$script" "$*"
}

# step TITLE COMMAND…: stops the script if the command fails.
step() {
    local title=$1 from=$SECONDS status=0
    shift
    printf '\n== %s\n' "$title" | tee -a "$log"
    "$@" < /dev/null 2>&1 | tee -a "$log" || status=${PIPESTATUS[0]}
    if [ "$status" -ne 0 ]; then
        fail "$title (exit $status)"
    fi
    printf '== %s: %d s\n' "$title" $((SECONDS - from)) | tee -a "$log"
}

fail() {
    isClosed=yes
    printf '\n%s: failed: %s\n' "$script" "$*"
    [ -z "$log" ] || printf '%s: failed: the log is %s\n' "$script" "$log"
    exit 1
}

succeed() {
    isClosed=yes
    printf '\n%s: done: %s (%d s)\n' "$script" "$*" "$SECONDS"
}

# What a script registers here with atEnd is done in reverse order however it ends.
endings=()
atEnd() {
    endings+=("$1")
}

onExit() {
    local status=$1 i
    for ((i = ${#endings[@]} - 1; i >= 0; i--)); do
        ${endings[i]} || true
    done
    if [ "$status" -ne 0 ] && [ "$isClosed" = no ]; then
        printf '\n%s: failed: interrupted, or a fault of the script itself (exit %d)\n' "$script" "$status"
    fi
}
