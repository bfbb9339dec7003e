#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# wayland.sh COMMAND…: runs COMMAND inside a session (session.sh) on GNOME's compositor without a
# screen. Keys are pressed over D-Bus (org.gnome.Mutter.RemoteDesktop).
set -euo pipefail

display=$DISPLAY
unset DISPLAY
mutter --wayland --headless --no-x11 --virtual-monitor 1280x720 \
    --wayland-display tokeni-wayland >"$HOME/mutter.log" 2>&1 &
mutter=$!
trap 'kill $mutter 2>/dev/null || true; wait $mutter 2>/dev/null || true' EXIT
for _ in $(seq 600); do
    if [ -S "$XDG_RUNTIME_DIR/tokeni-wayland" ] || ! kill -0 "$mutter" 2>/dev/null; then
        break
    fi
    sleep 0.1
done
if [ ! -S "$XDG_RUNTIME_DIR/tokeni-wayland" ]; then
    echo "wayland.sh: mutter gave no display; it said:" >&2
    cat "$HOME/mutter.log" >&2
    exit 1
fi
DISPLAY=$display WAYLAND_DISPLAY=tokeni-wayland QT_QPA_PLATFORM=wayland "$@"
