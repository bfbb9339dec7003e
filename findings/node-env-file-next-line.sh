#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The --env-file of Node.js 20.20.2 joins a line without an equals sign to the next one: the variable of that
# line gets a name with a line break in it, and is not found under its own. dotenv 16.6.1 skips the line.
#
# Expected output:
#   node --env-file: undefined, and "PORT\nKEY"
#   dotenv: value
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --prefix "$work" node@20.20.2 dotenv@16.6.1 >/dev/null

printf 'PORT\nKEY=value\n' >example.env
node=node_modules/node/bin/node
{
    env -u KEY "$node" --env-file=example.env -e '
const odd = Object.keys(process.env).find(name => name.includes("\n"));
console.log(`node --env-file: ${process.env.KEY}, and ${JSON.stringify(odd)}`);'
    "$node" -e '
console.log("dotenv: " + require("dotenv").parse(require("fs").readFileSync("example.env")).KEY);'
} | tee seen
diff seen - <<'OUT'
node --env-file: undefined, and "PORT\nKEY"
dotenv: value
OUT
