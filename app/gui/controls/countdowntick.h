// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/time/alarm.h"
#include "core/token/tokens.h"

#include <QObject>

namespace tokeni {

/*! Ticks when a countdown on screen changes its second: while it is running and at least one token
 *  is valid. Otherwise it sleeps. */
class CountdownTick : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    CountdownTick(const Tokens &tokens, const Environments &environments, const Clock &clock,
                  QObject *parent = nullptr);

    /*! Starts or stops ticking; starting ticks immediately. */
    void setRunning(bool running);
    /*! Recomputes the next tick; call when tokens change. */
    void reschedule();
    [[nodiscard]] bool isActive() const { return m_alarm->isSet(); }
    /*! The environment whose countdown determines when to tick. */
    void setReference(const QString &environmentId);

Q_SIGNALS:
    void tick();

private:
    const Tokens &m_tokens;
    const Environments &m_environments;
    const std::unique_ptr<Alarm> m_alarm;
    QString m_leader;
    bool m_running = false;
};

} // namespace tokeni
