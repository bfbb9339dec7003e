#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by run.sh and test.sh: installs what they need, and runs commands as the person who called.
# shellcheck disable=SC2034

# To build, and to run what was built.
build_packages="g++ cmake ninja-build qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-tools-dev
    qt6-tools-dev-tools qt6-l10n-tools qtkeychain-qt6-dev libexpected-dev libcli11-dev libboost-dev libproxy-dev
    libglib2.0-dev libjsoncpp-dev libyaml-cpp-dev
    pkgconf libx11-dev libxcb1-dev libsecret-1-0 ca-certificates fonts-inter fonts-dejavu-core"
# To build and run the tests: a quick linker, a display, a session bus, a real keyring, and the tools
# that look at them.
test_packages="mold xvfb xauth dbus gnome-keyring libsecret-tools openssl at-spi2-core python3 python3-pyatspi
    xdotool xclip x11-utils curl procps dunst tint2 openbox binutils strace mutter qt6-wayland keepassxc php-cli"

# For one test, which passes over those that are missing.
clipboard_managers="parcellite diodon xfce4-clipman qlipper"

# need PACKAGE…: installs those that are missing; where there is no apt-get, names them and stops.
need() {
    [ $# -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "Tokeni is built with these packages, here by their Debian names. Install them and run this" >&2
        echo "again with TOKENI_SKIP_INSTALL=1:" >&2
        printf '  %s\n' "$@" >&2
        [ -n "${TOKENI_SKIP_INSTALL:-}" ] || exit 1
        return
    fi
    local missing=()
    for package in "$@"; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed' ||
            missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local sudo=
    [ "$(id -u)" = 0 ] || sudo=sudo
    if [ -n "$sudo" ] && ! command -v sudo >/dev/null; then
        echo "Run this once as root, so that it can install: ${missing[*]}" >&2
        exit 1
    fi
    echo "Installing: ${missing[*]}" >&2
    $sudo apt-get update -q >&2
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2
}

# offered PACKAGE…: prints those that this system offers.
offered() {
    local package
    for package in "$@"; do
        ! apt-cache show "$package" >/dev/null 2>&1 || printf '%s\n' "$package"
    done
}

# caller COMMAND…: with sudo, COMMAND as the person behind it, whose display and keychain it is and who
# wants to own what is built; otherwise as it is.
caller() {
    local user=${SUDO_USER:-root}
    if [ "$(id -u)" != 0 ] || [ "$user" = root ] || ! may_build "$user"; then
        "$@"
        return
    fi
    local home uid
    home=$(getent passwd "$user" | cut -d: -f6)
    uid=$(id -u "$user")
    local runtime=/run/user/$uid
    local bus=()
    [ ! -S "$runtime/bus" ] || bus=("DBUS_SESSION_BUS_ADDRESS=unix:path=$runtime/bus")
    runuser -u "$user" -- env "HOME=$home" "XDG_RUNTIME_DIR=$runtime" "${bus[@]}" "$@"
}

# A tree, or a build of it, that belongs to root can't be built by somebody else.
may_build() {
    local folder
    for folder in . build build/*; do
        [ ! -e "$folder" ] || runuser -u "$1" -- test -w "$folder" || return 1
    done
}
