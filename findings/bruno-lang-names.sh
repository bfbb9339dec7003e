#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/lang 0.39.0, which reads and writes Bruno's .bru files, does not get back what it wrote. A
# variable of an environment whose name begins with "~" is switched off when the file is read again,
# spaces around a value are gone, and after a name with a space in it the file can't be read at all.
#
# Expected output:
#   "~a"="x" -> "a"="x" (switched off)
#   "a"=" x " -> "a"="x"
#   "a b"="x" -> can't be read
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/lang@0.39.0 >/dev/null

cat >example.js <<'JS'
const { bruToEnvJsonV2, envJsonToBruV2 } = require('@usebruno/lang');
for (const [name, value] of [['~a', 'x'], ['a', ' x '], ['a b', 'x']]) {
    const file = envJsonToBruV2({ variables: [{ name, value, enabled: true, secret: false }] });
    let found = "can't be read";
    try {
        const [back] = bruToEnvJsonV2(file).variables;
        found = `"${back.name}"="${back.value}"${back.enabled ? '' : ' (switched off)'}`;
    } catch { }
    console.log(`"${name}"="${value}" -> ${found}`);
}
JS
node example.js | tee seen
diff seen - <<'OUT'
"~a"="x" -> "a"="x" (switched off)
"a"=" x " -> "a"="x"
"a b"="x" -> can't be read
OUT
