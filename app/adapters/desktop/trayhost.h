// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace tokeni {

/*! Reports when the program that shows tray icons may have started or ended. It waits for a message
 *  from the system and does not poll. */
class TrayHost : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT
public:
    explicit TrayHost(QObject *parent = nullptr);
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

Q_SIGNALS:
    /*! Emitted when the program may have started or ended; not every emission means a change. */
    void changed();
};

} // namespace tokeni
