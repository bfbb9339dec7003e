#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what Tokeni is built with, builds it and opens its window. Arguments go to Tokeni.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/needs.sh
. packaging/needs.sh

# shellcheck disable=SC2086
need $build_packages
caller cmake --preset release >&2
caller cmake --build --preset release >&2
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ "$(uname)" = Linux ] && [ -z "${QT_QPA_PLATFORM:-}" ]; then
    echo "Built build/release/tokeni and build/release/tokeni-cli. There is no display here to open the window on." >&2
    exit 1
fi
caller build/release/tokeni "$@"
