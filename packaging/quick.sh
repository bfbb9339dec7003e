#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The inner loop, as `test.sh --quick`: builds and runs the tests of what differs from the last commit,
# those of core and formats always, without sanitizers and fuzzers. A file of app/ is tested by the tests
# in the folder of the same name; a test that was changed is run too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# tests_in FOLDER: the names that ctest has for the tests there, a line each: "gui/clipboard".
tests_in() {
    local file wall=${1#tests/}
    wall=${wall%%/*}
    for file in "$1"/*.cpp; do
        [ -e "$file" ] && grep -q '^QTEST_' "$file" && echo "$wall/$(basename "$file" .cpp)"
    done
    return 0
}

chosen() {
    local changed folder
    for folder in tests/core/* tests/formats; do
        tests_in "$folder"
    done
    { git diff --name-only HEAD; git ls-files --others --exclude-standard; } | while read -r changed; do
        case $changed in
        app/*) tests_in "tests/$(dirname "${changed#app/}")" ;;
        tests/*.cpp) tests_in "$(dirname "$changed")" | grep -x ".*/$(basename "$changed" .cpp)" || true ;;
        esac
    done
}

cmake --preset dev >/dev/null
mapfile -t tests < <(chosen | sort -u)
targets=()
for test in "${tests[@]}"; do
    name=test_${test/\//_}
    targets+=("${name//-/_}")
done
# A name without a target is a file that no list has yet.
cmake --build --preset dev --target "${targets[@]}"
pattern=$(printf '|%s' "${tests[@]}")
tests/support/session.sh ctest --preset dev --no-tests=error --timeout 60 -j "$(($(getconf _NPROCESSORS_ONLN) + 2))" \
    -R "^(${pattern:1}|walls/rooms)\$"
