// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/simulator/simulatorcontrol.h"
#include "simulator/connection.h"
#include "simulator/simulateddaraja.h"

#include <QHostAddress>

#include <memory>

namespace tokeni {

class Listener;

/*! The simulated Daraja with a socket on loopback, which no other machine can reach. It speaks
 *  HTTP/1.1 without TLS, never blocks its thread, and limits the memory and the file descriptors
 *  that clients can use. Only programs of this computer are answered: see refusal.h. */
class Simulator : public SimulatorControl
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit Simulator(const Clock &clock, const ServerLimits &limits = {});
    /*! Closes all connections; pending answers are dropped. */
    ~Simulator() override;

    /*! Listens on the host and port of \a tokenUrl and stops listening on any other port. If the
     *  URL has no port, simulatorPort is used; port 0 means any free port. If listening fails,
     *  problem() says why. */
    void start(const QUrl &tokenUrl) override;
    [[nodiscard]] bool isListening() const override;
    /*! The port that it is listening on; 0 if it is not listening. */
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString problem() const override;

    [[nodiscard]] QList<SimulatorControl::Scenario> scenarios() const override;
    [[nodiscard]] QString scenario() const override;
    /*! Takes effect with the next request. Does nothing if \a name is not the name of a scenario.
     */
    void setScenario(const QString &name) override;

private:
    void stop();
    /*! Returns what went wrong, or an empty text. */
    QString listen(const QHostAddress &address, quint16 port);

    const Clock &m_clock;
    ServerLimits m_limits;
    SimulatedDaraja m_daraja;
    tokeni::Scenario m_scenario = tokeni::Scenario::Normal;
    QString m_problem;
    std::unique_ptr<Listener> m_listener; // Null if not listening.
};

} // namespace tokeni
