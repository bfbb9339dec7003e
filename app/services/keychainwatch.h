// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace tokeni {

/*! Hears when the keychain may have something else to say than before, where the keychain is a
 *  Secret Service; elsewhere it hears nothing. */
class KeychainWatch : public QObject
{
    Q_OBJECT
public:
    explicit KeychainWatch(QObject *parent = nullptr);

Q_SIGNALS:
    /*! It came, was unlocked, or items changed, and asking it opens no prompt. Changes in quick
     *  succession are told once; our own are among them. */
    void changed();
    /*! It is locked, or unlocked after that. */
    void lockedChanged(bool locked);

private Q_SLOTS:
    void hear();

private:
    void look();
    void setLocked(bool locked);

    QTimer m_soon;
    bool m_locked = false;
};

} // namespace tokeni
