// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret/secret.h"

#include <cstring>
#include <utility>

namespace tokeni {

namespace {

// The size of an unpaired surrogate as three bytes (WTF-8, section 3.6): 0xED, then 0xA0 to 0xBF.
constexpr qsizetype halfSize = 3;

bool isHalf(QByteArrayView bytes)
{
    return bytes.size() >= halfSize && uchar(bytes[0]) == 0xED && uchar(bytes[1]) >= 0xA0
        && uchar(bytes[1]) <= 0xBF && (uchar(bytes[2]) & 0xC0) == 0x80;
}

QByteArray bytesOf(const QString &text)
{
    if (text.isValidUtf16())
        return text.toUtf8();
    QByteArray bytes;
    bytes.reserve(halfSize * text.size()); // So that no copy is left in memory by reallocation.
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = QStringView(text).sliced(i);
        const bool isPair
            = rest.size() > 1 && rest[0].isHighSurrogate() && rest[1].isLowSurrogate();
        if (isPair || !rest[0].isSurrogate()) {
            QByteArray whole = rest.first(isPair ? 2 : 1).toUtf8();
            bytes.append(whole);
            wipe(whole);
            i += isPair ? 1 : 0;
            continue;
        }
        const char16_t half = rest[0].unicode();
        bytes.append(char(0xED));
        bytes.append(char(0x80 | ((half >> 6) & 0x3F)));
        bytes.append(char(0x80 | (half & 0x3F)));
    }
    return bytes;
}

} // namespace

// Writing through a volatile pointer keeps the compiler from removing stores to memory that is
// about to be freed.
void overwrite(void *memory, std::size_t size)
{
    auto *byte = static_cast<volatile unsigned char *>(memory);
    while (size-- > 0)
        *byte++ = 0;
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        overwrite(bytes.data(), static_cast<std::size_t>(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (!text.isEmpty() && text.isDetached())
        overwrite(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
}

void wipeShared(const QString &text)
{
    if (text.capacity() > 0)
        overwrite(const_cast<QChar *>(text.constData()), std::size_t(text.size()) * sizeof(QChar));
}

Secret::Secret(QByteArrayView bytes)
    : m_bytes(bytes.isEmpty() ? nullptr : new char[static_cast<std::size_t>(bytes.size())]),
      m_size(bytes.size())
{
    if (m_bytes)
        std::memcpy(m_bytes.get(), bytes.data(), static_cast<std::size_t>(m_size));
}

Secret Secret::taking(QByteArray &&bytes)
{
    Secret secret{QByteArrayView(bytes)};
    wipe(bytes);
    return secret;
}

Secret Secret::taking(QString &&text)
{
    Secret secret = taking(bytesOf(text));
    wipe(text);
    return secret;
}

Secret::~Secret()
{
    wipeBytes();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0))
{ }

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipeBytes();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret Secret::clone() const
{
    return Secret(view());
}

QString Secret::reveal() const
{
    const QByteArrayView bytes = view();
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);
    QString text;
    text.reserve(bytes.size());
    qsizetype start = 0;
    for (qsizetype i = 0; i <= bytes.size(); ++i) {
        const bool half = isHalf(bytes.sliced(i));
        if (!half && i < bytes.size())
            continue;
        QString whole = QString::fromUtf8(bytes.sliced(start, i - start));
        text.append(whole);
        wipe(whole);
        if (half) {
            text.append(QChar(char16_t(0xD000 | ((uchar(bytes[i + 1]) & 0x3F) << 6)
                                       | (uchar(bytes[i + 2]) & 0x3F))));
            start = i + halfSize;
            i = start - 1;
        }
    }
    return text;
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.m_size != b.m_size)
        return false;
    unsigned char difference = 0;
    for (qsizetype i = 0; i < a.m_size; ++i)
        difference = static_cast<unsigned char>(
            difference | (a.m_bytes[std::size_t(i)] ^ b.m_bytes[std::size_t(i)]));
    return difference == 0;
}

void Secret::wipeBytes()
{
    if (m_bytes)
        overwrite(m_bytes.get(), static_cast<std::size_t>(m_size));
    m_bytes.reset();
    m_size = 0;
}

} // namespace tokeni
