#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# daraja.js 1.0.2 sends every payment as one to a pay bill: paymentType('CustomerBuyGoodsOnline') makes no
# difference to the TransactionType in the request.
#
# Expected output:
#   CustomerPayBillOnline
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" daraja.js@1.0.2 >/dev/null

cat >server.cjs <<'JS'
const http = require('node:http'), fs = require('node:fs');
const token = response => response.end('{"access_token": "example", "expires_in": "3599"}');
function answer(request, body, response) {
    response.setHeader('Content-Type', 'application/json');
    if (request.method === 'GET')
        return token(response);
    fs.writeFileSync('type', JSON.parse(body).TransactionType);
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
payment().paymentType('CustomerBuyGoodsOnline').send()
    .then(() => console.log(require('node:fs').readFileSync('type', 'utf8')));
JS
node --require ./redirect.cjs client.cjs | tee seen
diff seen - <<'OUT'
CustomerPayBillOnline
OUT
