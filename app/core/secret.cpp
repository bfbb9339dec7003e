// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret.h"

#include <cstring>
#include <utility>

namespace tokeni {

// A volatile pointer keeps the compiler from dropping stores to memory that is about to be freed.
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
    Secret secret = taking(text.toUtf8());
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
