#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Tokeni authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# hardened-binary.sh [--release] PROGRAM…: checks that each built program is hardened, and names what
# is missing. With --release it also requires what a build with sanitizers can't have.
set -u

release=
[ "${1:-}" != --release ] || { release=yes; shift; }
failed=0

# expect WHAT COMMAND…: COMMAND must find the traces of hardening in the program.
expect() {
    local what=$1
    shift
    if "$@"; then
        echo "  $what"
    else
        echo "  $what: MISSING" >&2
        failed=1
    fi
}

headers() { readelf -hW "$program" | grep -Eq "$1"; }
segments() { readelf -lW "$program" | grep -Eq "$1"; }
dynamic() { readelf -dW "$program" | grep -Eq "$1"; }
imports() { readelf -W --dyn-syms "$program" | grep -Eq "UND $1(@|$)"; }
no_search_path() { ! dynamic 'R(UN)?PATH'; }
# Every function that can be called by pointer from outside its file begins with a landing pad. Functions
# local to one file need none; a template over a type without a name (a lambda) is local, too. Nor do the
# parts that the compiler splits off a function, which have a dot in their names.
landing_pads() {
    objdump -d --no-show-raw-insn "$program" | awk '
        /^[0-9a-f]+ <_ZNK?6tokeni[^.]*>:$/ && !/_GLOBAL__N_/ && !/EUl/ {
            getline; ++functions; if (!/endbr64/) ++bare
        }
        END { exit !functions || bare }'
}

for program in "$@"; do
    echo "$(basename "$program")"
    expect "position independent" headers 'Type: +DYN'
    expect "marked as such (PIE)" dynamic 'FLAGS_1.* PIE'
    expect "relocations read-only (RELRO)" segments 'GNU_RELRO'
    expect "all symbols bound at the start (BIND_NOW)" dynamic 'FLAGS.*NOW'
    expect "stack not executable" segments 'GNU_STACK.* RW +0x'
    expect "stack protector" imports __stack_chk_fail
    expect "no library search path of its own" no_search_path
    case $(uname -m) in
    x86_64) expect "landing pads for indirect calls (-fcf-protection)" landing_pads ;;
    esac
    # A call with a size that is only known at run time, as in hash tables, is checked from level 3
    # on; at level 2 this import does not exist.
    [ -z "$release" ] || expect "checked memory calls (_FORTIFY_SOURCE=3)" imports __memset_chk
done
exit $failed
