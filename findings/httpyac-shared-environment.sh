#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# httpyac 6.16.7 shares "$shared" variables with all environments out of .httpyac.json, but takes the
# same "$shared" in http-client.env.json for an environment of that name.
#
# Both files hold environments by name and look alike, so variables moved from one to the other, or
# split off into http-client.private.env.json, are "not defined" all at once. The request is then not
# sent.
#
# Expected output:
#   in .httpyac.json:                value
#   in http-client.env.json:         not sent: SHARED is not defined
#   http-client.env.json, -e $shared: value
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --silent --prefix "$work" httpyac@6.16.7 >/dev/null

cat >server.js <<'JS'
const http = require('http'), fs = require('fs');
const server = http.createServer((request, response) => {
    fs.writeFileSync('value', request.headers['x-value'] ?? '');
    response.end('{}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.js &
server=$!
until [ -s port ]; do sleep 0.1; done

# try FOLDER ENVIRONMENT: what the server got.
try() {
    rm -f value
    printf 'GET http://127.0.0.1:%s/\nx-value: {{SHARED}}\n' "$(cat port)" >"$1/one.http"
    (cd "$1" && ../node_modules/.bin/httpyac send one.http --all -e "$2") >out 2>&1 || true
    if [ -e value ]; then cat value; else echo "not sent: $(grep -o 'SHARED is not defined' out | head -n 1)"; fi
}
mkdir config client
# Each folder is a project of its own.
echo '{}' >config/package.json
echo '{}' >client/package.json
echo '{"environments": {"$shared": {"SHARED": "value"}, "dev": {"OTHER": "x"}}}' >config/.httpyac.json
echo '{"$shared": {"SHARED": "value"}, "dev": {"OTHER": "x"}}' >client/http-client.env.json
{
    echo "in .httpyac.json:                $(try config dev)"
    echo "in http-client.env.json:         $(try client dev)"
    echo "http-client.env.json, -e \$shared: $(try client '$shared')"
} | tee seen
diff seen - <<'OUT'
in .httpyac.json:                value
in http-client.env.json:         not sent: SHARED is not defined
http-client.env.json, -e $shared: value
OUT
