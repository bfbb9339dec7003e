// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/files/historyfile.h"

#include "adapters/files/historyjson.h"
#include "adapters/files/safefile.h"
#include "adapters/files/writelock.h"
#include "adapters/threads/detachedcall.h"

#include <QCoreApplication>
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
// How long another process may write. Reading happens on the window's thread.
constexpr std::chrono::milliseconds readingPatience{30};
constexpr std::chrono::milliseconds writingPatience{2'000};

// How long the end of the program waits for a disk, or a network drive that may have gone away.
constexpr std::chrono::seconds maxEnd{10};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryFile)
};

// Why there are no records.
struct Obstacle
{
    QString words;
    bool remains = false; // The file is still there, and must not be written over.
};

tl::unexpected<Obstacle> obstacle(const QString &words, bool remains)
{
    return tl::make_unexpected(Obstacle{words, remains});
}

// The records in the file \a path, which is no link; a file that is not understood is set aside.
tl::expected<QList<RequestRecord>, Obstacle> recordsIn(const QString &path)
{
    const auto bytes = readAll(path, maxFile);
    if (!bytes) {
        return obstacle(
            Text::tr("The history can't be read, so none is kept. %1").arg(bytes.error().message()),
            true);
    }
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
    if (!QFile::rename(path, aside)) {
        return obstacle(Text::tr("The history in %1 can't be understood and can't be set aside. "
                                 "None is kept until it is moved away.")
                            .arg(path),
                        true);
    }
    return obstacle(
        isNewer
            ? Text::tr("The history was written by a newer Tokeni. It is kept as %1.").arg(aside)
            : Text::tr("The history was damaged. It is kept as %1.").arg(aside),
        false);
}

// What there is after \a change.
QList<RequestRecord> applied(const HistoryFile::Change &change, const QList<RequestRecord> &before)
{
    QList<RequestRecord> records = change.added;
    if (!change.clears)
        records += before;
    return records.first(std::min(records.size(), RequestHistory::longest));
}

// The one change that does what \a first and then \a next do.
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

tl::expected<QList<RequestRecord>, QString> HistoryFile::load()
{
    const auto path = resolveLinks(m_path);
    if (!path) {
        m_locked = Text::tr("The history can't be read, so none is kept. %1")
                       .arg(path.error().message());
        return tl::make_unexpected(m_locked);
    }
    // A damaged one may be about to get a good one in its place, which must not be set aside.
    WriteLock lock(*path);
    (void)lock.take(readingPatience);
    auto records = recordsIn(*path);
    if (records)
        return std::move(*records);
    if (records.error().remains)
        m_locked = records.error().words;
    return tl::make_unexpected(records.error().words);
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
    if (!m_locked.isEmpty())
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
    const auto told
        = [](const QString &why) { return Text::tr("The history can't be kept. %1").arg(why); };
    const auto file = resolveLinks(path);
    if (!file)
        return tl::make_unexpected(told(file.error().message()));
    if (const auto folder = makeFolder(QFileInfo(*file).absolutePath()); !folder)
        return tl::make_unexpected(told(folder.error().message()));
    WriteLock lock(*file);
    const WriteLock::Outcome outcome = lock.take(writingPatience);
    if (outcome == WriteLock::Outcome::Busy) {
        return tl::make_unexpected(
            told(Text::tr("%1 is being written by another program.").arg(*file)));
    }
    if (outcome == WriteLock::Outcome::Taken)
        removeLeftovers(*file, {});
    const auto before = recordsIn(*file);
    if (!before)
        return tl::make_unexpected(before.error().words);
    QList<RequestRecord> records = applied(change, *before);
    return writeAtomically(*file, toJson(records))
        .map([&records] { return std::move(records); })
        .map_error([&told](const DataFileFault &fault) { return told(fault.message()); });
}

void HistoryFile::takeWritten(const Written &written)
{
    const Change change = std::exchange(m_underWay, {});
    const bool wasFailing = std::exchange(m_failing, !written);
    if (!written) {
        // Without another change it would only fail again.
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
