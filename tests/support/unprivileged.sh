#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# unprivileged.sh COMMAND…: runs COMMAND as a user who may not read other programs' memory: as the
# present user, or, for root, as the user "nobody". Exit status 77 if "nobody" can't reach this folder.
set -euo pipefail

[ "$(id -u)" = 0 ] || exec "$@"
become=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if ! "${become[@]}" test -x "$1"; then
    echo "The user nobody can't run $1: only a user other than root can run this test here." >&2
    exit 77
fi
# Variables that name root's own folders would be wrong for "nobody".
exec "${become[@]}" env -u XDG_CONFIG_HOME -u XDG_RUNTIME_DIR HOME=/ "$@"
