#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dotenvx 2.38.2 leaves "${A:-${B}}" half done if the value of B, which single quotes protect, has a dollar
# sign in it: the program gets the characters "${A:-" before the value and "}" after it. B by itself, and a
# B without a dollar sign, are filled in.
#
# Expected output:
#   NESTED=${MISSING:-a$b} ALONE=a$b PLAIN=text
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @dotenvx/dotenvx@2.38.2 >/dev/null

cat >example.env <<'ENV'
DOLLAR='a$b'
TEXT='text'
NESTED=${MISSING:-${DOLLAR}}
ALONE=${DOLLAR}
PLAIN=${MISSING:-${TEXT}}
ENV
cat >example.js <<'JS'
const text = require('fs').readFileSync('example.env', 'utf8');
const { NESTED, ALONE, PLAIN } = require('@dotenvx/dotenvx').parse(text, { processEnv: {} });
console.log(`NESTED=${NESTED} ALONE=${ALONE} PLAIN=${PLAIN}`);
JS
node example.js | tee seen
diff seen - <<'OUT'
NESTED=${MISSING:-a$b} ALONE=a$b PLAIN=text
OUT
