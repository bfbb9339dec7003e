#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the README's pictures in resources/screenshots from the real program: build/release/tokeni with
# a token of its simulator, light and dark. Wants xdotool and ImageMagick beside the tests' packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ "${1:-}" != inside ]; then
    exec tests/support/session.sh "$0" inside
fi

# visible PID: the window of that process, once it is on screen.
visible() {
    local window=
    for _ in $(seq 100); do
        window=$(xdotool search --onlyvisible --pid "$1" 2>/dev/null | tail -n 1)
        [ -z "$window" ] || break
        sleep 0.1
    done
    echo "$window"
}

mkdir -p resources/screenshots
for theme in light dark; do
    build/release/tokeni --theme "$theme" &
    tokeni=$!
    window=$(visible $tokeni)
    sleep 1
    xdotool windowfocus --sync "$window" key ctrl+Return
    sleep 1
    xdotool key ctrl+shift+c
    sleep 4
    import -window "$window" -strip "resources/screenshots/window-$theme.png"
    kill $tokeni
    wait $tokeni
done
