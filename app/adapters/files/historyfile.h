// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/history/historystore.h"

#include <future>

namespace tokeni {

/*! The history in a JSON file (see historyjson.h): written whole, mode 0600, on a thread of its
 *  own, since writing ends with the disk's word that it is there. Each change is made to
 * what the file holds at that moment, under a lock beside it, so that several processes lose
 * nothing of one another's. A file that can't be understood, or is of a newer version, is set aside
 * under another name, never overwritten. */
class HistoryFile : public HistoryStore
{
    Q_OBJECT
public:
    explicit HistoryFile(QString path, QObject *parent = nullptr);
    /*! Waits until the last changes are written, but ten seconds at the most for each of two
     * writes. */
    ~HistoryFile() override;

    tl::expected<QList<RequestRecord>, HistoryFault> load() override;
    void add(const RequestRecord &record) override;
    void clear() override;

    /*! history.json in QStandardPaths::AppDataLocation. */
    [[nodiscard]] static QString defaultPath();

    /*! What becomes of the records in the file. */
    struct Change
    {
        bool clears = false; //!< All that was there goes first.
        QList<RequestRecord> added = {}; //!< The newest first.

        [[nodiscard]] bool isEmpty() const { return !clears && added.isEmpty(); }
    };

private:
    using Written = tl::expected<QList<RequestRecord>, HistoryFault>;

    void write();
    void start();
    void takeWritten(const Written &written);
    [[nodiscard]] static Written written(const QString &path, const Change &change);

    QString m_path;
    bool m_isLocked = false; // What is there must not be written over.
    Change m_underWay; // Being written, until the outcome is taken: later than the thread's end.
    Change m_next; // To be written after that.
    std::shared_future<Written> m_writing; // Of what is under way.
    bool m_failing = false;
};

} // namespace tokeni
