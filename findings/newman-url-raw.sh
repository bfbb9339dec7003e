#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# newman 6.2.2 never reads the "raw" of a URL object: it sends to the parts beside it.
#
# A collection of format 2.1 tells each URL twice: whole, as "raw", and in parts. The schema wants
# neither. Where the two differ, the request goes to the parts; where there is only "raw", newman
# says that the URL is empty, although the whole URL stands there. A file that was edited by hand in
# "raw", where a reader looks, goes on calling the old place.
#
# Expected output:
#   both, differing:  /from-the-parts
#   raw alone:        request url is empty
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --prefix "$work" newman@6.2.2 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.appendFileSync('paths', request.url + '\n');
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done
port=$(cat port)

collection() {
    echo '{"info": {"name": "example", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},'
    echo " \"item\": [{\"name\": \"one\", \"request\": {\"method\": \"GET\", \"url\": $1}}]}"
}
collection "{\"raw\": \"http://127.0.0.1:$port/from-raw\", \"protocol\": \"http\",
    \"host\": [\"127\", \"0\", \"0\", \"1\"], \"port\": \"$port\", \"path\": [\"from-the-parts\"]}" >both.json
collection "{\"raw\": \"http://127.0.0.1:$port/from-raw\"}" >raw.json

node_modules/.bin/newman run both.json >/dev/null
node_modules/.bin/newman run --color off raw.json >raw.out || true
{
    echo "both, differing:  $(cat paths)"
    echo "raw alone:        $(grep -o 'request url is empty' raw.out | head -n 1)"
} | tee seen
diff seen - <<'OUT'
both, differing:  /from-the-parts
raw alone:        request url is empty
OUT
