#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bru 4.1.0 (@usebruno/cli) sends each request with a header of its own book-keeping,
# "request-start-time", in milliseconds since 1970 by the clock of this computer. 2.15.1 did so too.
#
# The request in the file has no header at all. The server, and whatever logs or judges requests
# before it, sees the header, which nobody typed and no option removes.
#
# Expected output:
#   request-start-time: <13 digits>
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.writeFileSync('value', request.headers['request-start-time'] ?? 'none');
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

mkdir collection
echo '{"version": "1", "name": "example", "type": "collection"}' >collection/bruno.json
cat >collection/one.bru <<BRU
meta {
  name: one
  type: http
  seq: 1
}

get {
  url: http://127.0.0.1:$(cat port)/
  body: none
  auth: none
}
BRU
npm install --no-audit --no-fund --silent --prefix "$work" @usebruno/cli@4.1.0 >/dev/null
(cd collection && ../node_modules/.bin/bru run one.bru) >/dev/null
echo "request-start-time: $(sed -E 's/^[0-9]{13}$/<13 digits>/' value)" | tee seen
diff seen - <<'OUT'
request-start-time: <13 digits>
OUT
