#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# newman 6.2.2 converts the text of a variable by its "type" before it fills it in: in an environment,
# the text "false" of the type "boolean" is sent as "true" (any text that is not empty is), "0" as "true"
# too, "007" of the type "number" as "7", and an empty number as "0".
#
# Expected output:
#   boolean "false": true
#   boolean "0": true
#   number "007": 7
#   number "": 0
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" newman@6.2.2 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    const sent = new URL(request.url, 'http://localhost').searchParams;
    fs.writeFileSync('seen', [`boolean "false": ${sent.get('a')}`, `boolean "0": ${sent.get('b')}`,
        `number "007": ${sent.get('c')}`, `number "": ${sent.get('d')}`, ''].join('\n'));
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >environment.json <<'JSON'
{"name": "example", "values": [
    {"key": "a", "value": "false", "type": "boolean"}, {"key": "b", "value": "0", "type": "boolean"},
    {"key": "c", "value": "007", "type": "number"}, {"key": "d", "value": "", "type": "number"}]}
JSON
cat >collection.json <<JSON
{"info": {"name": "example", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
 "item": [{"name": "one", "request": {"method": "GET",
     "url": "http://127.0.0.1:$(cat port)/?a={{a}}&b={{b}}&c={{c}}&d={{d}}"}}]}
JSON
node_modules/.bin/newman run collection.json -e environment.json >/dev/null

cat seen
diff seen - <<'OUT'
boolean "false": true
boolean "0": true
number "007": 7
number "": 0
OUT
