// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/credentials.h"

#include <QCryptographicHash>

namespace tokeni {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Unicode white space that web pages and documents put around what is copied from them: no-break
// space, zero-width space, byte order mark; as UTF-8.
constexpr QByteArrayView pastedSpaces[] = {"\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF"};

QByteArrayView withoutSpaceAround(QByteArrayView bytes)
{
    for (bool changed = true; changed;) {
        changed = false;
        while (!bytes.isEmpty() && isSpace(bytes.front())) {
            bytes = bytes.sliced(1);
            changed = true;
        }
        while (!bytes.isEmpty() && isSpace(bytes.back())) {
            bytes.chop(1);
            changed = true;
        }
        for (const QByteArrayView space : pastedSpaces) {
            if (bytes.startsWith(space)) {
                bytes = bytes.sliced(space.size());
                changed = true;
            }
            if (bytes.endsWith(space)) {
                bytes.chop(space.size());
                changed = true;
            }
        }
    }
    return bytes;
}

} // namespace

TrimmedCredentials trimmed(Credentials credentials)
{
    TrimmedCredentials result;
    for (Secret *secret : {&credentials.consumerKey, &credentials.consumerSecret}) {
        const QByteArrayView meant = withoutSpaceAround(secret->view());
        if (meant.size() != secret->size()) {
            *secret = Secret(meant);
            result.trimmed = true;
        }
    }
    result.credentials = std::move(credentials);
    return result;
}

Secret basicAuthorization(const Credentials &credentials)
{
    QByteArray pair;
    pair.reserve(credentials.consumerKey.size() + 1 + credentials.consumerSecret.size());
    pair.append(credentials.consumerKey.view());
    pair.append(':');
    pair.append(credentials.consumerSecret.view());
    QByteArray encoded = pair.toBase64();
    wipe(pair);
    QByteArray value;
    value.reserve(6 + encoded.size());
    value.append("Basic ");
    value.append(encoded);
    wipe(encoded);
    return Secret::taking(std::move(value));
}

Secret toKeychainItem(const Credentials &credentials)
{
    QByteArray item;
    item.reserve(credentials.consumerKey.size() + 1 + credentials.consumerSecret.size());
    item.append(credentials.consumerKey.view());
    item.append('\n');
    item.append(credentials.consumerSecret.view());
    return Secret::taking(std::move(item));
}

std::optional<Credentials> credentialsFromKeychainItem(const Secret &item)
{
    const QByteArrayView bytes = item.view();
    const qsizetype lineEnd = bytes.indexOf('\n');
    if (lineEnd <= 0 || lineEnd + 1 >= bytes.size() || bytes.sliced(lineEnd + 1).contains('\n'))
        return std::nullopt;
    return Credentials{Secret(bytes.first(lineEnd)), Secret(bytes.sliced(lineEnd + 1))};
}

Credentials simulatorCredentials()
{
    return {Secret("simulator-consumer-key"), Secret("simulator-consumer-secret")};
}

QByteArray bindingOf(const Environment &environment, const Credentials &credentials)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](QByteArrayView part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(environment.id.toUtf8());
    add(requestUrl(environment.tokenUrl).toEncoded());
    add(credentials.consumerKey.view());
    add(credentials.consumerSecret.view());
    return hash.result().toHex();
}

} // namespace tokeni
