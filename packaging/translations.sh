#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes the program's texts into resources/translations, to be translated with Qt Linguist: new ones
# come in unfinished, those that are gone are taken out. tests/resources fails until all are finished.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
update() {
    local file=resources/translations/tokeni_$1.ts
    "$lupdate" -no-obsolete -locations none "${@:2}" app -source-language en -target-language "$1" \
        -ts "$file"
    # lupdate keeps no comment.
    sed -i 's|^<!DOCTYPE TS>$|&\n<!-- SPDX-FileCopyrightText: 2026 The Tokeni authors\n     SPDX-License-Identifier: GPL-3.0-or-later -->|' "$file"
}
update en -pluralonly
update sw
