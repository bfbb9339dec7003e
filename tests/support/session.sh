#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# session.sh COMMAND…: runs COMMAND in the environment of a user who has just logged in: a fresh HOME, an
# X display (Xvfb), a private D-Bus session and an unlocked gnome-keyring. It leaves nothing behind.
# TOKENI_SESSION_KEYRING=none: without a keyring; =locked: with one that nobody can unlock.
set -euo pipefail

home=$(mktemp -d "${TMPDIR:-/tmp}/tokeni-session.XXXXXX")
export HOME=$home XDG_RUNTIME_DIR=$home/run
unset XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION WAYLAND_DISPLAY
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY all_proxy ALL_PROXY
mkdir -m 700 "$XDG_RUNTIME_DIR"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8 NO_AT_BRIDGE=0

xvfb=
end() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    [ -z "$xvfb" ] || wait "$xvfb" 2>/dev/null || true
    rm -rf "$home"
}
trap end EXIT

exec 3>"$home/display"
Xvfb -displayfd 3 -noreset -screen 0 "${TOKENI_SESSION_SCREEN:-1600x1200x24}" -nolisten tcp >"$home/xvfb" 2>&1 &
xvfb=$!
exec 3>&-
for _ in $(seq 600); do
    if [ -s "$home/display" ] || ! kill -0 "$xvfb" 2>/dev/null; then
        break
    fi
    sleep 0.1
done
if [ ! -s "$home/display" ]; then
    echo "session.sh: Xvfb gave no display; it said:" >&2
    cat "$home/xvfb" >&2
    [ -d /tmp/.X11-unix ] || echo "There is no /tmp/.X11-unix, which only root can make: sudo mkdir -m 1777 /tmp/.X11-unix" >&2
    exit 1
fi
DISPLAY=:$(cat "$home/display")
export DISPLAY

# The daemon and everything that D-Bus starts (including the accessibility bus) end with the session bus.
# shellcheck disable=SC2016
dbus-run-session -- bash -c '
    case "${TOKENI_SESSION_KEYRING:-unlocked}" in
    unlocked) printf pw | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & ;;
    locked) gnome-keyring-daemon --foreground --components=secrets >/dev/null 2>&1 & ;;
    *) ;;
    esac
    keyring=${!:-}
    answers() {
        dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null |
            grep -q "boolean true"
    }
    if [ -n "$keyring" ]; then
        for _ in $(seq 600); do
            if answers || ! kill -0 "$keyring" 2>/dev/null; then
                break
            fi
            sleep 0.1
        done
        if ! answers; then
            echo "session.sh: gnome-keyring-daemon does not answer on the session bus." >&2
            exit 1
        fi
    fi
    status=0
    "$@" || status=$?
    [ -z "$keyring" ] || kill "$keyring" 2>/dev/null || true
    [ -z "$keyring" ] || wait "$keyring" 2>/dev/null || true
    exit $status
' session "$@"
