// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractNativeEventFilter>
#include <QObject>

namespace tokeni {

/*! Tells when the program that shows tray icons may have come or gone. It waits for the system's
 *  word and looks at nothing meanwhile. */
class TrayHost : public QObject, public QAbstractNativeEventFilter
{
    Q_OBJECT
public:
    explicit TrayHost(QObject *parent = nullptr);
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;

Q_SIGNALS:
    /*! Perhaps it has, perhaps not. */
    void changed();
};

} // namespace tokeni
