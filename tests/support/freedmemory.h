// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace tokeni {

/*! Looks at all memory that this program gives back from watch() on while the object lives: one
 *  object at a time. Whatever links it has its free() replaced. */
class FreedMemory
{
public:
    /*! Looks for these bytes, and for the same as UTF-16. */
    explicit FreedMemory(const QList<QByteArray> &secrets);
    ~FreedMemory();
    Q_DISABLE_COPY_MOVE(FreedMemory)

    /*! Looks from now on. */
    void watch();
    /*! How often memory was given back with one of them in it. */
    [[nodiscard]] int finds() const;
    /*! Whether free() can be listened to with this C library and this compiler. */
    static bool isSupported();

private:
    int m_count = 0;
};

} // namespace tokeni
