// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/keychain/requestlocks.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QHash>

namespace tokeni {

/*! Request locks as files in one folder, so that the window and any number of command lines take
 *  turns. A file whose holder has ended does not block anybody (see FileLock). The news of a new
 *  token is spread by creating an empty file anew. */
class RequestLockFiles : public RequestLocks
{
public:
    /*! \a folder is created when the first lock is requested. If that fails, processes do not take
     *  turns, and every lock is granted. */
    explicit RequestLockFiles(QString folder, QObject *parent = nullptr);
    std::unique_ptr<RequestLock> tryAcquire(const QString &environmentId) override;
    void notifyTokenStored(const QString &environmentId) override;
    /*! From now on, tokenStoredElsewhere() is emitted. */
    void listen();

    /*! A folder that belongs to the user: "tokeni/locks" in $XDG_RUNTIME_DIR (XDG Base Directory
     *  Specification 0.8) or, if that is not set, "locks" in QStandardPaths::CacheLocation. */
    [[nodiscard]] static QString defaultFolder();

private:
    void hear();
    [[nodiscard]] QHash<QString, QDateTime> message() const;

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QHash<QString, QDateTime> m_heard; // The time when a token was last stored, by file name.
};

} // namespace tokeni
