#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what the tests need, builds Tokeni with the address and undefined sanitizers and runs every
# test, in a session of its own: fresh HOME, private D-Bus, real keyring, X display. Arguments go to
# ctest; without any, the fuzzers run for a minute first, where clang++ has libFuzzer. With --quick it is
# what differs from the last commit that is tested, see quick.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/needs.sh
. packaging/needs.sh

# shellcheck disable=SC2086
need $build_packages $test_packages
if [ "${1:-}" = --quick ]; then
    caller packaging/quick.sh
    exit
fi
# shellcheck disable=SC2046,SC2086
need $(offered $clipboard_managers)
fuzzed=0
[ $# -gt 0 ] || caller tests/fuzz/run 60 || fuzzed=$?
caller cmake --preset asan
caller cmake --build --preset asan
caller tests/support/session.sh ctest --preset asan --no-tests=error --timeout 300 \
    -j "$(($(getconf _NPROCESSORS_ONLN) + 2))" "$@"
[ "$fuzzed" = 0 ] || echo "The fuzzers found something; see above, before the build." >&2
exit "$fuzzed"
