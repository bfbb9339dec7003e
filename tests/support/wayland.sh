#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# wayland.sh COMMAND…: runs COMMAND inside a session (session.sh) on GNOME's compositor without a
# screen. Its keyboard is pressed over D-Bus (org.gnome.Mutter.RemoteDesktop).
set -euo pipefail

display=$DISPLAY
unset DISPLAY
mutter --wayland --headless --no-x11 --virtual-monitor 1280x720 \
    --wayland-display tokeni-wayland >"$HOME/mutter.log" 2>&1 &
mutter=$!
trap 'kill $mutter 2>/dev/null || true; wait $mutter 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    [ -S "$XDG_RUNTIME_DIR/tokeni-wayland" ] && break
    sleep 0.1
done
[ -S "$XDG_RUNTIME_DIR/tokeni-wayland" ] || cat "$HOME/mutter.log" >&2
DISPLAY=$display WAYLAND_DISPLAY=tokeni-wayland QT_QPA_PLATFORM=wayland "$@"
