#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/converters 0.23.0 puts http:// in front of a URL that a Postman collection gives in parts and
# without a protocol, even if the host is a variable that has the protocol in it: {{base}} with the value
# https://example.com becomes http://https://example.com. Postman's own postman-collection 5.3.1 puts the
# same parts together without it.
#
# Expected output:
#   http://{{base}}/token
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/converters@0.23.0 >/dev/null

cat >example.mjs <<'JS'
import { postmanToBruno } from '@usebruno/converters';
const { collection } = await postmanToBruno({
    info: { name: 'example', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'base', value: 'https://example.com' }],
    item: [{ name: 'one', request: { method: 'GET', url: { host: ['{{base}}'], path: ['token'] } } }],
});
console.log(collection.items[0].request.url);
JS
node example.mjs | tee seen
diff seen - <<'OUT'
http://{{base}}/token
OUT
