#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# without-keyring.sh COMMAND…: runs COMMAND in a session where D-Bus starts neither a keyring nor the
# program that asks for its password. A running keyring keeps running, but is locked, and nobody can
# unlock it.
set -euo pipefail

services=$XDG_RUNTIME_DIR/dbus-1/services
mkdir -p "$services"
# These take precedence over the system's own: see "servicedir" in dbus-daemon(1).
for name in org.freedesktop.secrets org.gnome.keyring org.gnome.keyring.SystemPrompter \
        org.gnome.keyring.PrivatePrompter org.kde.kwalletd5 org.kde.kwalletd6; do
    printf '[D-BUS Service]\nName=%s\nExec=/bin/false\n' "$name" >"$services/$name.service"
done
dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
    org.freedesktop.DBus.ReloadConfig >/dev/null
if [ "${TOKENI_SESSION_KEYRING:-unlocked}" = unlocked ]; then
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock \
        array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
fi
exec "$@"
