# SPDX-FileCopyrightText: Chevet contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Debian packages by list (packaging/packages/NAME.list). Nothing is fetched when nothing is missing.

# 12 or 13; empty on anything else. A Debian without a number is newer than 13 and is treated as 13.
debianRelease() {
    (
        # shellcheck disable=SC1091
        . /etc/os-release
        [ "${ID:-}" = debian ] || exit 0
        case ${VERSION_ID:-13} in
        12) echo 12 ;;
        *) echo 13 ;;
        esac
    )
}

# packagesOf LIST…: the names for this release.
packagesOf() {
    local release list
    release=$(debianRelease)
    for list in "$@"; do
        sed -E 's/#.*//; s/[[:space:]]+$//; /^[[:space:]]*$/d' "$project/packaging/packages/$list.list" |
            sed -nE "s/^\[${release:-none}\][[:space:]]*//; /^\[/d; p"
    done | sort -u
}

missingPackages() {
    local name
    packagesOf "$@" | while read -r name; do
        # shellcheck disable=SC2016
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2> /dev/null)" != installed ]; then
            echo "$name"
        fi
    done
}

# installPackages LIST…: installs what is missing, as root or through sudo.
installPackages() {
    local missing asRoot=()
    if [ -n "${CHEVET_SKIP_INSTALL:-}" ]; then
        say "CHEVET_SKIP_INSTALL is set: nothing is installed"
        return
    fi
    if [ -z "$(debianRelease)" ]; then
        fail "this is no Debian 12 or 13. Install what packaging/packages names, then set CHEVET_SKIP_INSTALL=1"
    fi
    mapfile -t missing < <(missingPackages "$@")
    if [ ${#missing[@]} -eq 0 ]; then
        say "every package is there ($*)"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo > /dev/null; then
            fail "neither root nor sudo. As root: apt-get install --no-install-recommends ${missing[*]}"
        fi
        say "sudo will ask for your password to install ${#missing[@]} packages"
        sudo -v || fail "sudo refused. As root: apt-get install --no-install-recommends ${missing[*]}"
        asRoot=(sudo)
    fi
    step "Refreshing the package lists" \
        "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
    step "Installing ${#missing[@]} packages: ${missing[*]}" \
        "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 \
        install --no-install-recommends "${missing[@]}"
}
