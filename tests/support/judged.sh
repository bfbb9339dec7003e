#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# judged.sh FOLDER PROGRAM MODULE: checks that judged.py distinguishes our leaks and faults
# from memory that other libraries keep.
set -euo pipefail
folder=$1 program=$2 module=$3

judged() {
    /usr/bin/python3 -B "$(dirname "${BASH_SOURCE[0]}")/judged.py" "$folder" "$program" "$module" "$1" 2>&1
}

said=$(judged theirs) || { echo "A leak of a library that has been unloaded made it fail: $said" >&2; exit 1; }
for case in ours:'leak of 100 byte' fault:heap-buffer-overflow; do
    if said=$(judged "${case%%:*}"); then
        echo "It did not fail: ${case%%:*}" >&2
        exit 1
    fi
    grep -q "${case#*:}" <<<"$said" || { echo "${case%%:*}: $said" >&2; exit 1; }
done
