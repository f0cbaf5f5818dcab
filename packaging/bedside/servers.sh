# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What installing the servers and trying them out share: filling in the templates of this folder.

templates=$project/packaging/bedside
pageSource=$project/resources/bedside
declare -A value=()

# fill TEMPLATE FILE: every @NAME@ becomes value[NAME]; one without a value is a fault of ours.
fill() {
    local text name
    text=$(< "$templates/$1")
    for name in "${!value[@]}"; do
        text=${text//@"$name"@/${value[$name]}}
    done
    if [[ $(grep -v '^#' <<< "$text") =~ @[A-Z_]+@ ]]; then
        fail "$1: nothing is known for ${BASH_REMATCH[0]}"
    fi
    printf '%s\n' "$text" > "$2"
}

# copyPage FOLDER: what the browser loads, and nothing else.
copyPage() {
    install -d -m 755 "$1"
    install -m 644 "$pageSource"/*.js "$pageSource/index.html" "$pageSource/style.css" "$pageSource/icon.svg" "$1/"
}

# pageDigest FOLDER: one figure for the whole page, to be compared with that of the release.
pageDigest() {
    (cd "$1" && LC_ALL=C sha256sum -- * | sha256sum | cut -c 1-16)
}
