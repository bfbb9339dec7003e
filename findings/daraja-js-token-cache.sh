#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# daraja.js 1.0.2 keeps a token for 3.6 seconds in place of an hour: it compares the time since the request,
# in milliseconds, with 3599. A payment five seconds after another asks for a new token.
#
# Expected output:
#   payments at 0 s and 1 s: 1 token request
#   payment at 5 s: 2 token requests
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" daraja.js@1.0.2 >/dev/null

cat >server.cjs <<'JS'
const http = require('node:http'), fs = require('node:fs');
const token = response => response.end('{"access_token": "example", "expires_in": "3599"}');
let asked = 0;
function answer(request, body, response) {
    response.setHeader('Content-Type', 'application/json');
    if (request.method === 'GET') {
        fs.writeFileSync('asked', String(++asked));
        return token(response);
    }
    response.end('{"ResponseCode": "0", "CheckoutRequestID": "1"}');
}
const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', () => answer(request, Buffer.concat(parts), response));
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('port', String(server.address().port)));
JS
node server.cjs &
server=$!
until [ -s port ]; do sleep 0.1; done

# The package can only call https://sandbox.safaricom.co.ke: its requests are led to the server above.
cat >redirect.cjs <<'JS'
const http = require('node:http'), https = require('node:https'), fs = require('node:fs');
const { urlToHttpOptions } = require('node:url');
const plain = http.request, port = Number(fs.readFileSync('port', 'utf8'));
https.request = http.request = (input, ...rest) => {
    const options = typeof input === 'string' || input instanceof URL
        ? { ...urlToHttpOptions(new URL(input)), ...(typeof rest[0] === 'object' ? rest.shift() : {}) } : { ...input };
    return plain({ ...options, protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', port,
        agent: undefined, agents: undefined }, ...rest);
};
JS
cat >client.cjs <<'JS'
const { Mpesa } = require('daraja.js');
const client = new Mpesa({ consumerKey: 'key', consumerSecret: 'secret', initiatorPassword: 'unused',
    organizationShortCode: 174379 }, 'sandbox');
const payment = () => client.stkPush().shortCode('174379').amount(1).phoneNumber('254708374149')
    .callbackURL('https://example.com/').accountNumber('order').lipaNaMpesaPassKey('passkey');
const wait = ms => new Promise(done => setTimeout(done, ms));
const asked = () => require('node:fs').readFileSync('asked', 'utf8');
(async () => {
    await payment().send();
    await wait(1000);
    await payment().send();
    console.log(`payments at 0 s and 1 s: ${asked()} token request`);
    await wait(4000);
    await payment().send();
    console.log(`payment at 5 s: ${asked()} token requests`);
})();
JS
node --require ./redirect.cjs client.cjs | tee seen
diff seen - <<'OUT'
payments at 0 s and 1 s: 1 token request
payment at 5 s: 2 token requests
OUT
