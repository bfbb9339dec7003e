// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/connection.h"

#include <QTcpServer>

#include <memory>

class QSocketNotifier;

namespace tokeni {

/*! Accepts the simulator's clients, up to a limit. Beyond it the connection that has been silent
 * for longest gives up its place; while none is, newcomers wait in the system's queue, and are told
 * so in the end.
 *
 * It accepts them itself and leaves QTcpServer only the socket: QTcpServer of Qt 6.4 does not
 * notice that the process has no descriptor left for a client, and tries again without a pause. */
class Listener : public QTcpServer
{
public:
    Listener(Connection::Handler handler, const ServerLimits &limits, QObject *parent = nullptr);
    ~Listener() override;

    /*! Listens and accepts clients from now on. When it returns false, errorString() says why. */
    [[nodiscard]] bool open(const QHostAddress &address, quint16 port);

private:
    void admit();
    [[nodiscard]] bool makeRoom();
    void refuseWhenFull();
    [[nodiscard]] QTcpSocket *accept();
    void pause();
    void resume();
    void serve(QTcpSocket *socket);

    Connection::Handler m_handler;
    ServerLimits m_limits;
    std::unique_ptr<QSocketNotifier> m_arrivals; // Enabled unless paused.
    QList<Connection *> m_connections; // Those that are served; children of this.
    QTimer m_pause;
    QElapsedTimer
        m_full; // Since a client had to wait for a free place; invalid while there is one.
    int m_refused = 0; // Connections that are being told so.
};

} // namespace tokeni
