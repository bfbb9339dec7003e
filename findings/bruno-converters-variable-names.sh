#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/converters 0.23.0 renames the variables of a Postman environment, since Bruno's names may have
# fewer characters, but not their uses in the collection's requests: {{a b}} then finds nothing. Two names
# that only differ in letters beyond ASCII become the same name, so that one of the two values is lost.
#
# Expected output:
#   names: a_b _ _
#   request: https://example.com/{{a b}}/{{é}}
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/converters@0.23.0 >/dev/null

cat >example.mjs <<'JS'
import { postmanToBruno, postmanToBrunoEnvironment } from '@usebruno/converters';
const { variables } = postmanToBrunoEnvironment({ name: 'example', values: [
    { key: 'a b', value: '1', enabled: true }, { key: 'é', value: '2', enabled: true },
    { key: 'ü', value: '3', enabled: true }] });
console.log('names: ' + variables.map(variable => variable.name).join(' '));
const { collection } = await postmanToBruno({
    info: { name: 'example', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [{ name: 'one', request: { method: 'GET', url: 'https://example.com/{{a b}}/{{é}}' } }],
});
console.log('request: ' + collection.items[0].request.url);
JS
node example.mjs | tee seen
diff seen - <<'OUT'
names: a_b _ _
request: https://example.com/{{a b}}/{{é}}
OUT
