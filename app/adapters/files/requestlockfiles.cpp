// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/requestlockfiles.h"

#include "adapters/files/filelock.h"
#include "adapters/files/safefile.h"
#include "core/keychain/keychainitems.h"

#include <QDir>
#include <QStandardPaths>

#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

const QString storedSuffix = u".stored"_s;

class HeldFile : public RequestLock
{
public:
    explicit HeldFile(const QString &path) : m_lock(path) { }

    [[nodiscard]] bool acquire() { return m_lock.tryTake() != FileLock::Outcome::Busy; }

private:
    FileLock m_lock;
};

// The id comes from a file that anybody may have edited, so it must not be used in a path
// unchanged.
QString fileName(const QString &environmentId)
{
    return QString::fromLatin1(environmentId.toUtf8().toHex());
}

QString environmentIdOf(const QFileInfo &file)
{
    return QString::fromUtf8(QByteArray::fromHex(file.baseName().toLatin1()));
}

} // namespace

RequestLockFiles::RequestLockFiles(QString folder, QObject *parent)
    : RequestLocks(parent), m_folder(std::move(folder))
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &RequestLockFiles::hear);
}

std::unique_ptr<RequestLock> RequestLockFiles::tryAcquire(const QString &environmentId)
{
    // If there is no folder, every lock is granted.
    (void)makeFolder(m_folder);
    auto lock = std::make_unique<HeldFile>(m_folder + u'/' + fileName(environmentId) + u".lock"_s);
    if (!lock->acquire())
        return nullptr;
    return lock;
}

void RequestLockFiles::notifyTokenStored(const QString &environmentId)
{
    (void)makeFolder(m_folder);
    const QString path = m_folder + u'/' + fileName(environmentId) + storedSuffix;
    // Removed first: watching a folder reports files that are created or removed, but not writes to
    // a file.
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return; // The others find the token when they read the keychain.
    file.close();
    m_heard.insert(environmentId, QFileInfo(path).lastModified());
}

void RequestLockFiles::listen()
{
    (void)makeFolder(m_folder);
    m_watcher.addPath(m_folder);
    m_heard = message();
}

void RequestLockFiles::hear()
{
    const QHash<QString, QDateTime> before = std::exchange(m_heard, message());
    for (auto it = m_heard.cbegin(); it != m_heard.cend(); ++it) {
        if (before.value(it.key()) != it.value())
            Q_EMIT tokenStoredElsewhere(it.key());
    }
}

QHash<QString, QDateTime> RequestLockFiles::message() const
{
    QHash<QString, QDateTime> found;
    const QFileInfoList files = QDir(m_folder).entryInfoList({u'*' + storedSuffix}, QDir::Files);
    for (const QFileInfo &file : files)
        found.insert(environmentIdOf(file), file.lastModified());
    return found;
}

QString RequestLockFiles::defaultFolder()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Not through QStandardPaths, which prints a warning to standard error if the variable is not
    // set.
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QDir::isAbsolutePath(runtime) && QFileInfo(runtime).isWritable())
        return QDir::cleanPath(runtime) + u"/tokeni/locks"_s;
#endif
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/locks"_s;
}

} // namespace tokeni
