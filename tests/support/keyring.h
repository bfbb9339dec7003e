// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusMessage>
#include <QProcess>

namespace tokeni {

/*! Calls \a method of the Secret Service's object at \a path, and waits for the answer. */
[[nodiscard]] QDBusMessage askSecretService(const QString &path, const QString &interface,
                                            const QString &method, const QVariantList &arguments);

/*! A gnome-keyring of the test's own, in a session that has none and starts none (see
 *  tests/adapters/keychain/without-keyring.sh). Its items outlive it and are deleted with the
 *  session. */
class Keyring
{
public:
    ~Keyring();

    /*! Starts it again, unlocked if \a unlocked. False if it does not come up. */
    [[nodiscard]] bool start(bool unlocked = true);
    /*! Ends it without warning (SIGKILL). */
    void kill();
    /*! Makes it hang: it keeps its name and answers nothing (SIGSTOP) until goOn(). */
    void hang();
    void goOn();
    [[nodiscard]] bool lock();
    /*! Unlocks it with its password, as a prompt does. */
    [[nodiscard]] bool unlock();

    /*! What another program (secret-tool) finds under tokeni's item \a name; empty if there is
     *  none. */
    [[nodiscard]] static QByteArray look(const QString &name);
    /*! Stores \a bytes there as another program, with the attributes of tokeni's items. */
    [[nodiscard]] static bool put(const QString &name, const QByteArray &bytes);
    /*! The same with bytes that secret-tool can't store, and with another \a type. */
    [[nodiscard]] static bool putAny(const QString &name, const QByteArray &bytes,
                                     const QString &type = QStringLiteral("plaintext"));
    /*! Removes tokeni's item \a name as another program. */
    [[nodiscard]] static bool take(const QString &name);

private:
    void signal(int number);

    QProcess m_daemon;
};

} // namespace tokeni
