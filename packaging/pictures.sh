#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes a picture of every state of the real window (build/release/tokeni) in build/pictures: light and
# dark, at scale 1 and 2, in English and Swahili. With --readme it takes those that the README uses into
# resources/screenshots. Arguments like light-1-en choose. Wants ImageMagick beside the tests' packages.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export TOKENI_SESSION_SCREEN=2300x1600x24
if [ "${1:-}" = --readme ]; then
    tests/support/session.sh /usr/bin/python3 -B packaging/pictures.py readme light-1-en dark-1-en
    mkdir -p resources/screenshots
    cp build/pictures/light-1-en/readme-token.png resources/screenshots/window-light.png
    cp build/pictures/dark-1-en/readme-token.png resources/screenshots/window-dark.png
    cp build/pictures/light-1-en/readme-refused.png resources/screenshots/window-refused.png
    exit
fi
tests/support/session.sh /usr/bin/python3 -B packaging/pictures.py keyring "$@"
TOKENI_SESSION_KEYRING=none tests/support/session.sh tests/adapters/keychain/without-keyring.sh \
    /usr/bin/python3 -B packaging/pictures.py none "$@"
