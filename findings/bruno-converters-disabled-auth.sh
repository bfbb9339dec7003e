#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @usebruno/converters 0.23.0 switches on a request's authentication that is switched off in an Insomnia
# export (format 4, "disabled": true), so that user name and password are sent where they were not. Headers
# and parameters that are switched off stay off.
#
# Expected output:
#   authentication: basic
#   header: off
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" @usebruno/converters@0.23.0 >/dev/null

cat >example.mjs <<'JS'
import { insomniaToBruno } from '@usebruno/converters';
const collection = insomniaToBruno({ _type: 'export', __export_format: 4, resources: [
    { _id: 'wrk_1', _type: 'workspace', name: 'example', parentId: null },
    { _id: 'req_1', _type: 'request', name: 'one', parentId: 'wrk_1', method: 'GET', url: 'https://example.com/',
      authentication: { type: 'basic', username: 'name', password: 'password', disabled: true },
      headers: [{ name: 'x-key', value: '1', disabled: true }] },
] });
const { auth, headers } = collection.items[0].request;
console.log('authentication: ' + auth.mode);
console.log('header: ' + (headers[0].enabled ? 'on' : 'off'));
JS
node example.mjs | tee seen
diff seen - <<'OUT'
authentication: basic
header: off
OUT
