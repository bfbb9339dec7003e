// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/keychainwithtimeout.h"

namespace tokeni {

/*! What there is to tell of the system's keychain itself: its name, whether it is locked, and
 *  whether it answers. */
class KeychainStatus : public QObject
{
    Q_OBJECT
public:
    /*! \a keychain must outlive this object. */
    explicit KeychainStatus(const KeychainWithTimeout &keychain, QObject *parent = nullptr);

    void setName(const QString &name);
    void setLocked(bool locked);

    /*! What it calls itself, as "GNOME Keyring"; empty as long as that is not known. */
    [[nodiscard]] const QString &name() const { return m_name; }
    /*! Whether it would ask for its password; false where it does not tell. */
    [[nodiscard]] bool isLocked() const { return m_locked; }
    [[nodiscard]] KeychainWithTimeout::State state() const { return m_keychain.state(); }
    /*! For state Slow: how long it has been waited for. */
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
