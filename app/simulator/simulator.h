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

/*! The simulated Daraja behind a socket on loopback, where no other machine can reach it. It speaks
 *  HTTP/1.1 without TLS, never blocks its thread, and takes a bounded amount of memory and of
 *  descriptors from whoever connects. Only programs of this computer are answered: see refusal.h.
 */
class Simulator : public SimulatorControl
{
    Q_OBJECT
public:
    /*! \a clock must outlive this object. */
    explicit Simulator(const Clock &clock, const ServerLimits &limits = {});
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
    void stop();
    /*! What was wrong, or an empty text. */
    QString listen(const QHostAddress &address, quint16 port);

    const Clock &m_clock;
    ServerLimits m_limits;
    SimulatedDaraja m_daraja;
    tokeni::Scenario m_scenario = tokeni::Scenario::Normal;
    QString m_problem;
    std::unique_ptr<Listener> m_listener; // Null when not listening.
};

} // namespace tokeni
