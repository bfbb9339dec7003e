// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/connection.h"

#include <QTcpServer>

namespace tokeni {

/*! Lets the simulator's clients in, up to a limit. Beyond it the connection that has been silent
 * for longest gives up its place; while none is, newcomers wait, and are told so in the end. */
class Listener : public QTcpServer
{
public:
    Listener(Connection::Handler handler, const ServerLimits &limits, QObject *parent = nullptr);
    ~Listener() override;

private:
    void admit();
    [[nodiscard]] bool makeRoom();
    void lookAgain();
    void serve(QTcpSocket *socket);

    Connection::Handler m_handler;
    ServerLimits m_limits;
    QList<Connection *> m_connections; // Those that are served; children of this.
    QTimer m_lookAgain; // Runs while clients wait.
    QElapsedTimer m_full; // Since somebody was let in for the last time.
    int m_refused = 0; // Connections that are being told so.
};

} // namespace tokeni
