// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainwithtimeout.h"

namespace tokeni {

/*! The status of the system's keychain itself: its name, whether it is locked, and whether it
 *  responds. */
class KeychainStatus : public QObject
{
    Q_OBJECT
public:
    /*! \a keychain must outlive this object. */
    explicit KeychainStatus(const KeychainWithTimeout &keychain, QObject *parent = nullptr);

    void setName(const QString &name);
    void setLocked(bool locked);

    /*! Its own name, such as "GNOME Keyring"; empty until that is known. */
    [[nodiscard]] const QString &name() const { return m_name; }
    /*! Whether it would ask for its password; false if it does not say. */
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] KeychainWithTimeout::State state() const { return m_keychain.state(); }
    /*! For state Slow: how long we have been waiting. */
    [[nodiscard]] int secondsWaited() const { return m_keychain.secondsWaited(); }

Q_SIGNALS:
    /*! Emitted when any of these changes. */
    void changed();

private:
    const KeychainWithTimeout &m_keychain;
    QString m_name;
    bool m_locked = false;
};

} // namespace tokeni
