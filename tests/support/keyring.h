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
 *  tests/services/without-keyring.sh). Its items outlive it, and go with the session. */
class Keyring
{
public:
    ~Keyring();

    /*! Starts it anew; unlocked, if \a unlocked. False when it does not come up. */
    [[nodiscard]] bool start(bool unlocked = true);
    /*! Ends it from one moment to the next (SIGKILL). */
    void kill();
    /*! Lets it hang: it keeps its name and answers nothing (SIGSTOP) until goOn(). */
    void hang();
    void goOn();
    [[nodiscard]] bool lock();
    /*! With its password, as a prompt does it. */
    [[nodiscard]] bool unlock();

    /*! What another program (secret-tool) finds under tokeni's item \a name; empty without one. */
    [[nodiscard]] static QByteArray look(const QString &name);
    /*! Another program puts \a bytes there, in the attributes that tokeni's items have. */
    [[nodiscard]] static bool put(const QString &name, const QByteArray &bytes);
    /*! The same with bytes that secret-tool can't, and with another \a type of them. */
    [[nodiscard]] static bool putAny(const QString &name, const QByteArray &bytes,
                                     const QString &type = QStringLiteral("plaintext"));
    /*! Another program removes tokeni's item \a name. */
    [[nodiscard]] static bool take(const QString &name);

private:
    void signal(int number);

    QProcess m_daemon;
};

} // namespace tokeni
