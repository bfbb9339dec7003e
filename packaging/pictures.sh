#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a picture of every state of the real window (build/release/tokeni) in build/pictures: light and
# dark, at scale 1 and 2, in English and Swahili. With --readme it takes those that the README uses into
# resources/screenshots. Arguments like light-1-en choose. Wants ImageMagick beside the tests' packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readme=
if [ "${1:-}" = --readme ]; then
    readme=yes
    shift
    set -- light-1-en dark-1-en
fi
export TOKENI_SESSION_SCREEN=2300x1600x24
tests/support/session.sh /usr/bin/python3 -B packaging/pictures.py keyring "$@"
TOKENI_SESSION_KEYRING=none tests/support/session.sh tests/services/without-keyring.sh \
    /usr/bin/python3 -B packaging/pictures.py none "$@"
if [ -n "$readme" ]; then
    mkdir -p resources/screenshots
    cp build/pictures/light-1-en/token.png resources/screenshots/window-light.png
    cp build/pictures/dark-1-en/token.png resources/screenshots/window-dark.png
    cp build/pictures/light-1-en/production-refused.png resources/screenshots/window-refused.png
fi
