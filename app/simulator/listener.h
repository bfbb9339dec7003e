// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "simulator/connection.h"

#include <QTcpServer>

#include <memory>

class QSocketNotifier;

namespace tokeni {

/*! Accepts the simulator's clients, up to a limit. Above the limit, the connection that has been
 *  silent for longest is closed to make room. As long as none has been silent for long enough, new
 *  clients wait in the system's queue, and are eventually refused with an answer that says so.
 *
 *  Connections are accepted here, and QTcpServer only provides the socket: QTcpServer of Qt 6.4
 *  does not notice that the process has no file descriptor left for a client, and retries without a
 *  pause. */
class Listener : public QTcpServer
{
public:
    Listener(Connection::Handler handler, const ServerLimits &limits, QObject *parent = nullptr);
    ~Listener() override;

    /*! Listens and accepts clients from now on. If it returns false, errorString() says why. */
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
    QList<Connection *> m_connections; // Connections being served; children of this object.
    QTimer m_pause;
    // How long clients have had to wait for a free place; invalid while there is one.
    QElapsedTimer m_full;
    int m_refused = 0; // Connections that are being refused.
};

} // namespace tokeni
