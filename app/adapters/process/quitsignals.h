// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace tokeni {

/*! Turns SIGINT, SIGTERM and SIGHUP into a Qt signal, so that the program can end properly. Create
 *  at most one object. Does nothing on systems without these signals. */
class QuitSignals : public QObject
{
    Q_OBJECT
public:
    explicit QuitSignals(QObject *parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void received();
};

} // namespace tokeni
