#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The command line of Hoppscotch 0.31.4 ignores the value of a secret variable in an environment file of
# version 1, without a word, and sends nothing in its place. It looks for a variable of that name in its
# own process environment instead. In a file of version 2 the secret's currentValue is used.
#
# Expected output:
#   version 1: ""
#   version 1, password=process: "process"
#   version 2: "current"
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
# Needs Node.js 22, which is a package of npm too.
npm install --no-audit --no-fund --silent --prefix "$work" node@22.20.0 >/dev/null
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @hoppscotch/cli@0.31.4 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.writeFileSync('sent', JSON.stringify(request.headers['x-password'] || ''));
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >collection.json <<JSON
{"v": 5, "name": "example", "folders": [], "headers": [], "auth": {"authType": "none", "authActive": true},
 "requests": [{"v": "11", "name": "one", "method": "GET", "endpoint": "http://127.0.0.1:$(cat port)/",
     "params": [], "headers": [{"key": "x-password", "value": "<<password>>", "active": true, "description": ""}],
     "preRequestScript": "", "testScript": "", "auth": {"authType": "none", "authActive": true},
     "body": {"contentType": null, "body": null}, "requestVariables": [], "responses": {}}]}
JSON
cat >v1.json <<'JSON'
{"v": 1, "id": "example", "name": "example", "variables": [{"key": "password", "value": "file", "secret": true}]}
JSON
cat >v2.json <<'JSON'
{"v": 2, "id": "example", "name": "example", "variables": [
    {"key": "password", "initialValue": "initial", "currentValue": "current", "secret": true}]}
JSON
send() { "$@" node_modules/node/bin/node node_modules/@hoppscotch/cli/bin/hopp.js test collection.json -e "$file" >/dev/null; }
{
    file=v1.json; send env -u password; echo "version 1: $(cat sent)"
    send env password=process; echo "version 1, password=process: $(cat sent)"
    file=v2.json; send env -u password; echo "version 2: $(cat sent)"
} | tee seen
diff seen - <<'OUT'
version 1: ""
version 1, password=process: "process"
version 2: "current"
OUT
