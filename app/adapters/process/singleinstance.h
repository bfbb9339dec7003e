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
 *  releases when its process ends, decides which one is the first, so a socket that was left behind
 *  by a crash does not matter. */
class SingleInstance : public QObject
{
    Q_OBJECT
public:
    enum class Role
    {
        First,
        Second, //!< Another one is running, and is coming to the front.
        Unanswered, //!< Another one is running, but does not answer.
        Unreachable, //!< Another one is running, but nobody is listening on its socket.
    };

    /*! \a folder must exist and belong to the user; \a scope separates instances that have nothing
     *  to do with one another. */
    SingleInstance(const QString &folder, const QStringList &scope, QObject *parent = nullptr);
    ~SingleInstance() override;

    /*! Finds out which one this is; waits at most \a patience for the first one's answer. If the
     *  folder is not writable, every instance is the first. */
    [[nodiscard]] Role claim(std::chrono::milliseconds patience = std::chrono::seconds(2));

    /*! The socket that the first one listens on. */
    [[nodiscard]] const QString &socketPath() const { return m_path; }
    /*! Why the first one is not listening, in the system's words; empty if it is. It runs
     *  nevertheless, but a second one is then Unreachable. */
    [[nodiscard]] const QString &listenProblem() const { return m_listenProblem; }

    /*! Lets the next instance be the first, because this one is about to end. */
    void letGo();

    /*! QStandardPaths::RuntimeLocation. */
    [[nodiscard]] static QString defaultFolder();
    /*! The location of the settings, and the display. */
    [[nodiscard]] static QStringList defaultScope();

Q_SIGNALS:
    /*! A second instance was started. \a activationToken: allows the window to take the focus under
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
    // Watches the socket, which QLocalServer removes when it gives up.
    QFileSystemWatcher m_watcher;
    QTimer m_retry;
};

} // namespace tokeni
