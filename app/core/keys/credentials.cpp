// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/keys/credentials.h"

#include "core/secret/secret.h"

#include "core/text/whitespace.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

namespace tokeni {

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

QByteArray fingerprintOf(const Credentials &credentials)
{
    static const Secret runKey = [] {
        QByteArray random(32, Qt::Uninitialized);
        QRandomGenerator::system()->generate(random.begin(), random.end());
        return Secret::taking(std::move(random));
    }();
    QMessageAuthenticationCode code(QCryptographicHash::Sha256);
    code.setKey(QByteArray::fromRawData(runKey.view().data(), runKey.size()));
    for (const Secret *part : {&credentials.consumerKey, &credentials.consumerSecret}) {
        code.addData(QByteArray::number(part->size()) + ':');
        code.addData(QByteArray::fromRawData(part->view().data(), part->size()));
    }
    return resultOf(code);
}

QByteArray issuanceIdOf(const Environment &environment, const Credentials &credentials)
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
    return resultOf(hash).toHex();
}

} // namespace tokeni
