// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstddef>
#include <memory>

namespace tokeni {

/*! Overwrites \a size bytes at \a memory; the compiler can't optimise this away. */
void overwrite(void *memory, std::size_t size);
/*! Overwrites the bytes of \a bytes in place and empties it. Shared bytes are not overwritten
 *  (writing would detach and only wipe a copy), so keep secrets unshared. */
void wipe(QByteArray &bytes);
/*! The same for text. */
void wipe(QString &text);
/*! Overwrites the memory of \a text even if it is shared, for all of its owners: for owners inside
 *  Qt that free it without overwriting it. A literal has no memory of its own and is left alone. */
void wipeShared(const QString &text);

/*! Bytes that must not remain in memory: a consumer key, a consumer secret, an access token, or a
 *  header that contains one of these. Has one owner, is not copied by accident, and is wiped when
 *  destroyed. Text is held as UTF-8. Nothing prints a Secret, and only \c reveal() turns it into a
 *  QString. */
class Secret
{
public:
    Secret() = default;
    /*! Copies \a bytes; wiping the original remains the job of its owner. */
    explicit Secret(QByteArrayView bytes);
    /*! Takes over the bytes of \a bytes and wipes the original. */
    static Secret taking(QByteArray &&bytes);
    /*! Keeps \a text as UTF-8 and wipes the original. An unpaired surrogate becomes the three bytes
     *  that UTF-8 would have for it if it were allowed, so the bytes are not valid UTF-8 and no
     *  check accepts them as a key or a token. (QString::toUtf8() writes "?" for it; from Qt 6.11
     *  on, nothing.) */
    static Secret taking(QString &&text);

    ~Secret();
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;

    /*! Makes a second owner, explicitly. */
    [[nodiscard]] Secret clone() const;
    /*! The bytes, valid as long as this object is neither changed nor destroyed. */
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.get(), m_size}; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /*! The bytes as text, exactly as taking() received it, for the one widget or clipboard that
     *  must hold it. */
    [[nodiscard]] QString reveal() const;

    /*! Compares in constant time for equal lengths: does not stop at the first difference. */
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
