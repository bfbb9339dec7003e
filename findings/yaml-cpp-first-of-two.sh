#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# yaml-cpp 0.7.0 (Debian 12) accepts a mapping that has the same key twice, and keeps both: a loop over
# the mapping shows two values, size() counts two, and a look-up gives the first. PyYAML, on the same
# text, gives the last.
#
# Expected output:
#   yaml-cpp: size 2, loop one two, look-up one
#   PyYAML: two
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q libyaml-cpp-dev=0.7.0+dfsg-8+b1 libyaml-cpp0.7=0.7.0+dfsg-8+b1 python3-yaml=6.0-3+b2 \
    libyaml-0-2=0.2.5-1 >/dev/null 2>&1
for package in *.deb; do
    dpkg -x "$package" root
done

printf 'key: one\nkey: two\n' >example.yaml
cat >example.cpp <<'CPP'
#include <iostream>
#include <yaml-cpp/yaml.h>
int main()
{
    const YAML::Node root = YAML::LoadFile("example.yaml");
    std::cout << "yaml-cpp: size " << root.size() << ", loop";
    for (const auto &member : root)
        std::cout << ' ' << member.second.as<std::string>();
    std::cout << ", look-up " << root["key"].as<std::string>() << '\n';
}
CPP
libraries=$(echo "$work"/root/usr/lib/*-linux-gnu)
g++ -std=c++17 -Iroot/usr/include example.cpp -o example -L"$libraries" -lyaml-cpp
{
    LD_LIBRARY_PATH=$libraries ./example
    LD_LIBRARY_PATH=$libraries PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -c '
import yaml
print("PyYAML: " + yaml.safe_load(open("example.yaml"))["key"])'
} | tee seen
diff seen - <<'OUT'
yaml-cpp: size 2, loop one two, look-up one
PyYAML: two
OUT
