// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace tokeni {

/*! While it exists, inspects all memory that this program frees after watch(). There can be only
 *  one such object at a time. Linking it replaces the program's free(). */
class FreedMemory
{
public:
    /*! Adds bytes to look for, also encoded as UTF-16. */
    explicit FreedMemory(const QList<QByteArray> &secrets);
    ~FreedMemory();
    Q_DISABLE_COPY_MOVE(FreedMemory)

    /*! Starts looking. */
    void watch();
    /*! How often memory was freed that contained one of them. */
    [[nodiscard]] int finds() const;
    /*! Whether free() can be intercepted with this C library and this compiler. */
    static bool isSupported();

private:
    int m_count = 0;
};

} // namespace tokeni
