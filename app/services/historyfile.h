// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"

#include <QFutureWatcher>

#include <optional>

namespace tokeni {

/*! The history in a JSON file (see historyjson.h): written whole, mode 0600, on a thread of the
 *  global pool, since writing ends with the disk's word that it is there. A file that can't be
 *  understood, or is of a newer version, is set aside under another name, never overwritten. Of two
 *  processes the last to write wins. */
class HistoryFile : public HistoryStore
{
    Q_OBJECT
public:
    explicit HistoryFile(QString path, QObject *parent = nullptr);
    /*! Waits until the last records are written. */
    ~HistoryFile() override;

    tl::expected<QList<RequestRecord>, QString> load() override;
    void save(const QList<RequestRecord> &records) override;

    /*! history.json in QStandardPaths::AppDataLocation. */
    [[nodiscard]] static QString defaultPath();

private:
    using Written = tl::expected<void, QString>;

    void writeNext();
    void takeWritten(const Written &written);

    QString m_path;
    QString m_locked; // Why nothing may be written there; empty when it may.
    std::optional<QList<RequestRecord>> m_next; // To be written after what is being written.
    QFutureWatcher<Written> m_writing;
    bool m_isWriting = false; // Until the outcome is taken, which is later than the thread's end.
    bool m_failing = false;
};

} // namespace tokeni
