#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# newman 6.2.2 uses environment variables that Postman's own export marks as switched off.
#
# Postman writes a switched-off variable of an environment as "enabled": false. newman looks at
# "disabled": true alone, as collections write it, so a value that was switched off in the app, an old
# key for example, is still filled in on the command line.
#
# Expected output:
#   enabled=false:  old-value
#   disabled=true:  {{OFF_B}}
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --prefix "$work" newman@6.2.2 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.writeFileSync('seen', `enabled=false:  ${request.headers['x-a']}\ndisabled=true:  ${request.headers['x-b']}\n`);
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >environment.json <<'JSON'
{"name": "example", "values": [
    {"key": "OFF_A", "value": "old-value", "type": "default", "enabled": false},
    {"key": "OFF_B", "value": "old-value", "disabled": true}]}
JSON
cat >collection.json <<JSON
{"info": {"name": "example", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
 "item": [{"name": "one", "request": {"method": "GET", "url": "http://127.0.0.1:$(cat port)/",
     "header": [{"key": "x-a", "value": "{{OFF_A}}"}, {"key": "x-b", "value": "{{OFF_B}}"}]}}]}
JSON
node_modules/.bin/newman run collection.json -e environment.json >/dev/null

cat seen
diff seen - <<'OUT'
enabled=false:  old-value
disabled=true:  {{OFF_B}}
OUT
