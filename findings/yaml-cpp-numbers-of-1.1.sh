#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# yaml-cpp 0.7.0 (Debian 12) says that it follows YAML 1.2, but its conversions do not. In 1.2 (core
# schema, section 10.3.2) 0123 is the number 123 and 0o17 is 15; as<int>() gives 83 for the first, as C
# would, and fails for the second. "yes", "on" and "y" are plain words there; as<bool>() makes them true.
#
# Expected output:
#   0123 as a number: 83
#   0o17 as a number: fails
#   yes, on, y as a boolean: 1 1 1
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q libyaml-cpp-dev=0.7.0+dfsg-8+b1 libyaml-cpp0.7=0.7.0+dfsg-8+b1 >/dev/null 2>&1
for package in *.deb; do
    dpkg -x "$package" root
done

cat >example.cpp <<'CPP'
#include <iostream>
#include <yaml-cpp/yaml.h>
int main()
{
    std::cout << "0123 as a number: " << YAML::Load("0123").as<int>() << '\n';
    std::cout << "0o17 as a number: ";
    try {
        std::cout << YAML::Load("0o17").as<int>() << '\n';
    } catch (const YAML::BadConversion &) {
        std::cout << "fails\n";
    }
    std::cout << "yes, on, y as a boolean:";
    for (const char *word : {"yes", "on", "y"})
        std::cout << ' ' << YAML::Load(word).as<bool>();
    std::cout << '\n';
}
CPP
libraries=$(echo "$work"/root/usr/lib/*-linux-gnu)
g++ -std=c++17 -Iroot/usr/include example.cpp -o example -L"$libraries" -lyaml-cpp
LD_LIBRARY_PATH=$libraries ./example | tee seen
diff seen - <<'OUT'
0123 as a number: 83
0o17 as a number: fails
yes, on, y as a boolean: 1 1 1
OUT
