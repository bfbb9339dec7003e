// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/requestlocks.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>

namespace tokeni {

/*! Request locks as files in one folder, so that the window and any number of command lines take
 *  turns. A file whose holder has ended stops nobody (see FileLock). The word of a new token is an
 *  empty file that is made anew. */
class RequestLockFiles : public RequestLocks
{
public:
    /*! \a folder is made when the first lock is asked for. Where it can't be, there is no taking
     *  turns, and every lock is given. */
    explicit RequestLockFiles(QString folder, QObject *parent = nullptr);
    std::unique_ptr<RequestLock> tryAcquire(const QString &environmentId) override;
    void notifyTokenStored(const QString &environmentId) override;
    /*! From now on, tokenStoredElsewhere() is said. */
    void listen();

    /*! A folder of the user's own: "tokeni/locks" in $XDG_RUNTIME_DIR (XDG Base Directory
     *  Specification 0.8), or without one, "locks" in QStandardPaths::CacheLocation. */
    [[nodiscard]] static QString defaultFolder();

private:
    void hear();
    [[nodiscard]] QHash<QString, QDateTime> message() const;

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QHash<QString, QDateTime> m_heard; // When a token was stored last, by the name of the file.
};

} // namespace tokeni
