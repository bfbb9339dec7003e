// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/environmentfile.h"

#include "services/environmentjson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Fault = EnvironmentsFault;

// Another process holds the lock for the milliseconds of one write.
constexpr std::chrono::milliseconds lockPatience{1000};
constexpr std::chrono::milliseconds settleTime{50};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EnvironmentFile)
};

tl::unexpected<Fault> fault(Fault::Kind kind, const QString &words)
{
    return tl::make_unexpected(Fault{kind, words});
}

// Renames the damaged file so that nothing is ever written over it; its new path.
tl::expected<QString, Fault> setAside(const QString &path)
{
    const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = path + u".damaged-"_s + stamp;
    if (!QFile::rename(path, aside)) {
        return fault(Fault::Kind::Unreadable,
                     Text::tr("%1 is damaged and can't be set aside. Nothing is saved until it is "
                              "moved away.")
                         .arg(path));
    }
    return aside;
}

// The bytes of the file; nothing when there is no such file.
tl::expected<std::optional<QByteArray>, Fault> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly)) {
        return fault(Fault::Kind::Unreadable,
                     Text::tr("%1 can't be read: %2").arg(path, file.errorString()));
    }
    return file.readAll();
}

tl::expected<std::optional<EnvironmentDocument>, Fault> documentOf(const QString &path,
                                                                   const QByteArray &bytes)
{
    auto document = environmentsFromJson(bytes);
    if (document)
        return std::move(*document);
    if (document.error() == EnvironmentDocumentFault::NewerVersion) {
        return fault(Fault::Kind::NewerVersion,
                     Text::tr("%1 was written by a newer Tokeni. It is left as it is, and changes "
                              "made here last until Tokeni quits.")
                         .arg(path));
    }
    const auto aside = setAside(path);
    if (!aside)
        return tl::make_unexpected(aside.error());
    return fault(Fault::Kind::Damaged,
                 Text::tr("The environments file was damaged. It is kept as %1, and keys in the "
                          "keychain are untouched.")
                     .arg(*aside));
}

} // namespace

EnvironmentFile::EnvironmentFile(QString path, QObject *parent)
    : EnvironmentStore(parent), m_path(std::move(path))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &EnvironmentFile::lookForOutsideChange);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
}

tl::expected<EnvironmentList, EnvironmentsFault> EnvironmentFile::load()
{
    const auto bytes = bytesOf(m_path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    m_seen = bytes->value_or(QByteArray());
    watch();
    if (!*bytes)
        return *EnvironmentList::from(firstEnvironments());
    const auto document = documentOf(m_path, **bytes);
    if (!document)
        return tl::make_unexpected(document.error());
    return (*document)->list;
}

tl::expected<EnvironmentList, EnvironmentsFault>
EnvironmentFile::update(const EnvironmentList &known, const Change &change)
{
    if (const auto folder = makeFolder(); !folder)
        return tl::make_unexpected(folder.error());
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(int(lockPatience.count())) && lock.error() == QLockFile::LockFailedError) {
        return fault(Fault::Kind::Unwritable,
                     Text::tr("%1 is being written by another program.").arg(m_path));
    }

    const auto bytes = bytesOf(m_path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    EnvironmentDocument document{known, {}};
    if (*bytes) {
        auto stored = documentOf(m_path, **bytes);
        if (!stored)
            return tl::make_unexpected(stored.error());
        document = std::move(**stored);
    }
    if (const auto changed = change(document.list); !changed)
        return tl::make_unexpected(Fault{Fault::Kind::Refused, {}, changed.error()});

    const QByteArray next = toJson(document);
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(next) == next.size() && file.commit();
    if (!written) {
        return fault(Fault::Kind::Unwritable,
                     Text::tr("%1 can't be written: %2").arg(m_path, file.errorString()));
    }
    m_seen = next;
    watch();
    return document.list;
}

QString EnvironmentFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + u"/environments.json"_s;
}

tl::expected<void, EnvironmentsFault> EnvironmentFile::makeFolder()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (QFileInfo(folder).isDir())
        return {};
    if (!QDir().mkpath(folder))
        return fault(Fault::Kind::Unwritable, Text::tr("%1 can't be made.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

// The folder tells of a file that was replaced, the file of one that was written in place. Before a
// first change there is no folder: then the nearest one above tells when it is made.
void EnvironmentFile::watch()
{
    QString folder = QFileInfo(m_path).absolutePath();
    while (!QFileInfo(folder).isDir() && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath();
    QStringList others = m_watcher.directories();
    if (others.removeAll(folder) == 0)
        m_watcher.addPath(folder);
    if (!others.isEmpty())
        m_watcher.removePaths(others);
    if (!m_watcher.files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
}

void EnvironmentFile::lookForOutsideChange()
{
    watch();
    const auto bytes = bytesOf(m_path);
    if (!bytes || !*bytes || **bytes == m_seen)
        return;
    Q_EMIT changedOutside();
}

} // namespace tokeni
