#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# libproxy 0.4.18 (Debian 12) does not know the variable all_proxy. Where that alone is set, it answers
# "direct", so programs that ask it connect past the proxy, while curl on the same computer uses it. With
# https_proxy both use the proxy.
#
# Expected output:
#   libproxy, all_proxy: direct://
#   libproxy, https_proxy: http://127.0.0.1:<port>
#   curl, all_proxy: CONNECT example.invalid:443
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"
apt-get download -q libproxy-tools=0.4.18-1.2 libproxy1v5=0.4.18-1.2 >/dev/null 2>&1
for package in *.deb; do
    dpkg -x "$package" root
done

# A proxy that writes down the first line and hangs up.
cat >proxy.py <<'PY'
import socket
listener = socket.create_server(('127.0.0.1', 0))
open('port', 'w').write(str(listener.getsockname()[1]))
client = listener.accept()[0]
open('first', 'wb').write(client.recv(4096).split(b'\r\n')[0])
client.close()
PY
/usr/bin/python3 proxy.py &
server=$!
until [ -s port ]; do sleep 0.1; done
address=http://127.0.0.1:$(cat port)

bare() { env -i PATH=/usr/bin:/bin HOME="$work" LD_LIBRARY_PATH="$(echo "$work"/root/usr/lib/*-linux-gnu)" "$@"; }
{
    echo "libproxy, all_proxy: $(bare all_proxy="$address" root/usr/bin/proxy https://example.invalid/)"
    echo "libproxy, https_proxy: $(bare https_proxy="$address" root/usr/bin/proxy https://example.invalid/)" |
        sed -E 's/:[0-9]+$/:<port>/'
    env -i PATH=/usr/bin:/bin all_proxy="$address" curl -s https://example.invalid/ || true
    until [ -s first ]; do sleep 0.1; done
    echo "curl, all_proxy: $(cut -d' ' -f1,2 first)"
} | tee seen
diff seen - <<'OUT'
libproxy, all_proxy: direct://
libproxy, https_proxy: http://127.0.0.1:<port>
curl, all_proxy: CONNECT example.invalid:443
OUT
