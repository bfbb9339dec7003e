#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check.sh [hardening] [threads] [coverage] [tidy] [clazy] [fresh]: what takes too long for every run of
# the tests. Without arguments all of it, before a release. Fails at the first finding.
#   hardening  reads out of the release programs that they are hardened
#   threads    the simulator's tests under the thread sanitizer
#   coverage   the tests of core, formats, adapters and the command line; the share of branches they
#              take in core, formats and adapters, 90 % at least
#   tidy       clang-tidy without a finding, by .clang-tidy
#   clazy      clazy level 1 without a finding
#   counts     how full the rooms are, how many arrows there are between them, the longest files
#   fresh      the README's commands on three new systems, by fresh.sh; hours, and root
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=packaging/needs.sh
. packaging/needs.sh
# shellcheck disable=SC2086
need $build_packages $test_packages clang llvm clang-tidy clang-tools clazy libclang-rt-dev
# shellcheck disable=SC2046,SC2086
need $(offered $clipboard_managers)

jobs=$(getconf _NPROCESSORS_ONLN)
least=90

hardening() {
    cmake --preset release
    cmake --build --preset release
    tests/packaging/hardened-binary.sh --release build/release/tokeni build/release/tokeni-cli
}

threads() {
    cmake --preset tsan
    cmake --build --preset tsan --target tests/simulator/all
    # Qt is not built with the sanitizer, so what happens inside it looks unordered.
    TSAN_OPTIONS="ignore_noninstrumented_modules=1:halt_on_error=1" \
        tests/support/session.sh ctest --preset tsan --no-tests=error -R '^simulator/'
}

# The compile commands, and what is generated before anything is compiled, of a build with clang.
for_clang() {
    cmake --preset coverage -DCMAKE_EXPORT_COMPILE_COMMANDS=ON
    cmake --build --preset coverage --target tokeni tokeni-cli
}

coverage() {
    for_clang
    cmake --build --preset coverage --target tests/{core,formats,adapters,cli,fuzz}/all
    rm -rf build/coverage/profiles
    # Counters go into a file that is open all the time, and would be the output of a program that
    # is started with its output closed.
    LLVM_PROFILE_FILE="$PWD/build/coverage/profiles/%c%p.profraw" \
        tests/support/session.sh ctest --preset coverage --no-tests=error -j "$jobs" \
        -R '^(core|formats|adapters|cli|fuzz)/' -E '^cli/closed-output$'
    # A process that was killed at once leaves a file without a beginning: that counts for nothing.
    llvm-profdata merge -failure-mode=all -o build/coverage/all.profdata \
        build/coverage/profiles/*.profraw
    rm -rf build/coverage/profiles
    # The window's program is among them for what no test links: that is not taken, but counts.
    local objects=()
    for program in build/coverage/tokeni{,-cli} \
        build/coverage/tests/test_{core,formats,adapters,fuzz}_*; do
        objects+=(-object "$program")
    done
    llvm-cov export -summary-only -instr-profile build/coverage/all.profdata "${objects[@]}" \
        >build/coverage/summary.json
    python3 - "$least" <<'PY'
import json, re, sys

taken = {folder: (0, 0) for folder in ('core', 'formats', 'adapters')}
for file in json.load(open('build/coverage/summary.json'))['data'][0]['files']:
    # Not what moc generates.
    folder = re.search(r'(?<!/coverage)/app/(core|formats|adapters)/', file['filename'])
    if folder:
        branches = file['summary']['branches']
        covered, count = taken[folder[1]]
        taken[folder[1]] = covered + branches['covered'], count + branches['count']
for folder, (covered, count) in sorted(taken.items()):
    print(f'branches of {folder}: {covered} of {count}, {100 * covered / count:.1f} %')
sys.exit(any(100 * covered < int(sys.argv[1]) * count for covered, count in taken.values()))
PY
}

tidy() {
    for_clang
    run-clang-tidy -quiet -j "$jobs" -p build/coverage "$PWD/app/[a-z/]*\.cpp\$"
}

clazy() {
    for_clang
    # A finding is told by the exit code, whatever the build makes of warnings.
    git ls-files 'app/*.cpp' |
        xargs -P "$jobs" -n 8 clazy-standalone -p build/coverage -checks=level1 \
            -header-filter='/app/' -extra-arg=-Werror
}

counts() {
    python3 -B tests/walls/walls.py
    python3 -B tests/walls/walls.py --counts
}

fresh() {
    for suite in bookworm trixie sid; do
        packaging/fresh.sh "$suite"
    done
}

[ $# -gt 0 ] || set -- hardening threads coverage tidy clazy counts fresh
for part in "$@"; do
    case $part in
    hardening | threads | coverage | tidy | clazy | counts | fresh) "$part" ;;
    *) echo "check.sh knows: hardening threads coverage tidy clazy counts fresh" >&2; exit 2 ;;
    esac
done
