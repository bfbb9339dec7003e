#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# httpyac 6.16.7 takes the opening quotation mark off a variable in an .http file and keeps the closing one:
# @key = "value" gives value". With single quotes both marks stay.
#
# Expected output:
#   @double = "value" -> value"
#   @single = 'value' -> 'value'
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" httpyac@6.16.7 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.writeFileSync('seen', `@double = "value" -> ${request.headers['x-double']}\n`
        + `@single = 'value' -> ${request.headers['x-single']}\n`);
    response.end();
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >example.http <<HTTP
@double = "value"
@single = 'value'
GET http://127.0.0.1:$(cat port)/
x-double: {{double}}
x-single: {{single}}
HTTP
node_modules/.bin/httpyac send example.http --all >/dev/null

cat seen
diff seen - <<'OUT'
@double = "value" -> value"
@single = 'value' -> 'value'
OUT
