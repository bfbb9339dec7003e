#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# jsoncpp 1.9.5 (Debian 12), with the settings that its CharReaderBuilder starts with, reports success
# for text that is no JSON: it stops where the first value ends and does not look at what follows, even
# within a word. strictMode() refuses that, but even then numbers may have a plus sign or a leading zero.
#
# Expected output:
#   {"a":1} and more: {"a":1}, strict: refused
#   nullable: null, strict: refused
#   [+1,01]: [1.0,1], strict: [1.0,1]
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -q libjsoncpp-dev=1.9.5-4 libjsoncpp25=1.9.5-4 >/dev/null 2>&1
for package in *.deb; do
    dpkg -x "$package" root
done

cat >example.cpp <<'CPP'
#include <iostream>
#include <json/json.h>
#include <sstream>
std::string read(const std::string &text, bool strict)
{
    Json::CharReaderBuilder builder;
    if (strict)
        Json::CharReaderBuilder::strictMode(&builder.settings_);
    Json::StreamWriterBuilder writer;
    writer["indentation"] = "";
    Json::Value value;
    std::string errors;
    std::istringstream stream(text);
    return parseFromStream(builder, stream, &value, &errors) ? writeString(writer, value) : "refused";
}
int main()
{
    for (const char *text : {"{\"a\":1} and more", "nullable", "[+1,01]"})
        std::cout << text << ": " << read(text, false) << ", strict: " << read(text, true) << '\n';
}
CPP
libraries=$(echo "$work"/root/usr/lib/*-linux-gnu)
g++ -std=c++17 -Iroot/usr/include/jsoncpp example.cpp -o example -L"$libraries" -ljsoncpp
LD_LIBRARY_PATH=$libraries ./example | tee seen
diff seen - <<'OUT'
{"a":1} and more: {"a":1}, strict: refused
nullable: null, strict: refused
[+1,01]: [1.0,1], strict: [1.0,1]
OUT
