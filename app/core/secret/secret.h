// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <memory>

namespace tokeni {

/*! Overwrites \a size bytes at \a memory; the compiler does not leave that out. */
void overwrite(void *memory, std::size_t size);
/*! Overwrites the bytes of \a bytes in place and empties it. Shared bytes are left to their other
 *  owners (writing would only wipe a copy), so keep secrets unshared. */
void wipe(QByteArray &bytes);
/*! The same for text. */
void wipe(QString &text);
/*! Overwrites \a text in the memory that it shares with others, for all of them: for owners inside
 *  Qt that give it back as it is. A literal has no memory of its own and is left alone. */
void wipeShared(const QString &text);

/*! Bytes that must not stay behind in memory: a consumer key, a consumer secret, an access token or
 *  a header that holds one. Owned alone, never copied by accident, wiped when they go. UTF-8 where
 *  they are text. Nothing prints a Secret, and nothing turns it into a QString but \c reveal(). */
class Secret
{
public:
    Secret() = default;
    /*! Keeps a copy of \a bytes; wiping the original stays its owner's duty. */
    explicit Secret(QByteArrayView bytes);
    /*! Keeps the bytes of \a bytes and wipes the original. */
    static Secret taking(QByteArray &&bytes);
    /*! Keeps \a text as UTF-8 and wipes the original. Half of a surrogate pair becomes the three
     *  bytes that it would have in UTF-8 if that allowed it, so the bytes are not UTF-8 and no check
     *  takes them for a key or a token. (QString::toUtf8() writes "?" for it; from Qt 6.11 on,
     *  nothing.) */
    static Secret taking(QString &&text);

    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /*! A second owner, made on purpose. */
    [[nodiscard]] Secret clone() const;
    /*! The bytes, valid as long as this object is neither changed nor destroyed. */
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /*! The bytes as text, for the one widget or clipboard that must hold them: what taking() got.
     */
    [[nodiscard]] QString reveal() const;

    /*! Compares without stopping at the first difference. */
    friend bool operator==(const Secret &a, const Secret &b);

private:
    void wipeBytes();

    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

/*! Finishes \a hash, a QCryptographicHash or QMessageAuthenticationCode with SHA-256; do not use it
 *  afterwards. Qt frees its buffer with the last input still in it, so that input is overwritten
 *  first. */
template <typename Hash> [[nodiscard]] QByteArray resultOf(Hash &hash)
{
    QByteArray result = hash.result();
    // Two blocks of 64 bytes (FIPS 180-4 section 5.2.1).
    hash.addData(QByteArray(128, '\0'));
    return result;
}

} // namespace tokeni
