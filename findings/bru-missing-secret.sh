#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bru 4.1.0 (@usebruno/cli) fills in an empty text for a secret variable that it was not given, says
# nothing and ends with 0; any other variable that has no value stays in the request as {{NAME}}.
#
# An environment file lists secret variables by name alone: their values stay on the computer of who
# typed them. On another one, or in CI, Basic authentication goes out with a whole user name and an
# empty password, which a server answers just as a wrong one.
#
# Expected output:
#   not given, secret:      user:
#   not given, switched off: user:{{OFF}}
#   exit status: 0
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --prefix "$work" @usebruno/cli@4.1.0 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    const basic = (request.headers.authorization ?? '').replace('Basic ', '');
    fs.writeFileSync('seen' + request.url.replace('/', '-'), Buffer.from(basic, 'base64'));
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

mkdir -p collection/environments
echo '{"version": "1", "name": "example", "type": "collection"}' >collection/bruno.json
printf 'vars {\n  ~OFF: value\n}\nvars:secret [\n  SECRET\n]\n' >collection/environments/example.bru
for name in SECRET OFF; do
    cat >"collection/$name.bru" <<BRU
meta {
  name: $name
  type: http
  seq: 1
}

get {
  url: http://127.0.0.1:$(cat port)/$name
  body: none
  auth: basic
}

auth:basic {
  username: user
  password: {{$name}}
}
BRU
done
status=0
(cd collection && ../node_modules/.bin/bru run --env example) >out 2>&1 || status=$?
{
    echo "not given, secret:      $(cat seen-SECRET)"
    echo "not given, switched off: $(cat seen-OFF)"
    echo "exit status: $status"
} | tee seen
if grep -qi 'warn\|SECRET.*\(missing\|undefined\|empty\)' out; then
    echo "it is told now" >&2
    exit 1
fi
diff seen - <<'OUT'
not given, secret:      user:
not given, switched off: user:{{OFF}}
exit status: 0
OUT
