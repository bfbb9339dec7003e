// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adapters/files/filelock.h"

#include <QFileSystemWatcher>
#include <QLocalServer>
#include <QTimer>

#include <chrono>

class QDeadlineTimer;
class QLocalSocket;

namespace tokeni {

/*! One running Tokeni per user, session and settings: the first one listens on a socket that only
 *  the user may connect to, a second one asks it to come to the front. A lock, which the system
 *  releases when its process ends, decides who is the first, so that a socket left behind by a
 * crash is nobody's. */
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role
    {
        First,
        Second, //!< Another one runs, and is coming to the front.
        Unanswered, //!< Another one runs, but does not answer.
        Unreachable, //!< Another one runs, but nobody listens on its socket.
    };

    /*! \a folder must exist and be the user's own; \a scope tells instances apart that have nothing
     *  to do with one another. */
    SingleInstance(const QString &folder, const QStringList &scope, QObject *parent = nullptr);
    ~SingleInstance() override;

    /*! Finds out which one this is, waiting for the first one's answer for \a patience at most.
     *  Where nothing can be written to the folder, every one is the first. */
    [[nodiscard]] Role claim(std::chrono::milliseconds patience = std::chrono::seconds(2));

    /*! The socket that the first one listens on. */
    [[nodiscard]] const QString &socketPath() const { return m_path; }
    /*! Why the first one does not listen, in the system's words; empty when it does. It runs all
     * the same, but a second one is Unreachable. */
    [[nodiscard]] const QString &listenProblem() const { return m_listenProblem; }

    /*! Lets the next one be the first, as this one is about to end. */
    void letGo();

    /*! QStandardPaths::RuntimeLocation. */
    [[nodiscard]] static QString defaultFolder();
    /*! Where the settings are, and the display. */
    [[nodiscard]] static QStringList defaultScope();

Q_SIGNALS:
    /*! A second one was started. \a activationToken: what lets the window take the focus under
     *  Wayland (xdg-activation-v1); may be empty. */
    void raiseRequested(const QString &activationToken);

private:
    void listen();
    void listenAgain();
    void serve(QLocalSocket *client);
    [[nodiscard]] Role askFirst(const QDeadlineTimer &deadline) const;

    FileLock m_lock;
    QString m_path;
    QString m_listenProblem;
    QLocalServer m_server;
    QFileSystemWatcher m_watcher; // Of the socket, which QLocalServer removes when it gives up.
    QTimer m_retry;
};

} // namespace tokeni
