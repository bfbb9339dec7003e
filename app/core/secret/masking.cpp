// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret/masking.h"

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype minWithEnds = 20;
constexpr qsizetype minScrubbed = 8;

QString dots(qsizetype count)
{
    return QString(count, u'•');
}

QString asText(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

int hexDigit(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char small = char(digit | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// How many bytes at the beginning of \a text write the one byte \a meant: the byte itself, the byte
// after a backslash, \u00 and two digits (JSON; RFC 8259 section 7), or % and two digits (RFC 3986
// section 2.1). 0 if they write something else.
qsizetype lengthAsWritten(QByteArrayView text, char meant)
{
    const auto isHexAt = [text, meant](qsizetype at) {
        return hexDigit(text[at]) == uchar(meant) >> 4
            && hexDigit(text[at + 1]) == (uchar(meant) & 0xf);
    };
    if (text.size() >= 6 && text.startsWith("\\u00") && isHexAt(4))
        return 6;
    if (text.size() >= 3 && text[0] == '%' && isHexAt(1))
        return 3;
    if (text.size() >= 2 && text[0] == '\\' && text[1] == meant)
        return 2;
    return !text.isEmpty() && text[0] == meant ? 1 : 0;
}

// The same for all of \a secret.
qsizetype lengthAsWritten(QByteArrayView text, QByteArrayView secret)
{
    if (text.startsWith(secret))
        return secret.size();
    qsizetype at = 0;
    for (const char meant : secret) {
        const qsizetype length = lengthAsWritten(text.sliced(at), meant);
        if (length == 0)
            return 0;
        at += length;
    }
    return at;
}

} // namespace

QString maskedToken(const Secret &token)
{
    if (token.size() < minWithEnds)
        return dots(20);
    return asText(token.view().first(4)) + dots(20) + asText(token.view().last(4));
}

QString maskedKey(const Secret &consumerKey)
{
    if (consumerKey.size() < minWithEnds)
        return dots(28);
    return dots(28) + asText(consumerKey.view().last(4));
}

QString maskedSecret()
{
    return dots(16);
}

QByteArray withoutSecret(QByteArrayView text, const Secret &secret, const QString &mask)
{
    if (secret.size() < minScrubbed)
        return text.toByteArray();
    QByteArray result;
    const QByteArray bytes = mask.toUtf8();
    // The result must never be reallocated: the old memory would not be wiped, and may contain
    // another secret.
    const qsizetype growth = std::max<qsizetype>(0, bytes.size() - secret.size());
    result.reserve(text.size() + text.size() / secret.size() * growth);
    const auto mayBegin = [first = secret.view().front()](char byte) {
        return byte == first || byte == '\\' || byte == '%';
    };
    while (!text.isEmpty()) {
        const auto plain = std::find_if(text.begin(), text.end(), mayBegin) - text.begin();
        result.append(text.first(plain));
        text = text.sliced(plain);
        if (text.isEmpty())
            break;
        const qsizetype length = lengthAsWritten(text, secret.view());
        if (length > 0)
            result.append(bytes);
        else
            result.append(text.front());
        text = text.sliced(std::max<qsizetype>(length, 1));
    }
    return result;
}

} // namespace tokeni
