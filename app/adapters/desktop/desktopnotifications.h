// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/notice/notifier.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace tokeni {

/*! The notification service of the session bus (freedesktop.org, Desktop Notifications
 *  Specification 1.2). If there is no such service, or no session bus, every notice is reported as
 *  undelivered. No call blocks. */
class DesktopNotifications : public Notifier
{
    Q_OBJECT
public:
    explicit DesktopNotifications(QObject *parent = nullptr);
    void notify(const Notice &notice) override;

private Q_SLOTS:
    // Called by name: QtDBus connects signals of the bus to slots only.
    void takeAction(uint id, const QString &action);
    void takeActivationToken(uint id, const QString &token);
    void takeClosed(uint id);

private:
    void send(const Notice &notice);

    std::optional<QStringList> m_capabilities; // What the service supports, once that is known.
    QHash<uint, QString> m_shown; // Environment ids by notification number.
    QString m_activationToken;
};

} // namespace tokeni
