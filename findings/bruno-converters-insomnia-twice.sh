#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/converters 0.23.0 copies each request in a folder of an Insomnia export (format 4) twice into
# the folder that it makes of it. A request outside of folders is there once.
#
# Expected output:
#   folder: inside inside
#   outside
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/converters@0.23.0 >/dev/null

cat >example.mjs <<'JS'
import { insomniaToBruno } from '@usebruno/converters';
const collection = insomniaToBruno({ _type: 'export', __export_format: 4, resources: [
    { _id: 'wrk_1', _type: 'workspace', name: 'example', parentId: null },
    { _id: 'fld_1', _type: 'request_group', name: 'folder', parentId: 'wrk_1', environment: {} },
    { _id: 'req_1', _type: 'request', name: 'inside', parentId: 'fld_1', method: 'GET', url: 'https://example.com/' },
    { _id: 'req_2', _type: 'request', name: 'outside', parentId: 'wrk_1', method: 'GET', url: 'https://example.com/' },
] });
for (const item of collection.items)
    console.log(item.name + (item.items ? ': ' + item.items.map(inner => inner.name).join(' ') : ''));
JS
node example.mjs | tee seen
diff seen - <<'OUT'
folder: inside inside
outside
OUT
