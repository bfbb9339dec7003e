#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# insomnia-importers 3.6.0 turns a curl command into a request, but knows only one way to write an option.
# With -sku name:password, which curl takes as -s -k -u, the name and the password become the request's
# URL. After -G, which has no value in curl, the URL is lost. With -uname:password and --user=name:password
# there is no authentication.
#
# Expected output:
#   -u name:password: https://example.com name
#   -sku name:password: name:password -
#   -G: (empty) -
#   -uname:password: https://example.com -
#   --user=name:password: https://example.com -
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" insomnia-importers@3.6.0 >/dev/null

cat >example.js <<'JS'
const { convert } = require('insomnia-importers');
(async () => {
    for (const option of ['-u name:password', '-sku name:password', '-G', '-uname:password', '--user=name:password']) {
        const { data } = await convert(`curl ${option} https://example.com/`);
        const { url, authentication } = data.resources[0];
        console.log(`${option}: ${url || '(empty)'} ${authentication.username || '-'}`);
    }
})();
JS
node example.js | tee seen
diff seen - <<'OUT'
-u name:password: https://example.com name
-sku name:password: name:password -
-G: (empty) -
-uname:password: https://example.com -
--user=name:password: https://example.com -
OUT
