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
        Off, //!< Not wanted, or there is no token whose next one it could get.
        Waiting, //!< Until nextAt.
        Trying,
        Retrying, //!< The last try ended with error; the next one is at nextAt.
        Stopped, //!< Refused with error: asking again would not help. See Renewal.
    };

    Kind kind = Kind::Off;
    QDateTime nextAt = {}; //!< As the wall clock stands now; only in Waiting and Retrying.
    std::optional<TokenError> error = {};
};

/*! The moments of the last tries: never more than three of them within a minute. */
class TryLimit
{
public:
    /*! Milliseconds until a try is allowed; 0 when it is at \a now. */
    [[nodiscard]] qint64 millisecondsToWait(const ClockReading &now) const;
    void note(const ClockReading &now);

private:
    std::deque<ClockReading> m_tries; // At most three, the oldest first.
};

/*! Gets the next token of every environment that wants it, a minute before the present one ends or,
 *  where that is less, in the last quarter of its life.
 *
 *  Only renews a token that was valid at some point in this run. An environment that started with no
 *  token, or an expired one, is left alone, and so is one with unsaved changes. If its server or kind
 *  changes, by whomever, it is left alone until the user gets a token there: nobody has agreed that
 *  its keys go there.
 *
 *  After a failure it tries again in 20, 40, 80 … seconds, at most 5 minutes or what the server
 *  asked for by Retry-After, also past the end of the token. It stops when the keys, or those of
 *  the proxy, are refused or there are none: more of the same could lock an account. It goes on
 *  after an edit of the environment, or with the next token that somebody gets by hand. */
class Renewal : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    Renewal(const Environments &environments, const KeyRing &keyRing, Tokens &tokens,
            const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] RenewalState state(const QString &environmentId) const;
    /*! False when nothing is to be done at any time. */
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
        ClockReading from; // The next try is so many milliseconds later.
        qint64 wait = 0;
        bool lived = false; // A token lived in this run.
        bool asking = false; // An attempt was under way when it was looked at last.
        bool paused = false; // The environment has unsaved changes.
        QString place; // Kind and server that the token was given for.
        TryLimit limit;

        void forget();
        void follow(const Token &token, const ClockReading &now);
        void setDue(const ClockReading &now);
        void takeFailure(const std::optional<TokenError> &why, const ClockReading &now);
        [[nodiscard]] bool isTicking() const;
        [[nodiscard]] qint64 millisecondsToWait(const ClockReading &now) const;
    };

    void look(const QString &environmentId);
    void lookAt(const Environment &environment);
    void update(Plan &plan, const Environment &environment, const ClockReading &now) const;
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
    const std::unique_ptr<Alarm> m_alarm;
    bool m_scheduling = false;
};

} // namespace tokeni
