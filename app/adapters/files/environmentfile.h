// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environmentstore.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <chrono>
#include <optional>

namespace tokeni {

struct EnvironmentDocument;

/*! The environments in a JSON file, as design and man page describe it: replaced as a whole on
 *  every write, mode 0600, and shared with other processes by a lock file beside it. If the path is
 *  a link, the file at its end is used. Fields that this version does not know are kept. A file
 *  that can't be understood is only overwritten by replaceDamaged(), which first keeps a copy. A
 *  file that was written by a newer version, belongs to another user, or is larger than 1 MiB is
 *  left alone. An entry that can't be used is kept unchanged. */
class EnvironmentFile : public EnvironmentStore
{
    Q_OBJECT
public:
    /*! \a patience is how long a change waits for another process that is writing. The window can't
     *  wait long; a change that it could not write is written when the other process has finished.
     */
    explicit EnvironmentFile(QString path,
                             std::chrono::milliseconds patience = std::chrono::milliseconds(30),
                             QObject *parent = nullptr);

    tl::expected<EnvironmentList, EnvironmentsFault> load() override;
    [[nodiscard]] tl::expected<EnvironmentList, EnvironmentsFault> peek() const override;
    tl::expected<EnvironmentList, EnvironmentsFault> update(const EnvironmentList &known,
                                                            const Change &change) override;
    tl::expected<QString, EnvironmentsFault> replaceDamaged(const EnvironmentList &list) override;
    [[nodiscard]] QString location() const override;

    /*! environments.json in QStandardPaths::AppConfigLocation. */
    [[nodiscard]] static QString defaultPath();

Q_SIGNALS:
    /*! A change has been waiting for another program to finish writing for two seconds, and keeps
     *  waiting. */
    void waiting();

private:
    template <typename Write> auto locked(Write write) -> decltype(write(QString()));
    [[nodiscard]] tl::expected<void, EnvironmentsFault> write(const QString &path,
                                                              const EnvironmentDocument &document);
    void watch(const QString &path);
    void lookForOutsideChange();

    QString m_path;
    std::chrono::milliseconds m_patience;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // Combines several file system events of one change.
    QByteArray m_seen; // The bytes that were last read or written here.
    // What peek() last parsed, and the bytes it was parsed from.
    struct Peeked
    {
        QByteArray bytes;
        EnvironmentList list;
    };
    mutable std::optional<Peeked> m_peeked;
};

} // namespace tokeni
