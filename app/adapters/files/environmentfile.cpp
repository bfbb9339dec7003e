// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/environmentfile.h"

#include "adapters/files/environmentjson.h"
#include "adapters/files/safefile.h"
#include "adapters/files/writelock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

using Fault = EnvironmentsFault;

// Room for thousands of environments. The file is read and written on the window's thread, which a
// longer file would block noticeably.
constexpr qint64 maxFile = qint64(1024) * 1024;
constexpr std::chrono::milliseconds settleTime{50};
// How long a change waits for another program before waiting() is emitted.
constexpr std::chrono::milliseconds silentWait{2'000};

tl::unexpected<Fault> fault(Fault::Kind kind, const QString &path)
{
    return tl::make_unexpected(Fault{kind, path});
}

tl::unexpected<Fault> fault(Fault::Kind kind, const DataFileFault &file)
{
    return tl::make_unexpected(Fault{.kind = kind, .path = file.path, .file = file});
}

// The bytes of the file; std::nullopt if there is no such file.
tl::expected<std::optional<QByteArray>, Fault> bytesOf(const QString &path)
{
    auto bytes = readAll(path, maxFile);
    if (!bytes)
        return fault(Fault::Kind::Unreadable, bytes.error());
    if (*bytes && (*bytes)->size() > maxFile)
        return fault(Fault::Kind::TooLarge, path);
    return std::move(*bytes);
}

tl::expected<EnvironmentDocument, Fault> documentOf(const QString &path, const QByteArray &bytes)
{
    auto document = environmentsFromJson(bytes);
    if (document)
        return std::move(*document);
    if (document.error().kind == EnvironmentDocumentFault::Kind::NewerVersion)
        return fault(Fault::Kind::NewerVersion, path);
    return tl::make_unexpected(Fault{Fault::Kind::Damaged, path, document.error().reason});
}

// The list in a file; the default environments if there is no file.
tl::expected<EnvironmentList, Fault>
listOf(const QString &path, const tl::expected<std::optional<QByteArray>, Fault> &bytes)
{
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    if (!*bytes)
        return *EnvironmentList::from(defaultEnvironments());
    return documentOf(path, **bytes).map([](const EnvironmentDocument &document) {
        return document.list;
    });
}

} // namespace

EnvironmentFile::EnvironmentFile(QString path, std::chrono::milliseconds patience, QObject *parent)
    : EnvironmentStore(parent), m_path(std::move(path)), m_patience(patience)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &EnvironmentFile::lookForOutsideChange);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_settle.start(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { m_settle.start(); });
}

tl::expected<EnvironmentList, EnvironmentsFault> EnvironmentFile::load()
{
    const auto path = resolveLinks(m_path);
    if (!path)
        return fault(Fault::Kind::Unreadable, path.error());
    const auto bytes = bytesOf(*path);
    m_seen = bytes ? bytes->value_or(QByteArray()) : QByteArray();
    watch(*path);
    return listOf(*path, bytes);
}

tl::expected<EnvironmentList, EnvironmentsFault> EnvironmentFile::peek() const
{
    const auto path = resolveLinks(m_path);
    if (!path)
        return fault(Fault::Kind::Unreadable, path.error());
    const auto bytes = bytesOf(*path);
    // This is called whenever a token is stored, and reading is much cheaper than parsing.
    if (bytes && *bytes && m_peeked && m_peeked->bytes == **bytes)
        return m_peeked->list;
    auto list = listOf(*path, bytes);
    m_peeked.reset();
    if (list && *bytes)
        m_peeked = Peeked{**bytes, *list};
    return list;
}

QString EnvironmentFile::location() const
{
    return resolveLinks(m_path).value_or(m_path);
}

