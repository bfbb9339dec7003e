#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# httpyac 6.16.7 takes "Authorization: Basic NAME PASSWORD" in an .http file and encodes it. If the
# password has a colon in it, the pair is divided at that colon instead of at the space: the name then
# has the beginning of the password in it. Without a colon, the same line is divided at the space.
#
# Expected output:
#   Basic name pass:word -> name pass:word
#   Basic name password -> name:password
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" httpyac@6.16.7 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    const pair = Buffer.from(request.headers.authorization.split(' ')[1], 'base64').toString();
    const as = request.url === '/colon' ? 'Basic name pass:word' : 'Basic name password';
    fs.appendFileSync('seen', `${as} -> ${pair}\n`);
    response.end();
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

cat >example.http <<HTTP
GET http://127.0.0.1:$(cat port)/colon
Authorization: Basic name pass:word

###
GET http://127.0.0.1:$(cat port)/plain
Authorization: Basic name password
HTTP
node_modules/.bin/httpyac send example.http --all >/dev/null

cat seen
diff seen - <<'OUT'
Basic name pass:word -> name pass:word
Basic name password -> name:password
OUT
