// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/historystore.h"

#include <future>

namespace tokeni {

/*! The history in a JSON file (see historyjson.h): replaced as a whole on every write, mode 0600.
 *  It is written on a separate thread, since a write only ends when the disk confirms it. Each
 *  change is applied, under a lock file beside it, to what the file contains at that moment, so
 *  that several processes never lose each other's records. A file that can't be understood, or was
 *  written by a newer version, is renamed, never overwritten. */
class HistoryFile : public HistoryStore
{
    Q_OBJECT
public:
    explicit HistoryFile(QString path, QObject *parent = nullptr);
    /*! Waits until the last changes are written, but at most ten seconds for each of two writes. */
    ~HistoryFile() override;

    tl::expected<QList<RequestRecord>, HistoryFault> load() override;
    void add(const RequestRecord &record) override;
    void clear() override;

    /*! history.json in QStandardPaths::AppDataLocation. */
    [[nodiscard]] static QString defaultPath();

    /*! A change to the records in the file. */
    struct Change
    {
        bool clears = false; //!< First removes all records that are there.
        QList<RequestRecord> added = {}; //!< Newest first.

        [[nodiscard]] bool isEmpty() const { return !clears && added.isEmpty(); }
    };

private:
    using Written = tl::expected<QList<RequestRecord>, HistoryFault>;

    void write();
    void start();
    void takeWritten(const Written &written);
    [[nodiscard]] static Written written(const QString &path, const Change &change);

    QString m_path;
    bool m_isLocked = false; // The file must not be overwritten.
    // Being written, until its result is processed: that is later than the end of the thread.
    Change m_underWay;
    Change m_next; // To be written afterwards.
    std::shared_future<Written> m_writing; // The write of m_underWay.
    bool m_failing = false;
};

} // namespace tokeni
