# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# A virtual display of the script's own, and pictures of what is on it.

displayPid=

hasDisplay() {
    [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]
}

# Starts Xvfb on a display that nobody uses and sets DISPLAY. It ends with the script.
startDisplay() {
    local answer
    answer=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3> "$answer" 2>> "$log" &
    displayPid=$!
    atEnd stopDisplay
    for _ in $(seq 100); do
        [ -s "$answer" ] && break
        kill -0 "$displayPid" 2> /dev/null || fail "Xvfb does not start"
        sleep 0.1
    done
    [ -s "$answer" ] || fail "Xvfb gives no display within 10 s"
    DISPLAY=:$(cat "$answer")
    export DISPLAY
    unset WAYLAND_DISPLAY XAUTHORITY
    rm -f "$answer"
}

stopDisplay() {
    [ -z "$displayPid" ] || kill "$displayPid" 2> /dev/null
}

# takePicture FILE: once the screen shows more than a few colours and stands still for two seconds, so that opening
# a vault is over.
takePicture() {
    local file=$1 before='' now colours still=0
    for _ in $(seq 60); do
        import -window root "$file" 2>> "$log" || return 1
        now=$(identify -format '%#' "$file") # of the pixels alone: the file has the time in it
        colours=$(identify -format '%k' "$file")
        if [ "$now" = "$before" ] && [ "$colours" -gt 16 ]; then
            still=$((still + 1))
            [ "$still" -lt 4 ] || return 0
        else
            still=0
        fi
        before=$now
        sleep 0.5
    done
    return 1
}