// Calls \a write with the path of the file, while no other process can write it.
template <typename Write> auto EnvironmentFile::locked(Write write) -> decltype(write(QString()))
{
    const auto path = resolveLinks(m_path);
    if (!path)
        return fault(Fault::Kind::Unwritable, path.error());
    if (const auto folder = makeFolder(QFileInfo(*path).absolutePath()); !folder)
        return fault(Fault::Kind::Unwritable, folder.error());
    WriteLock lock(*path);
    WriteLock::Outcome lockOutcome = lock.take(std::min(m_patience, silentWait));
    if (lockOutcome == WriteLock::Outcome::Busy && m_patience > silentWait) {
        Q_EMIT waiting();
        lockOutcome = lock.take(m_patience - silentWait);
    }
    if (lockOutcome == WriteLock::Outcome::Busy)
        return fault(Fault::Kind::Busy, *path);
    if (lockOutcome == WriteLock::Outcome::Taken)
        removeLeftovers(*path, {});
    return write(*path);
}

tl::expected<EnvironmentList, EnvironmentsFault>
EnvironmentFile::update(const EnvironmentList &known, const Change &change)
{
    using Result = tl::expected<EnvironmentList, Fault>;
    return locked([&](const QString &path) -> Result {
        const auto bytes = bytesOf(path);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        EnvironmentDocument document{known, {}};
        if (*bytes) {
            auto stored = documentOf(path, **bytes);
            if (!stored)
                return tl::make_unexpected(stored.error());
            document = std::move(*stored);
        }
        if (const auto changed = change(document.list); !changed)
            return tl::make_unexpected(
                Fault{.kind = Fault::Kind::Refused, .problem = changed.error()});
        return write(path, document).map([&] { return document.list; });
    });
}

tl::expected<QString, EnvironmentsFault>
EnvironmentFile::replaceDamaged(const EnvironmentList &list)
{
    using Result = tl::expected<QString, Fault>;
    return locked([&](const QString &path) -> Result {
        const auto bytes = bytesOf(path);
        if (!bytes)
            return tl::make_unexpected(bytes.error());
        const auto stored = *bytes ? environmentsFromJson(**bytes)
                                   : tl::expected<EnvironmentDocument, EnvironmentDocumentFault>();
        if (stored || stored.error().kind != EnvironmentDocumentFault::Kind::NotUnderstood)
            return fault(Fault::Kind::ChangedMeanwhile, path);
        // A copy rather than a rename, so that there is an environments file at every moment:
        // without one, another process would assume a first start.
        const QString stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
        const QString copy = path + u".damaged-"_s + stamp;
        if (const auto kept = writeAtomically(copy, **bytes); !kept)
            return fault(Fault::Kind::Unwritable, kept.error());
        return write(path, {list, {}}).map([&] { return copy; });
    });
}

tl::expected<void, EnvironmentsFault> EnvironmentFile::write(const QString &path,
                                                             const EnvironmentDocument &document)
{
    const QByteArray next = toJson(document);
    if (next.size() > maxFile)
        return fault(Fault::Kind::WouldBeTooLarge, path);
    if (const auto written = writeAtomically(path, next); !written)
        return fault(Fault::Kind::Unwritable, written.error());
    m_seen = next;
    watch(path);
    return {};
}

QString EnvironmentFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + u"/environments.json"_s;
}

// The watcher reports a file that was replaced as a change of the folder, and a file that was
// written in place as a change of the file. Before the first change there may be no folder: then
// the nearest existing parent is watched, so that we notice when the folder is created.
void EnvironmentFile::watch(const QString &path)
{
    QString folder = QFileInfo(path).absolutePath();
    while (!QFileInfo(folder).isDir() && !QDir(folder).isRoot())
        folder = QFileInfo(folder).absolutePath();
    QStringList others = m_watcher.directories();
    if (others.removeAll(folder) == 0)
        m_watcher.addPath(folder);
    if (!others.isEmpty())
        m_watcher.removePaths(others);
    if (!m_watcher.files().contains(path) && QFileInfo(path).isFile())
        m_watcher.addPath(path);
}

void EnvironmentFile::lookForOutsideChange()
{
    const auto path = resolveLinks(m_path);
    if (!path)
        return;
    watch(*path);
    // A file that can no longer be read is reported too.
    const auto bytes = bytesOf(*path);
    if (bytes && (!*bytes || **bytes == m_seen))
        return;
    Q_EMIT changedOutside();
}

} // namespace tokeni
