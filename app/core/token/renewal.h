// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/time/alarm.h"
#include "core/token/tokens.h"

#include <deque>

namespace tokeni {

/*! State of automatic renewal for one environment. */
struct RenewalState
{
    enum class Kind
    {
        Off, //!< Not wanted, or there is no token to be renewed.
        Waiting, //!< Until nextAt.
        Trying,
        Retrying, //!< The last try ended with error; the next one is at nextAt.
        Stopped, //!< Refused with error: retrying would not help. See Renewal.
    };

    Kind kind = Kind::Off;
    /*! Converted with the present wall clock; only for Waiting and Retrying. */
    QDateTime nextAt = {};
    std::optional<TokenError> error = {};
};

/*! A sentence that says what a new token may do to the one before, according to Safaricom's
 *  documentation: see SharedKeys::newerToken(). */
[[nodiscard]] QString endsTheTokenBefore();

/*! Remembers the last tries, and allows at most three of them within a minute. */
class TryLimit
{
public:
    /*! Milliseconds until the next try is allowed; 0 if it is allowed at \a now. */
    [[nodiscard]] qint64 millisecondsToWait(const ClockReading &now) const;
    void note(const ClockReading &now);

private:
    std::deque<ClockReading> m_tries; // At most three, oldest first.
};

/*! Gets the next token of every environment that wants automatic renewal, a minute before the
 *  present token ends or, if that is less, in the last quarter of its life.
 *
 *  Only renews a token that was valid at some point in this run. An environment that started with
 *  no token, or an expired one, is left alone, and so is one with unsaved changes. If its server or
 *  kind changes, no matter who changed it, the environment is left alone until the user gets a
 *  token there: nobody has agreed to send its keys there.
 *
 *  After a failure it retries after 20, 40, 80 … seconds, at most 5 minutes or what the server
 *  asked for, even after the token has ended. If a firewall stopped the request, or the server gets
 *  too many requests and does not say how long to wait, it waits 5 minutes each time, and so do
 *  the other environments at that server; an edit of the environment does not change that. It stops if the keys, or those of the
 *  proxy, are refused or missing: further tries could lock an account. It continues after an edit
 *  of the environment, or when the user gets a token manually. */
class Renewal : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    Renewal(const Environments &environments, const KeyRing &keyRing, Tokens &tokens,
            const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] RenewalState state(const QString &environmentId) const;
    /*! False if nothing is scheduled. */
    [[nodiscard]] bool isAwake() const { return m_alarm->isSet(); }

    /*! Retries at once what the proxy stopped; call when the proxy or its login changes. */
    void proxyChanged();

Q_SIGNALS:
    /*! Emitted when state() of this environment changes. */
    void changed(const QString &environmentId);

private:
    struct Plan
    {
        RenewalState::Kind kind = RenewalState::Kind::Off;
        std::optional<TokenError> error;
        int failures = 0;
        ClockReading from; // The start of the wait.
        qint64 wait = 0;
        bool lived = false; // The environment had a valid token in this run.
        bool asking = false; // An attempt was under way at the last check.
        bool paused = false; // The environment has unsaved changes.
        QString place; // The kind and server that the token was issued for.
        TryLimit limit;

        void forget();
        void follow(const Token &token, const ClockReading &now);
        void setDue(const ClockReading &now);
        void postpone(qint64 ms, const ClockReading &now);
        void takeFailure(const std::optional<TokenError> &why, const ClockReading &now);
        [[nodiscard]] bool isTicking() const;
        [[nodiscard]] qint64 millisecondsToWait(const ClockReading &now) const;
    };

    void look(const QString &environmentId);
    void lookAt(const Environment &environment);
    void update(Plan &plan, const Environment &environment, const ClockReading &now);
    [[nodiscard]] qint64 millisecondsToRest(const Environment &environment,
                                            const ClockReading &now) const;
    void restart(const QString &environmentId);
    void followList();
    void tryWhatIsDue();
    void schedule();
    void setAlarm();

    const Environments &m_environments;
    const KeyRing &m_keyRing;
    Tokens &m_tokens;
    const Clock &m_clock;
    std::map<QString, Plan> m_plans;
    // By server: when the last refusal came that was about pace, and how many milliseconds to leave
    // that server alone.
    struct Rest
    {
        ClockReading from;
        qint64 length = 0;
    };
    std::map<QString, Rest> m_rests;
    const std::unique_ptr<Alarm> m_alarm;
    bool m_scheduling = false;
};

} // namespace tokeni
