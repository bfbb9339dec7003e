// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/historyfile.h"

#include "services/historyjson.h"
#include "services/wholefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// Many times what a full history takes; what is longer is none.
constexpr qint64 longestFile = qint64(1024) * 1024;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HistoryFile)
};

tl::expected<void, QString> write(const QString &path, const QList<RequestRecord> &records)
{
    const auto told
        = [](const QString &why) { return Text::tr("The history can't be kept. %1").arg(why); };
    const auto file = fileBehind(path);
    if (!file)
        return tl::make_unexpected(told(file.error()));
    // No lock tells whose they are: nobody writes for that long.
    removeLeftovers(*file, std::chrono::minutes(10));
    return writeWhole(*file, toJson(records)).map_error(told);
}

} // namespace

HistoryFile::HistoryFile(QString path, QObject *parent)
    : HistoryStore(parent), m_path(std::move(path))
{
    connect(&m_writing, &QFutureWatcher<Written>::finished, this, [this] {
        takeWritten(m_writing.result());
        writeNext();
    });
}

HistoryFile::~HistoryFile()
{
    m_writing.waitForFinished();
    if (m_next) [[maybe_unused]]
        const Written last = write(m_path, *m_next);
}

tl::expected<QList<RequestRecord>, QString> HistoryFile::load()
{
    const auto path = fileBehind(m_path);
    const auto bytes = path ? readWhole(*path, longestFile) : tl::make_unexpected(path.error());
    if (!bytes) {
        m_locked = Text::tr("The history can't be read, so none is kept. %1").arg(bytes.error());
        return tl::make_unexpected(m_locked);
    }
    if (!*bytes)
        return {};
    const auto records = (*bytes)->size() > longestFile
        ? tl::make_unexpected(HistoryDocumentFault::NotUnderstood)
        : historyFromJson(**bytes);
    if (records)
        return *records;

    const bool isNewer = records.error() == HistoryDocumentFault::NewerVersion;
    const QString aside = *path + (isNewer ? u".newer-"_s : u".damaged-"_s)
        + QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    if (!QFile::rename(*path, aside)) {
        m_locked = Text::tr("The history in %1 can't be understood and can't be set aside. None is "
                            "kept until it is moved away.")
                       .arg(*path);
        return tl::make_unexpected(m_locked);
    }
    return tl::make_unexpected(
        isNewer
            ? Text::tr("The history was written by a newer Tokeni. It is kept as %1.").arg(aside)
            : Text::tr("The history was damaged. It is kept as %1.").arg(aside));
}

void HistoryFile::save(const QList<RequestRecord> &records)
{
    if (!m_locked.isEmpty())
        return;
    m_next = records;
    if (!m_isWriting)
        writeNext();
}

void HistoryFile::writeNext()
{
    m_isWriting = m_next.has_value();
    if (!m_isWriting)
        return;
    m_writing.setFuture(QtConcurrent::run(&write, m_path, *m_next));
    m_next.reset();
}

void HistoryFile::takeWritten(const Written &written)
{
    const bool wasFailing = std::exchange(m_failing, !written);
    if (written)
        Q_EMIT stored();
    else if (!wasFailing)
        Q_EMIT notStored(written.error());
}

QString HistoryFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/history.json"_s;
}

} // namespace tokeni
