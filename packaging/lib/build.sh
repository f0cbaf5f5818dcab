# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Configuring and building a preset of CMakePresets.json into build/PRESET.

jobs=$(nproc)

# configure PRESET [-DNAME=VALUE…]
configure() {
    local preset=$1
    shift
    step "Configuring $preset" cmake -S "$project" --preset "$preset" "$@"
}

# build PRESET [TARGET…]: everything without a target.
build() {
    local preset=$1
    shift
    step "Building $preset${*:+: $*}" cmake --build "$project/build/$preset" -j "$jobs" ${@:+--target "$@"}
}
