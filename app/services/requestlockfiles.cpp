// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/requestlockfiles.h"

#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

#include <chrono>
#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Longer than any attempt lives: 30 s of request, and the keychain before and after it.
constexpr std::chrono::milliseconds oldAge = std::chrono::minutes(3);

const QString storedSuffix = u".stored"_s;

class FileLock : public RequestLock
{
public:
    explicit FileLock(const QString &path) : m_file(path)
    {
        m_file.setStaleLockTime(int(oldAge.count()));
    }

    [[nodiscard]] bool acquire()
    {
        return m_file.tryLock(0) || m_file.error() != QLockFile::LockFailedError;
    }

private:
    QLockFile m_file;
};

// An id comes from a file that anybody may have edited, so it does not become a path as it is.
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
    QDir().mkpath(m_folder);
    auto lock = std::make_unique<FileLock>(m_folder + u'/' + fileName(environmentId) + u".lock"_s);
    if (!lock->acquire())
        return nullptr;
    return lock;
}

void RequestLockFiles::tellTokenStored(const QString &environmentId)
{
    QDir().mkpath(m_folder);
    const QString path = m_folder + u'/' + fileName(environmentId) + storedSuffix;
    // A folder's watcher hears of files that come and go, not of what is written to one.
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return; // The others learn of it when they ask the keychain.
    file.close();
    m_heard.insert(environmentId, QFileInfo(path).lastModified());
}

void RequestLockFiles::listen()
{
    QDir().mkpath(m_folder);
    m_watcher.addPath(m_folder);
    m_heard = words();
}

void RequestLockFiles::hear()
{
    const QHash<QString, QDateTime> before = std::exchange(m_heard, words());
    for (auto it = m_heard.cbegin(); it != m_heard.cend(); ++it) {
        if (before.value(it.key()) != it.value())
            Q_EMIT tokenStoredElsewhere(it.key());
    }
}

QHash<QString, QDateTime> RequestLockFiles::words() const
{
    QHash<QString, QDateTime> found;
    const QFileInfoList files = QDir(m_folder).entryInfoList({u'*' + storedSuffix}, QDir::Files);
    for (const QFileInfo &file : files)
        found.insert(environmentIdOf(file), file.lastModified());
    return found;
}

QString RequestLockFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/locks"_s;
}

} // namespace tokeni
