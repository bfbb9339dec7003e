// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports.h"
#include "simulator/simulateddaraja.h"

#include <QHostAddress>

class QHttpServer;

namespace tokeni {

/*! The simulated Daraja behind a socket on loopback, where no other machine can reach it. It speaks
 *  HTTP/1.1 without TLS and never blocks its thread. */
class Simulator : public SimulatorControl
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit Simulator(const Clock &clock, QObject *parent = nullptr);
    /*! Closes every connection; answers that still wait are dropped. */
    ~Simulator() override;

    /*! Listens on the host and port of \a tokenUrl and leaves any other port. No port means
     *  simulatorPort, port 0 any free one. Where that fails, problem() says why. */
    void start(const QUrl &tokenUrl) override;
    [[nodiscard]] bool isListening() const override;
    /*! The port it listens on; 0 when it does not. */
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString problem() const override;

    [[nodiscard]] QList<SimulatorControl::Scenario> scenarios() const override;
    [[nodiscard]] QString scenario() const override;
    /*! Takes effect with the next request. A name that is no scenario's changes nothing. */
    void setScenario(const QString &name) override;

private:
    class Listener;

    void stop();
    /*! What was wrong, or an empty text. */
    QString listen(const QHostAddress &address, quint16 port);

    const Clock &m_clock;
    SimulatedDaraja m_daraja;
    tokeni::Scenario m_scenario = tokeni::Scenario::Normal;
    QString m_problem;
    std::unique_ptr<QHttpServer> m_server; // Null when not listening.
    Listener *m_listener = nullptr; // Owned by m_server.
    // Owns the timers of delayed answers. Goes before the server, so that an answer is given up
    // while its connection still stands.
    std::unique_ptr<QObject> m_waiting;
};

} // namespace tokeni
