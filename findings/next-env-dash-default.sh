#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# @next/env 16.4.6, which reads the .env files of Next.js, knows the default "${A:-text}", but not the
# form without the colon, which shells and dotenv-expand 12.0.3 know as well. It takes "${A" for the
# variable and keeps the rest of the line as it is, so that a key read this way begins with "-" and ends
# with "}".
#
# Expected output:
#   @next/env: COLON=text DASH=-text}
#   dotenv-expand: COLON=text DASH=text
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --ignore-scripts --no-audit --no-fund --silent --prefix "$work" \
    @next/env@16.4.6 dotenv@16.6.1 dotenv-expand@12.0.3 >/dev/null

cat >.env <<'ENV'
COLON=${MISSING:-text}
DASH=${MISSING-text}
ENV
cat >example.js <<'JS'
const quiet = { info() { }, error() { } };
const line = ({ COLON, DASH }) => `COLON=${COLON} DASH=${DASH}`;
console.log('@next/env: ' + line(require('@next/env').loadEnvConfig(process.cwd(), false, quiet).combinedEnv));
console.log('dotenv-expand: ' + line(require('dotenv-expand').expand(
    { parsed: require('dotenv').parse(require('fs').readFileSync('.env', 'utf8')), processEnv: {} }).parsed));
JS
env -u COLON -u DASH -u MISSING node example.js | tee seen
diff seen - <<'OUT'
@next/env: COLON=text DASH=-text}
dotenv-expand: COLON=text DASH=text
OUT
