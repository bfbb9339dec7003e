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

/*! The environments in a JSON file, as design and man page describe it: written whole, mode 0600,
 *  shared with other processes by a lock beside it; where it is a link, the file behind the link is
 *  meant. Fields this version does not know are kept. A file that can't be understood is set aside
 *  by replaceDamaged() alone, never overwritten; one of a newer version, of another user, or
 *  larger than 1 MiB is left alone. An entry that can't be used is kept as it is. */
class EnvironmentFile : public EnvironmentStore
{
    Q_OBJECT
public:
    /*! \a patience is how long a change waits for another process that writes. The window can't
     *  wait long; what it could not write it writes when the other has. */
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
    /*! A change has waited for another program that writes, for two seconds, and goes on waiting.
     */
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
    QTimer m_settle; // Several events of one change are looked at once.
    QByteArray m_seen; // The bytes last read or written here.
    // What peek() understood last, and the bytes of it.
    struct Peeked
    {
        QByteArray bytes;
        EnvironmentList list;
    };
    mutable std::optional<Peeked> m_peeked;
};

} // namespace tokeni
