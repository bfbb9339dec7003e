#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# unprivileged.sh COMMAND…: runs COMMAND as a user whom the system keeps from other programs' memory:
# as it is, or, for root, as nobody. Exit status 77 where nobody can't reach this folder.
set -euo pipefail

[ "$(id -u)" = 0 ] || exec "$@"
become=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if ! "${become[@]}" test -x "$1"; then
    echo "The user nobody can't run $1: only a user other than root can run this test here." >&2
    exit 77
fi
# What names root's own folders would not be nobody's.
exec "${become[@]}" env -u XDG_CONFIG_HOME -u XDG_RUNTIME_DIR HOME=/ "$@"
