#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/converters 0.23.0, which turns a Postman collection into one of Bruno's, switches variables of
# the collection on that were switched off ("disabled": true): an old key that the next line replaces is in
# use again. Headers that are switched off stay off.
#
# Expected output:
#   variable: on
#   header: off
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/converters@0.23.0 >/dev/null

cat >example.mjs <<'JS'
import { postmanToBruno } from '@usebruno/converters';
const { collection } = await postmanToBruno({
    info: { name: 'example', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [{ key: 'key', value: 'old', disabled: true }],
    item: [{ name: 'one', request: { method: 'GET', url: 'https://example.com/',
        header: [{ key: 'x-key', value: 'old', disabled: true }] } }],
});
console.log('variable: ' + (collection.root.request.vars.req[0].enabled ? 'on' : 'off'));
console.log('header: ' + (collection.items[0].request.headers[0].enabled ? 'on' : 'off'));
JS
node example.mjs | tee seen
diff seen - <<'OUT'
variable: on
header: off
OUT
