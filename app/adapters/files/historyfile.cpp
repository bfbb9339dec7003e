// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyfile.h"

#include "adapters/files/historyjson.h"
#include "adapters/files/safefile.h"
#include "adapters/files/writelock.h"
#include "adapters/threads/detachedcall.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Many times what a full history takes; anything longer is rejected.
constexpr qint64 maxFile = qint64(1024) * 1024;
// How long to wait while another process writes. Reading happens on the window's thread.
constexpr std::chrono::milliseconds readingPatience{30};
constexpr std::chrono::milliseconds writingPatience{2'000};

// How long the end of the program waits for a disk, or for a network drive that may be gone.
constexpr std::chrono::seconds maxEnd{10};

using Fault = HistoryFault;

tl::unexpected<Fault> fault(Fault::Kind kind, const QString &path)
{
    return tl::make_unexpected(Fault{kind, path});
}

tl::unexpected<Fault> fault(Fault::Kind kind, const DataFileFault &file)
{
    return tl::make_unexpected(Fault{kind, file.path, file});
}

// Whether the file is still in its place, so that it must not be overwritten.
bool remains(Fault::Kind kind)
{
    return kind == Fault::Kind::Unreadable || kind == Fault::Kind::InTheWay;
}

// The records in the file \a path, which must not be a link; a file that can't be understood is
// renamed.
tl::expected<QList<RequestRecord>, Fault> recordsIn(const QString &path)
{
    const auto bytes = readAll(path, maxFile);
    if (!bytes)
        return fault(Fault::Kind::Unreadable, bytes.error());
    if (!*bytes)
        return {};
    const auto records = (*bytes)->size() > maxFile
        ? tl::make_unexpected(HistoryDocumentFault::NotUnderstood)
        : historyFromJson(**bytes);
    if (records)
        return *records;

    const bool isNewer = records.error() == HistoryDocumentFault::NewerVersion;
    const QString aside = path + (isNewer ? u".newer-"_s : u".damaged-"_s)
        + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    if (!QFile::rename(path, aside))
        return fault(Fault::Kind::InTheWay, path);
    return fault(isNewer ? Fault::Kind::NewerVersion : Fault::Kind::Damaged, aside);
}

// The records after \a change.
QList<RequestRecord> applied(const HistoryFile::Change &change, const QList<RequestRecord> &before)
{
    QList<RequestRecord> records = change.added;
    if (!change.clears)
        records += before;
    return records.first(std::min(records.size(), RequestHistory::longest));
}

// One change with the same effect as \a first followed by \a next.
HistoryFile::Change joined(const HistoryFile::Change &first, const HistoryFile::Change &next)
{
    return {first.clears || next.clears, applied(next, first.added)};
}

} // namespace

HistoryFile::HistoryFile(QString path, QObject *parent)
    : HistoryStore(parent), m_path(std::move(path))
{ }

HistoryFile::~HistoryFile()
{
    const auto isWritten
        = [this] { return m_writing.wait_for(maxEnd) == std::future_status::ready; };
    if (!m_underWay.isEmpty()) {
        if (!isWritten())
            return;
        if (!m_writing.get())
            m_next = joined(m_underWay, m_next);
    }
    if (!m_next.isEmpty()) {
        start();
        (void)isWritten();
    }
}

tl::expected<QList<RequestRecord>, HistoryFault> HistoryFile::load()
{
    const auto path = resolveLinks(m_path);
    if (!path) {
        m_isLocked = true;
        return fault(Fault::Kind::Unreadable, path.error());
    }
    // Another process may be about to replace a damaged file by a good one, which must not be
    // renamed.
    WriteLock lock(*path);
    (void)lock.take(readingPatience);
    auto records = recordsIn(*path);
    if (!records && remains(records.error().kind))
        m_isLocked = true;
    return records;
}

void HistoryFile::add(const RequestRecord &record)
{
    m_next = joined(m_next, {false, {record}});
    write();
}

void HistoryFile::clear()
{
    m_next = {true, {}};
    write();
}

void HistoryFile::write()
{
    if (m_isLocked)
        m_next = {};
    if (!m_underWay.isEmpty() || m_next.isEmpty())
        return;
    start();
}

void HistoryFile::start()
{
    m_underWay = std::exchange(m_next, {});
    auto promise = std::make_shared<std::promise<Written>>();
    m_writing = promise->get_future().share();
    callDetached(
        this,
        [promise, path = m_path, change = m_underWay] {
            promise->set_value(written(path, change));
        },
        [this] { takeWritten(m_writing.get()); });
}

HistoryFile::Written HistoryFile::written(const QString &path, const Change &change)
{
    const auto file = resolveLinks(path);
    if (!file)
        return fault(Fault::Kind::Unwritable, file.error());
    if (const auto folder = makeFolder(QFileInfo(*file).absolutePath()); !folder)
        return fault(Fault::Kind::Unwritable, folder.error());
    WriteLock lock(*file);
    const WriteLock::Outcome outcome = lock.take(writingPatience);
    if (outcome == WriteLock::Outcome::Busy)
        return fault(Fault::Kind::Busy, *file);
    if (outcome == WriteLock::Outcome::Taken)
        removeLeftovers(*file, {});
    const auto before = recordsIn(*file);
    if (!before)
        return before;
    QList<RequestRecord> records = applied(change, *before);
    if (const auto kept = writeAtomically(*file, toJson(records)); !kept)
        return fault(Fault::Kind::Unwritable, kept.error());
    return records;
}

void HistoryFile::takeWritten(const Written &written)
{
    const Change change = std::exchange(m_underWay, {});
    const bool wasFailing = std::exchange(m_failing, !written);
    if (!written) {
        // Unless there is another change, writing again would only fail again.
        const bool hasMore = !m_next.isEmpty();
        m_next = joined(change, m_next);
        if (!wasFailing)
            Q_EMIT notStored(written.error());
        if (hasMore)
            write();
        return;
    }
    if (m_next.isEmpty())
        Q_EMIT stored(*written);
    write();
}

QString HistoryFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/history.json"_s;
}

} // namespace tokeni
