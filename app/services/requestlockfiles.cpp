// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/requestlockfiles.h"

#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

#include <chrono>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Longer than any attempt lives: 30 s of request, and the keychain before and after it.
constexpr std::chrono::milliseconds oldAge = std::chrono::minutes(3);

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

} // namespace

RequestLockFiles::RequestLockFiles(QString folder) : m_folder(std::move(folder))
{ }

std::unique_ptr<RequestLock> RequestLockFiles::tryAcquire(const QString &environmentId)
{
    QDir().mkpath(m_folder);
    // An id comes from a file that anybody may have edited, so it does not become a path as it is.
    const QString name = QString::fromLatin1(environmentId.toUtf8().toHex());
    auto lock = std::make_unique<FileLock>(m_folder + u'/' + name + u".lock"_s);
    if (!lock->acquire())
        return nullptr;
    return lock;
}

QString RequestLockFiles::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/locks"_s;
}

} // namespace tokeni
